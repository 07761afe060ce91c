// Which files a note or a profile takes. A support desk gets files from strangers: programs are refused by their name
// and by their first bytes, since either can lie.

/** Bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;
/** Bytes to read from the start of a file for `fileFault`. */
export const HEAD = 8;

export type FileFault = 'empty' | 'too-large' | 'program';

// What Windows, macOS, Linux and browsers run on a double click, and links and settings that make them run something.
const PROGRAMS = new Set(
  (
    'ade adp apk app appx bash bat bin cab chm cmd com command cpl crx deb desktop dll dmg elf exe gadget hta inf ' +
    'ins iso isp jar job js jse ksh lib lnk mde mjs msc msi msix msp mst nsh osx out pif pkg ps1 ps2 psc1 psd1 psm1 ' +
    'reg rpm run scf scr sct sh shb sys url vb vbe vbs vxd ws wsc wsf wsh xpi zsh'
  ).split(' '),
);

const MARKS: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // MZ: Windows, DOS
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xfe, 0xed, 0xfa, 0xce], // Mach-O, 32 and 64 bit, both byte orders
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe], // Mach-O for several processors, Java classes
  [0x23, 0x21], // #!
];

/** The part after the last dot, lower case; systems drop dots and spaces at a name's end before they look. */
function ending(name: string): string {
  const clean = cleanFileName(name).replace(/[. ]+$/u, '');
  const dot = clean.lastIndexOf('.');
  return dot < 0 ? '' : clean.slice(dot + 1).toLowerCase();
}

/** A name that is what it looks like: no folders, no control characters, nothing that turns the direction of reading. */
export function cleanFileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^.*[\\/]/u, '')
    .trim()
    .slice(0, 200);
  return clean === '' ? 'file' : clean;
}

/** Why a file is not taken, null if it is. `head`: its first `HEAD` bytes, or all of a shorter one. */
export function fileFault(
  { name, size }: { readonly name: string; readonly size: number },
  head: Uint8Array,
): FileFault | null {
  if (size === 0) return 'empty';
  if (PROGRAMS.has(ending(name))) return 'program';
  if (MARKS.some((mark) => mark.every((byte, index) => head[index] === byte))) return 'program';
  return size > LARGEST_FILE ? 'too-large' : null;
}

export type Preview = 'image' | 'text' | 'pdf';

// By ending, never by what a stranger's file says of itself. No SVG and no HTML: both can hold scripts.
const PREVIEWS: readonly (readonly [Preview, readonly string[]])[] = [
  ['image', ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp']],
  ['text', ['txt', 'log', 'csv', 'tsv', 'md', 'json', 'eml', 'ics', 'vcf']],
  ['pdf', ['pdf']],
];

/** How a file can be looked at without leaving the panel; null: it can be downloaded only. */
export function previewOf(name: string): Preview | null {
  const end = ending(name);
  return PREVIEWS.find(([, ends]) => ends.includes(end))?.[0] ?? null;
}
