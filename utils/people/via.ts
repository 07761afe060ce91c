import { cleanName } from './party';

// Google Groups and Mailman write "'Anna Berg' via Support" when they put their own address into From; the word is
// theirs, in the header itself, and so the same in every language (mail of 2014 to 2026).
const VIA = /^(.{1,200}?)\s+via\s+\S/isu;

/** The writer's name in "X via Group"; null if no list speaks for a person here. */
export function viaName(name: string): string | null {
  const writer = VIA.exec(name)?.[1];
  return writer === undefined ? null : cleanName(writer) || null;
}
