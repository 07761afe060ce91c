import { FaultError } from './fault';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By its first bytes: the mark that spreadsheets write, or the zeros of UTF-16 without a mark. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 64);
  if (!start.includes(0)) return 'utf-8';
  const zeros = [...start].map((byte, at) => (byte === 0 ? at % 2 : -1));
  if (!zeros.includes(0)) return 'utf-16le';
  if (!zeros.includes(1)) return 'utf-16be';
  throw new FaultError({ kind: 'encoding', line: 1 });
}

/**
 * The delimiter that the heading uses most, outside quotes; `skip` if the first line only names it (`sep=;`, as
 * spreadsheets do).
 */
export function delimiterOf(text: string): { readonly delimiter: string; readonly skip: boolean } {
  const line = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  const named = /^"?sep=(.)"?$/iu.exec(line)?.[1];
  if (named !== undefined) return { delimiter: named, skip: true };
  const bare = line.replaceAll(/"[^"]*"/gu, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  return { delimiter: most.delimiter, skip: false };
}
