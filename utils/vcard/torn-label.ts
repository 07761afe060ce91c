// vCard 4.0 lets an address carry its label as a parameter. Programs that forget to quote it tear the line at the
// label's first colon: what then looks like the first parts of the address is the label's end.

/** The address without what its label left in it: parts before the line's last colon are emptied. */
export function mendTornLabel(line: string, value: string): string {
  if (!/;LABEL=[^"]/i.test(line.slice(0, line.length - value.length))) return value;
  const last = value.lastIndexOf(':');
  if (last < 0) return value;
  const gone = value.slice(0, last).split(';').length;
  const rest = value.split(';').slice(gone);
  return [...Array.from({ length: gone }, () => ''), ...rest].join(';');
}
