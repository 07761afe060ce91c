/** What a connector found instead, as text of a field: the value itself, or the one thing it is about. */
export function textOfTheirs(theirs: unknown): string {
  if (typeof theirs === 'string') return theirs;
  if (typeof theirs === 'number' || typeof theirs === 'boolean') return String(theirs);
  if (typeof theirs !== 'object' || theirs === null) return '';
  if ('value' in theirs) return textOfTheirs(theirs.value);
  if ('address' in theirs) return textOfTheirs(theirs.address);
  if ('name' in theirs) return textOfTheirs(theirs.name);
  return '';
}
