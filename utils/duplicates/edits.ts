// How many slips lie between two texts, as far as two: one letter put in, left out, replaced, or two turned round.

const LONGEST = 64;
const WIDE = LONGEST + 2;
const rows = [new Uint8Array(WIDE), new Uint8Array(WIDE), new Uint8Array(WIDE)] as const;

/**
 * The number of slips between two pieces of `codes` (character codes), 3 where there are more than two. Texts longer
 * than 64 are compared in their first 64.
 */
export function edits(
  codes: Uint16Array,
  left: number,
  leftLength: number,
  right: number,
  rightLength: number,
): number {
  let a = left;
  let b = right;
  let m = Math.min(leftLength, LONGEST);
  let n = Math.min(rightLength, LONGEST);
  if (Math.abs(m - n) > 2) return 3;
  while (m > 0 && n > 0 && codes[a] === codes[b]) {
    a += 1;
    b += 1;
    m -= 1;
    n -= 1;
  }
  while (m > 0 && n > 0 && codes[a + m - 1] === codes[b + n - 1]) {
    m -= 1;
    n -= 1;
  }
  if (m === 0 || n === 0) return Math.min(3, m + n);
  let [above, row, spare] = rows;
  for (let j = 0; j <= n; j += 1) row[j] = j;
  for (let i = 1; i <= m; i += 1) {
    const twoAbove = above;
    above = row;
    row = spare;
    spare = twoAbove;
    // Only two to each side can still end within two.
    const from = Math.max(1, i - 2);
    const to = Math.min(n, i + 2);
    row[from - 1] = from === 1 ? i : 3;
    let least = 3;
    const code = codes[a + i - 1];
    for (let j = from; j <= to; j += 1) {
      const other = codes[b + j - 1];
      let slips = (above[j - 1] ?? 3) + (code === other ? 0 : 1);
      if (j < i + 2) slips = Math.min(slips, (above[j] ?? 3) + 1);
      slips = Math.min(slips, (row[j - 1] ?? 3) + 1);
      if (i > 1 && j > 1 && code === codes[b + j - 2] && codes[a + i - 2] === other)
        slips = Math.min(slips, (twoAbove[j - 2] ?? 3) + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (to < n) row[to + 1] = 3;
    if (least > 2) return 3;
  }
  return Math.min(3, row[n] ?? 3);
}
