import type { ApartPair, Match, PanelView, SourceAnswer } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';
import { meant } from './own-server';

export function matchOf(answers: readonly SourceAnswer[], ref: PersonRef | null): Match | undefined {
  return answers.flatMap(({ matches }) => matches).find(({ person }) => sameRef(person.ref, ref));
}

/** Those pairs of people declared different that stand among the matches with both of theirs. */
export const apartAmong = (answers: readonly SourceAnswer[], apart: readonly ApartPair[]): readonly ApartPair[] =>
  apart.filter((pair) => pair.every((ref) => matchOf(answers, ref) !== undefined));

/**
 * Whose profile stands there, after another answer has come. Nobody is picked in silence: if one server has
 * several people for the address, or two servers have one each and the user said that these are different people,
 * none is shown until the user picks one, or has said "always" before. Otherwise one record in each of several servers
 * is one person seen from several sides; the first to answer is shown and stays. Whom the server's own page names by an id
 * is no guess: they are shown, however many others there are and whoever answered before.
 *
 * @param apart pairs of records in different servers that are not one person
 */
export function whoIsShown(
  answers: readonly SourceAnswer[],
  before: { readonly shown: PersonRef | null; readonly picked: boolean },
  always: PersonRef | undefined,
  apart: readonly ApartPair[] = [],
): Pick<PanelView, 'shown' | 'always' | 'apart'> {
  const found = apartAmong(answers, apart);
  const decided = (shown: PersonRef | null, isAlways = false) => ({ shown, always: isAlways, apart: found });
  const known = matchOf(answers, before.shown) !== undefined;
  // Whom the user opened is waited for, whoever else answers first.
  const awaited = answers.some(({ source, state }) => source.id === before.shown?.connection && state === 'looking');
  if (before.picked && (known || awaited)) return decided(before.shown);
  if (always && matchOf(answers, always)) return decided(always, true);
  const named = answers.map(meant).find((one) => one !== undefined);
  if (named) return decided(named.ref);
  if (found.length > 0 || answers.some(({ matches }) => matches.length > 1)) return decided(null);
  if (known) return decided(before.shown);
  return decided(answers.find(({ matches }) => matches.length === 1)?.matches[0]?.person.ref ?? null);
}
