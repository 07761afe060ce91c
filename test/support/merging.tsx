import { screen, within } from '@testing-library/preact';
import { MergePage } from '@/components/merge/MergePage';
import type { Holdings } from '@/utils/connectors/types';
import type { Plan } from '@/utils/messages/protocol';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { Answers } from './asking';
import { drawPart } from './draw-part';
import { address, person } from './people';
import { answer, match, view } from './views';

export const PHUONG = { connection: 'book', id: '4821' };
export const THAO = { connection: 'book', id: '5177' };
export const WORK = address('thao.nguyen@harbourfinch.example');
export const HOME = address('thao@home.example');

/** Whoever has the longer history. */
export const phuong = (some: Partial<Person> = {}): Person =>
  person({
    ref: PHUONG,
    name: 'Phương Thảo Nguyễn',
    emails: [{ address: WORK, primary: true }],
    language: 'en',
    labels: ['key account'],
    groups: [{ id: 'g1', name: 'Customers' }],
    memberships: [{ organisation: '7', name: 'Harbour & Finch', position: 'Accounts lead' }],
    fields: [
      { type: 'phone', value: '+49 30 5550133' },
      { type: 'text', label: 'Seat', value: '14', custom: true, id: '3' },
    ],
    createdAt: '2021-03-01T08:00:00.000Z',
    version: 'p1',
    ...some,
  });

export const thao = (some: Partial<Person> = {}): Person =>
  person({
    ref: THAO,
    name: 'Thao N.',
    emails: [{ address: HOME, primary: true }],
    language: 'vi',
    labels: ['freelance'],
    memberships: [{ organisation: '7', name: 'Harbour & Finch', position: 'Bookkeeper' }],
    fields: [{ type: 'website', value: 'https://thao.example' }],
    createdAt: '2025-06-01T08:00:00.000Z',
    version: 't1',
    ...some,
  });

export const plan = (some: Partial<Plan> = {}): Plan => ({
  draft: 'd1',
  changes: [
    { type: 'person.hide', person: THAO.id, into: PHUONG.id, from: false, to: true },
    { type: 'ticket.move', person: THAO.id, items: ['1', '2', '3'], from: THAO.id, to: PHUONG.id },
    { type: 'note.move', person: THAO.id, items: ['8', '9'], from: THAO.id, to: PHUONG.id },
    { type: 'file.move', person: THAO.id, items: ['5'], from: THAO.id, to: PHUONG.id },
  ],
  final: [],
  ...some,
});

const tickets: Readonly<Record<string, Holdings>> = {
  [PHUONG.id]: { tickets: { count: 14, open: 2 } },
  [THAO.id]: { tickets: { count: 3, open: 1 } },
};

/** The page over a book that has these two; what it plans counts up: d1, d2, … */
export function drawMerge(
  people: readonly Person[] = [phuong(), thao()],
  answers: Answers = {},
  page: Partial<Pick<SourceAnswer, 'source' | 'can' | 'oneOrganisation' | 'room' | 'limits' | 'mergesAt'>> & {
    readonly goes?: typeof THAO | null;
    readonly stays?: typeof THAO;
  } = {},
) {
  const drafts = { planned: 0 };
  const { goes = THAO, stays = PHUONG, ...at } = page;
  const asked = [{ ...answer([match({ ref: PHUONG })]), ...at }];
  const shown = view({ answers: asked, ...(page.source && { sources: [page.source] }) });
  return drawPart(<MergePage view={shown} stays={stays} goes={goes} />, {
    people: ({ refs }) =>
      refs.map(({ id }) => {
        const found = people.find(({ ref }) => ref.id === id);
        if (found === undefined) throw new ProblemError({ kind: 'missing' });
        return found;
      }),
    holdings: ({ ref }) => tickets[ref.id] ?? {},
    unseen: () => 0,
    definitions: () => [],
    'action.plan': () => {
      drafts.planned += 1;
      return plan({ draft: `d${drafts.planned}` });
    },
    'action.drop': () => null,
    'action.confirm': () => ({ entry: 'e1', made: [] }),
    'lookup.person': () => null,
    ...answers,
  });
}

export const part = (name: RegExp | string) => within(screen.getByRole('region', { name }));
export const group = (name: RegExp | string) => within(screen.getByRole('group', { name }));
export const mergeButton = () => screen.findByRole('button', { name: 'Merge these two people' });
