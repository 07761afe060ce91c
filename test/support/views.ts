import type { Capability } from '@/utils/connectors/types';
import {
  emptyView,
  type Match,
  type PanelView,
  type Source,
  type SourceAnswer,
  type Subject,
} from '@/utils/messages/view';
import { found, partyOf, type person } from './people';

/** All that a book of this browser can do. */
export const allCapabilities: readonly Capability[] = [
  'tickets',
  'ticket',
  'notes',
  'files',
  'file',
  'billing',
  'chats',
  'history',
  'details',
  'definitions',
  'groups',
  'labels',
  'search',
  'organisations',
  'organisation',
  'teams',
  'person.create',
  'person.delete',
  'person.set',
  'email.set',
  'email.primary',
  'contact.set',
  'custom.set',
  'label.set',
  'group.set',
  'membership.set',
  'note.add',
  'note.set',
  'note.remove',
  'file.add',
  'file.remove',
  'ticket.create',
  'ticket.delete',
  'ticket.state',
  'ticket.urgent',
  'ticket.notify',
  'holdings',
  'suspects',
  'person.erase',
  'person.hide',
  'account.enable',
  'address.ban',
];

/** Builders for what the panel draws: a test names only what it is about. */
export const sources = {
  book: { id: 'book', name: 'My book', mark: { shape: 'square', letter: 'B' }, local: true },
  rt: {
    id: 'rt',
    name: 'RT Support',
    mark: { shape: 'diamond', letter: 'R' },
    local: false,
    origin: 'https://rt.example.org',
  },
  zammad: { id: 'zammad', name: 'Zammad West', mark: { shape: 'hexagon', letter: 'Z' }, local: false },
} as const satisfies Readonly<Record<string, Source>>;

export function subject(some: Partial<Subject> = {}): Subject {
  return {
    key: 'gmail|m1|anna@example.com',
    party: partyOf('Anna Keller', 'anna@example.com'),
    role: 'from',
    origin: 'page',
    title: null,
    noReply: false,
    ...some,
  };
}

export function match(some: Parameters<typeof person>[0] = {}, more: Partial<Match> = {}): Match {
  const none = { state: 'read', part: { items: [], total: 0 } } as const;
  return { ...found(some), profile: { open: none, resolved: none, notes: none }, ...more };
}

export function answer(matches: readonly Match[] = [], some: Partial<SourceAnswer> = {}): SourceAnswer {
  return {
    source: sources.book,
    state: 'answered',
    since: '2026-11-17T13:32:00.000Z',
    matches,
    can: allCapabilities,
    denied: [],
    ...some,
  };
}

/** A view of an open message; `shown` is whoever alone was found. */
export function view(some: Partial<PanelView> = {}): PanelView {
  const answers = some.answers ?? [];
  const hits = answers.flatMap(({ matches }) => matches);
  const alone = answers.every(({ matches }) => matches.length < 2) ? hits[0] : undefined;
  return {
    ...emptyView(1),
    revision: 1,
    page: { state: 'open', host: 'mail.google.com', site: 'gmail' },
    subject: subject(),
    shown: alone?.person.ref ?? null,
    sources: [sources.book],
    ...some,
  };
}
