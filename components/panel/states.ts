// Which of the panel's states holds, from its view alone. Exactly one does, and the order of the questions is the rule:
// nobody is shown who was not found for this very subject, and nobody is picked in silence.

import type { ApartPair, Match, OpenTicket, PanelView, SourceAnswer, Subject } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';

/** A match with the answer it came in. */
export interface Hit {
  readonly match: Match;
  readonly answer: SourceAnswer;
}

export type PanelState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-message' | 'no-writer' | 'page-unknown' | 'no-access' | 'site-off' | 'participants' }
  | { readonly kind: 'ticket-looking' | 'ticket-failed' | 'ticket-nobody'; readonly ticket: OpenTicket }
  | { readonly kind: 'never' | 'looking' | 'not-found' | 'name-only' | 'failed'; readonly subject: Subject }
  | { readonly kind: 'several'; readonly subject: Subject; readonly hits: readonly Hit[] }
  | { readonly kind: 'found'; readonly subject: Subject; readonly hit: Hit };

export const refKey = (ref: PersonRef): string => `${ref.connection}:${ref.id}`;

export function hitsOf(answers: readonly SourceAnswer[]): readonly Hit[] {
  return answers.flatMap((answer) => answer.matches.map((match) => ({ match, answer })));
}

/** Who was declared different of those that the view names. */
export function apartAmong({ answers, apart = [] }: Pick<PanelView, 'answers' | 'apart'>): readonly ApartPair[] {
  const hits = hitsOf(answers);
  return apart.filter((pair) => pair.every((ref) => hits.some(({ match }) => sameRef(match.person.ref, ref))));
}

export const failedAnswers = (answers: readonly SourceAnswer[]): readonly SourceAnswer[] =>
  answers.filter((answer) => answer.problem !== undefined);

function withoutSubject({ page, others }: PanelView): PanelState {
  if (page.state === 'no-access') return { kind: 'no-access' };
  if (page.state === 'off') return { kind: 'site-off' };
  const ticket = page.state === 'open' ? page.ticket : undefined;
  if (ticket?.state === 'looking') return { kind: 'ticket-looking', ticket };
  if (others.length > 0) return { kind: 'participants' };
  if (ticket?.state === 'failed') return { kind: 'ticket-failed', ticket };
  if (ticket !== undefined) return { kind: 'ticket-nobody', ticket };
  if (page.state === 'open') return { kind: 'no-writer' };
  return { kind: page.state === 'unknown' ? 'page-unknown' : 'no-message' };
}

function nobody(subject: Subject, answers: readonly SourceAnswer[]): PanelState {
  const asked = answers.length > 0;
  if (answers.some(({ state }) => state === 'looking')) return { kind: 'looking', subject };
  if (subject.party.address === null) return { kind: 'name-only', subject };
  // A server that could not be asked has not said that nobody is there.
  if (asked && answers.every(({ state }) => state === 'failed')) return { kind: 'failed', subject };
  return { kind: 'not-found', subject };
}

export function stateOf(view: PanelView | null): PanelState {
  if (view === null) return { kind: 'starting' };
  const { subject, answers, shown } = view;
  if (subject === null) return withoutSubject(view);
  if (view.never) return { kind: 'never', subject };
  const hits = hitsOf(answers);
  if (shown !== null) {
    const hit = hits.find(({ match }) => sameRef(match.person.ref, shown));
    // The answers still belong to somebody else.
    return hit === undefined ? { kind: 'looking', subject } : { kind: 'found', subject, hit };
  }
  const several = answers.some(({ matches }) => matches.length > 1) || apartAmong(view).length > 0;
  if (several) return { kind: 'several', subject, hits };
  const first = hits[0];
  return first === undefined ? nobody(subject, answers) : { kind: 'found', subject, hit: first };
}

/** Who the subject is called, on the strength of the page alone. */
export const subjectName = ({ party }: Subject): string =>
  party.name === '' ? ((party.shown || party.address) ?? '') : party.name;
