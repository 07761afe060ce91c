// Zammad has no merge (up to 7.2): whoever was merged into another stays as a closed record, and says so itself.

import { parseAddress } from '@/utils/people/address';
import { LONGEST_NOTE, textOf, withText } from './note-text';
import type { User } from './shapes';

/** Instead of an address that is given up: a login has to be there, and nobody else's. */
export const goneLogin = ({ id }: Pick<User, 'id'>, into: string | undefined): string =>
  into === undefined ? `merged-${id}` : `merged-${id}-into-${into}`;

/** Whether the login only stands for an address that was given up. */
export const isGoneLogin = ({ id, login }: Pick<User, 'id' | 'login'>): boolean =>
  new RegExp(`^merged-${id}(?:-into-\\d+)?$`, 'u').test(login);

/**
 * They sign in with a name of their own, which is no address: the login is taken, so that no second address has a place
 * there. A user without an address, whom Zammad itself has named, keeps that name too.
 */
export const hasOwnLogin = (user: Pick<User, 'id' | 'login'>): boolean =>
  user.login !== '' && parseAddress(user.login) === null && !isGoneLogin(user);

/** For whoever finds the record in Zammad, whatever their language. */
const lineFor = (into: string): string => `Merged into #${into}`;
const markFor = (into: string): string => `<div>${lineFor(into)}</div>`;

/** The note, which says into whom they were merged; as it is where there is no room. */
export function marked(note: string, into: string): string {
  const next = note + markFor(into);
  return [...next].length > LONGEST_NOTE || isMarked(note, into) ? note : next;
}

/** The note as it was before. */
export function unmarked(note: string, into: string): string {
  const mark = markFor(into);
  if (note.endsWith(mark)) return note.slice(0, -mark.length);
  if (!isMarked(note, into)) return note;
  return withText(note, textOf(note).split('\n').slice(0, -1).join('\n'));
}

/** Zammad may tidy the mark-up. */
const isMarked = (note: string, into: string): boolean => textOf(note).split('\n').at(-1) === lineFor(into);
