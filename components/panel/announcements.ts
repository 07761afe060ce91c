// What a screen reader is told when the state changes: once, in one sentence, politely unless something failed.

import { listText } from '@/components/ui/list-text';
import { plural, t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import type { Problem } from '@/utils/problem';
import { organisationOf } from './person-words';
import { problemWords } from './problem-words';
import { type PanelState, refKey, subjectName } from './states';

export interface Announcement {
  /** The same key is not said twice in a row. */
  readonly key: string;
  readonly text: string;
  /** ms to wait: what is over by then is not worth a word. */
  readonly after: number;
  /** Nobody asked for it: that it is so again, after it was not for a moment, is no news. */
  readonly once?: true;
}

const LOOKING = 1000;
const SETTLED = 100;

const politely: ReadonlySet<Problem['kind']> = new Set([
  'offline',
  'signed-out',
  'no-access',
  'rate-limited',
  'forbidden',
  'locked',
]);

const nameOf = ({ sources }: PanelView, connection: string): string =>
  sources.find(({ id }) => id === connection)?.name ?? '';

function wordsOf(view: PanelView, state: PanelState): string {
  switch (state.kind) {
    case 'looking':
      return t('say_looking', [subjectName(state.subject)]);
    case 'found': {
      const { person, openTickets } = state.hit.match;
      if (view.created !== null && refKey(view.created.ref) === refKey(person.ref)) return t('say_created');
      return listText([person.name, organisationOf(person), plural('say_open_tickets', openTickets)]);
    }
    case 'several':
      return plural('say_several', state.hits.length);
    case 'participants':
      return plural('people_in_conversation', view.others.length + view.more);
    case 'not-found':
      return t('say_not_found');
    case 'name-only':
      return t('name_only');
    case 'no-access':
      return view.page.host === null ? t('access_title_any') : t('access_title', [view.page.host]);
    case 'page-unknown':
      return t('page_unknown');
    case 'no-writer':
      return t('no_writer');
    case 'ticket-looking':
      return t('ticket_looking', [nameOf(view, state.ticket.connection)]);
    case 'ticket-failed':
      return t('failed_requestors', [nameOf(view, state.ticket.connection)]);
    case 'ticket-nobody':
      return t('ticket_of_nobody', [nameOf(view, state.ticket.connection)]);
    default:
      return '';
  }
}

/** For the polite region; null where nothing is said. */
export function stateAnnouncement(view: PanelView | null, state: PanelState): Announcement | null {
  if (view === null) return null;
  const text = view.page.state === 'orphaned' ? t('orphaned') : wordsOf(view, state);
  if (text === '') return null;
  const who = state.kind === 'found' ? refKey(state.hit.match.person.ref) : '';
  const created = view.created === null ? '' : view.created.at;
  const key = [view.page.state, state.kind, view.subject?.key ?? '', who, created].join('|');
  return { key, text, after: state.kind === 'looking' || state.kind === 'ticket-looking' ? LOOKING : SETTLED };
}

interface FailedPlace {
  readonly key: string;
  readonly text: string;
  readonly polite: boolean;
  /** It is tried again by itself, and may fail again and again. */
  readonly byItself: boolean;
}

function failedPlaces(view: PanelView, state: PanelState): readonly FailedPlace[] {
  const sources = view.answers.flatMap(({ source, problem }): readonly FailedPlace[] =>
    problem === undefined
      ? []
      : [
          {
            key: `${source.id} ${problem.kind}`,
            text: Object.values(pick(problemWords(problem, 'failed_people', source.name))).join(' '),
            polite: politely.has(problem.kind),
            byItself: problem.kind === 'rate-limited',
          },
        ],
  );
  if (state.kind !== 'found') return sources;
  const { match, answer } = state.hit;
  const { open, notes } = match.profile ?? {};
  const part = (
    name: 'failed_tickets' | 'failed_notes',
    section: typeof open | typeof notes,
  ): readonly FailedPlace[] =>
    section?.state !== 'failed'
      ? []
      : [
          {
            key: `${refKey(match.person.ref)} ${name}`,
            text: Object.values(pick(problemWords(section.problem, name, answer.source.name))).join(' '),
            polite: true,
            byItself: section.problem.kind === 'rate-limited',
          },
        ];
  return [...sources, ...part('failed_tickets', open), ...part('failed_notes', notes)];
}

const pick = ({ title, detail }: { readonly title: string; readonly detail: string }) => ({ title, detail });

/** What failed: at a server, assertively; in a part of the profile, politely. */
export function failureAnnouncements(
  view: PanelView | null,
  state: PanelState,
): { readonly polite: Announcement | null; readonly assertive: Announcement | null } {
  const places = view === null ? [] : failedPlaces(view, state);
  const joined = (polite: boolean): Announcement | null => {
    const some = places.filter((place) => place.polite === polite);
    if (some.length === 0) return null;
    const key = [view?.subject?.key ?? '', ...some.map((place) => place.key)].join('|');
    const once = some.every(({ byItself }) => byItself) && { once: true as const };
    return { key, text: some.map(({ text }) => text).join(' '), after: SETTLED, ...once };
  };
  return { polite: joined(true), assertive: joined(false) };
}
