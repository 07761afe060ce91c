import type { Match, PanelView, SourceAnswer } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';

export function matchOf(answers: readonly SourceAnswer[], ref: PersonRef | null): Match | undefined {
  return answers.flatMap(({ matches }) => matches).find(({ person }) => sameRef(person.ref, ref));
}

/**
 * Whose profile stands there, after another answer has come. Nobody is picked in silence: if one server has
 * several people for the address, none is shown until the user picks one, or has said "always" before. One record
 * in each of several servers is one person seen from several sides; the first to answer is shown and stays.
 */
export function whoIsShown(
  answers: readonly SourceAnswer[],
  before: { readonly shown: PersonRef | null; readonly picked: boolean },
  always: PersonRef | undefined,
): Pick<PanelView, 'shown' | 'always'> {
  const known = matchOf(answers, before.shown) !== undefined;
  // Whom the user opened is waited for, whoever else answers first.
  const awaited = answers.some(({ source, state }) => source.id === before.shown?.connection && state === 'looking');
  if (before.picked && (known || awaited)) return { shown: before.shown, always: false };
  if (always && matchOf(answers, always)) return { shown: always, always: true };
  if (answers.some(({ matches }) => matches.length > 1)) return { shown: null, always: false };
  if (known) return { shown: before.shown, always: false };
  return { shown: answers.find(({ matches }) => matches.length === 1)?.matches[0]?.person.ref ?? null, always: false };
}
