const WIDTH = 96;
const HEIGHT = 64;
/** The longest run that is written without packing. */
const RUN = 65_535;
const PAPER = [0xf4, 0xee, 0xe2] as const;
const INK = [0x2a, 0x87, 0x90] as const;

/** A picture of exactly this size in bytes that can be opened: a bottle on paper. The rest is a comment in it. */
export function png(size: number): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, WIDTH);
  header.setUint32(4, HEIGHT);
  // 8 bits each of red, green and blue.
  header.setUint16(8, 0x08_02);
  const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunk('IHDR', new Uint8Array(header.buffer))];
  const end = [...chunk('IDAT', unpacked(picture())), ...chunk('IEND', [])];
  // A chunk is twelve bytes longer than what is in it, and a comment begins with its name and a zero.
  const missing = size - start.length - end.length - 12;
  const comment = missing < 8 ? [] : chunk('tEXt', text('Comment\0'.padEnd(missing, ' ')));
  return Uint8Array.from([...start, ...comment, ...end]);
}

/** Row by row, each begins with a zero: no filter. */
function picture(): readonly number[] {
  return Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (_, x) => (isBottle(x - WIDTH / 2, y) ? INK : PAPER)).flat(),
  ]).flat();
}

function isBottle(x: number, y: number): boolean {
  const half = y < 6 || y > 58 ? 0 : y < 20 ? 4 : Math.min(14, 4 + (y - 20));
  const label = y > 36 && y < 50;
  return Math.abs(x) < half && !(label && Math.abs(x) < half - 3);
}

/** The zlib format with blocks that are stored as they are (RFC 1950, RFC 1951 §3.2.4). */
function unpacked(bytes: readonly number[]): readonly number[] {
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += RUN) {
    const run = bytes.slice(at, at + RUN);
    const last = at + RUN >= bytes.length ? 1 : 0;
    blocks.push(last, run.length & 255, run.length >> 8, ~run.length & 255, (~run.length >> 8) & 255, ...run);
  }
  return [0x78, 0x01, ...blocks, ...four(adler(bytes))];
}

function chunk(name: string, data: Iterable<number>): readonly number[] {
  const bytes = [...data];
  const named = [...text(name), ...bytes];
  return [...four(bytes.length), ...named, ...four(crc(named))];
}

function adler(bytes: readonly number[]): number {
  const sums = { a: 1, b: 0 };
  for (const byte of bytes) {
    sums.a = (sums.a + byte) % 65_521;
    sums.b = (sums.b + sums.a) % 65_521;
  }
  return sums.b * 65_536 + sums.a;
}

function crc(bytes: readonly number[]): number {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~rest >>> 0;
}

const four = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const text = (ascii: string): readonly number[] => Array.from(ascii, (letter) => letter.charCodeAt(0));
