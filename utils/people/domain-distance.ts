/** Two typing errors in a domain. */
export const EDITS = 2;

/** How many letters two domains differ by; the hyphen of `bauer-sohn` counts as none. */
export function domainDistance(a: string, b: string): number {
  return a.replaceAll('-', '') === b.replaceAll('-', '') ? 0 : editDistance(a, b, EDITS);
}

/** Letters to add, drop or exchange; anything above `most` is told as `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const exchange = (before[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchange, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    before = row;
  }
  return before.at(-1) ?? most + 1;
}
