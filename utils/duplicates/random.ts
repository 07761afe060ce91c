// Numbers that look picked at random and are the same in every run.

/** A function that gives whole numbers from 0 to below `n`. */
export function newRandom(seed = 1): (n: number) => number {
  const state = Uint32Array.of(seed * 2654435761 + 1);
  return (n) => {
    let x = state[0] ?? 1;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    state[0] = x;
    return Math.floor(((x >>> 0) / 0x100000000) * n);
  };
}
