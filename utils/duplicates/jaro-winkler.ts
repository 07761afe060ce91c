// How alike two short texts are: the share of letters that both have at about the same place, more where they begin alike.

const LONGEST = 64;
const taken = new Uint8Array(LONGEST);
const matched = new Uint16Array(LONGEST);

/**
 * Jaro's measure with Winkler's bonus for up to four first letters (0.1 each, without a threshold): 1 is the same, 0 has
 * nothing in common. Of texts longer than 64 the first 64 count.
 */
export function jaroWinkler(
  codes: Uint16Array,
  left: number,
  leftLength: number,
  right: number,
  rightLength: number,
): number {
  const m = Math.min(leftLength, LONGEST);
  const n = Math.min(rightLength, LONGEST);
  if (m === 0 || n === 0) return m === n ? 1 : 0;
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  taken.fill(0, 0, n);
  let common = 0;
  for (let i = 0; i < m; i += 1) {
    const code = codes[left + i] ?? 0;
    const to = Math.min(n - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= to; j += 1) {
      if (taken[j] === 0 && codes[right + j] === code) {
        taken[j] = 1;
        matched[common] = code;
        common += 1;
        break;
      }
    }
  }
  if (common === 0) return 0;
  let turned = 0;
  for (let j = 0, at = 0; j < n; j += 1) {
    if (taken[j] === 0) continue;
    if (codes[right + j] !== matched[at]) turned += 1;
    at += 1;
  }
  const jaro = (common / m + common / n + (common - turned / 2) / common) / 3;
  let begin = 0;
  while (begin < 4 && begin < m && begin < n && codes[left + begin] === codes[right + begin]) begin += 1;
  return jaro + begin * 0.1 * (1 - jaro);
}
