// A file is worked on as a text in which each letter is one byte (0–255), since lines are folded in the middle of
// letters and each value can have a charset of its own. Only whole values are decoded.

const PORTION = 0x8000;

export function textOfBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PORTION) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PORTION)));
  }
  return parts.join('');
}

export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** UTF-16 by its byte order mark, or by the zero beside each of the first letters. */
function wide(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return null;
}

/** The file as such a text. UTF-16 becomes UTF-8, byte order marks go, wherever files were put together. */
export function fileText(bytes: Uint8Array): string {
  const charset = wide(bytes);
  const plain = charset === null ? bytes : new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
  return textOfBytes(plain).replaceAll('\u00ef\u00bb\u00bf', '').replaceAll('\0', '');
}
