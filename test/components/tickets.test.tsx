import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { address, ticket } from '@/test/support/people';
import { allCapabilities, answer, match, view } from '@/test/support/views';
import type { Capability } from '@/utils/connectors/types';
import type { Match } from '@/utils/messages/view';
import type { EmailAddress, Ticket } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const read = <Item,>(items: readonly Item[], total = items.length) =>
  ({ state: 'read', part: { items, total } }) as const;

const emails: readonly EmailAddress[] = [
  { address: address('anna@example.com'), primary: true },
  { address: address('anna@home.example.org'), primary: false },
];

const tickets: readonly Ticket[] = [
  ticket({
    id: '1',
    number: '1001',
    title: 'Oldest',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-11-16T00:00:00Z',
  }),
  ticket({
    id: '2',
    number: '1002',
    title: 'Urgent one',
    urgent: true,
    createdAt: '2026-02-01T00:00:00Z',
    updatedAt: '2026-11-10T00:00:00Z',
  }),
  ticket({
    id: '3',
    number: '1003',
    title: 'Newest',
    createdAt: '2026-03-01T00:00:00Z',
    updatedAt: '2026-11-15T00:00:00Z',
  }),
];

interface Case {
  readonly open?: readonly Ticket[];
  readonly total?: number;
  readonly person?: Parameters<typeof match>[0];
  readonly more?: Partial<Match>;
  readonly can?: readonly Capability[];
  readonly denied?: readonly Capability[];
  readonly answers?: Answers;
}

const viewOf = ({ open = tickets, total, person = {}, more = {}, can = allCapabilities, denied = [] }: Case) =>
  view({
    answers: [
      answer([match(person, { profile: { open: read(open, total ?? open.length), resolved: read([]) }, ...more })], {
        can,
        denied,
      }),
    ],
  });

const draw = (some: Case = {}) => drawPanel(viewOf(some), some.answers ?? {});
const openPart = () => screen.getByRole('region', { name: /^Open/ });
const titles = () =>
  within(openPart())
    .getAllByRole('link')
    .map((link) => link.textContent);

async function sortBy(name: string): Promise<void> {
  fireEvent.click(within(openPart()).getByRole('button', { name: /^Sorted by/ }));
  fireEvent.click(await screen.findByRole('menuitemradio', { name }));
}

describe('Tickets of a person', () => {
  it('are sorted by last reply, and by whatever else is chosen, which is remembered', async () => {
    const { questions } = draw();
    expect(titles()).toEqual(['Oldest', 'Newest', 'Urgent one']);
    await sortBy('Newest');
    expect(titles()).toEqual(['Newest', 'Urgent one', 'Oldest']);
    await sortBy('Urgency');
    expect(titles()).toEqual(['Urgent one', 'Oldest', 'Newest']);
    expect(questions('preferences.set')).toEqual([
      { folded: { 'tickets-by-newest': true } },
      { folded: { 'tickets-by-newest': false } },
      { folded: { 'tickets-by-urgency': true } },
    ]);
    expect(questions('tickets')).toEqual([]);
  });

  it('come sorted as they were left', async () => {
    draw({
      answers: {
        'preferences.get': () => ({
          ownAddresses: [],
          neverLookUp: [],
          theme: 'system',
          singleKeys: true,
          folded: { 'tickets-by-oldest': true },
        }),
      },
    });
    await waitFor(() => expect(titles()).toEqual(['Oldest', 'Urgent one', 'Newest']));
    fireEvent.click(screen.getByRole('button', { name: 'Sorted by: Oldest' }));
    expect((await screen.findByRole('menuitemradio', { name: 'Oldest' })).getAttribute('aria-checked')).toBe('true');
  });

  it('are sorted by the server where it has more than are shown', async () => {
    const { questions } = draw({
      total: 40,
      answers: { tickets: ({ sort }) => ({ items: sort === 'oldest' ? [...tickets].reverse() : tickets, total: 40 }) },
    });
    await sortBy('Oldest');
    await waitFor(() => expect(titles()).toEqual(['Newest', 'Urgent one', 'Oldest']));
    expect(questions('tickets')).toEqual([
      { ref: { connection: 'book', id: '1' }, which: 'open', limit: 5, sort: 'oldest' },
    ]);
  });

  it('are not asked for in another order while they are folded away', async () => {
    const { questions } = draw({
      total: 40,
      answers: {
        tickets: () => ({ items: tickets, total: 40 }),
        'preferences.get': () => ({
          ownAddresses: [],
          neverLookUp: [],
          theme: 'system',
          singleKeys: true,
          folded: { 'tickets-by-oldest': true, open: true },
        }),
      },
    });
    const fold = screen.getByRole('button', { name: 'Open (40)' });
    await waitFor(() => expect(fold.getAttribute('aria-expanded')).toBe('false'));
    expect(questions('tickets')).toEqual([]);
    fireEvent.click(fold);
    await waitFor(() => expect(questions('tickets')).toMatchObject([{ sort: 'oldest' }]));
  });

  it('lead to a page of ours where the book has no other place for them', () => {
    draw();
    expect(screen.getByRole('link', { name: 'Oldest' }).getAttribute('href')).toBe(
      '/ticket.html?connection=book&ticket=1',
    );
  });

  it('are read again with all that are shown when the person was changed', async () => {
    const lists: { now: readonly Ticket[] } = { now: tickets.slice(0, 2) };
    const some: Case = {
      open: tickets.slice(0, 1),
      total: 2,
      answers: { tickets: () => ({ items: lists.now, total: 2 }) },
    };
    const { show, questions } = draw(some);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 2 tickets' }));
    await waitFor(() => expect(titles()).toEqual(['Oldest', 'Urgent one']));
    lists.now = tickets;
    show(viewOf({ ...some, more: { touched: 1 } }));
    expect(titles()).toEqual(['Oldest', 'Urgent one']);
    expect(openPart().getAttribute('aria-busy')).toBeNull();
    await waitFor(() => expect(titles()).toEqual(['Oldest', 'Urgent one', 'Newest']));
    expect(questions('tickets')).toHaveLength(2);
  });

  it('say so when a server counts more than it gives', async () => {
    draw({ total: 9, answers: { tickets: () => ({ items: tickets, total: 9 }) } });
    fireEvent.click(screen.getByRole('button', { name: 'Show all 9 tickets' }));
    expect(await screen.findByText(/My book counts 9 but gave 3\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Show all/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Ask again' })).toBeTruthy();
  });

  it('lay out only what is in sight when there are very many', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ticket({ id: String(at), title: `Ticket ${at}` }));
    draw({ open: many.slice(0, 5), total: 300, answers: { tickets: () => ({ items: many, total: 300 }) } });
    fireEvent.click(screen.getByRole('button', { name: 'Show all 300 tickets' }));
    await waitFor(() => expect(within(openPart()).getAllByRole('listitem')).toHaveLength(300));
    expect(within(openPart()).getByRole('list').className).toBe('many');
  });
});

describe('The address that a ticket notifies', () => {
  const one = tickets.slice(0, 1);
  const menu = () => screen.getByRole('button', { name: /^Ticket 1001 notifies/ });
  const choose = async (name: string) => {
    fireEvent.click(menu());
    fireEvent.click(await screen.findByRole('menuitemradio', { name }));
  };

  it('is changed in the menu of the row, seen at once, and can be taken back', async () => {
    const { questions } = draw({
      open: one,
      person: { emails },
      answers: { 'action.run': () => ({ entry: 'e1', made: [] }) },
    });
    await choose('Notify anna@home.example.org');
    expect(within(openPart()).getByText(/^Notifies/).textContent).toContain('anna@home.example.org');
    expect(await screen.findByText('Ticket 1001 notifies anna@home.example.org')).toBeTruthy();
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: { action: 'notify-address', input: { ticket: '1', from: null, to: 'anna@home.example.org' } },
      },
    ]);
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('goes back to the primary one as "none of its own"', async () => {
    const { questions } = draw({
      open: [{ ...ticket({ id: '1', number: '1001' }), notifies: address('anna@home.example.org') }],
      person: { emails },
      answers: { 'action.run': () => ({ entry: 'e1', made: [] }) },
    });
    await choose('Notify anna@example.com');
    await waitFor(() => expect(questions('action.run')).toHaveLength(1));
    expect(questions('action.run')).toMatchObject([{ chosen: { input: { from: 'anna@home.example.org', to: null } } }]);
  });

  it('says in its row that it was not saved, and tries again', async () => {
    const calls = { count: 0 };
    const { questions } = draw({
      open: one,
      person: { emails },
      answers: {
        'action.run': () => {
          calls.count += 1;
          if (calls.count === 1) throw new ProblemError({ kind: 'timeout' });
          return { entry: 'e1', made: [] };
        },
      },
    });
    await choose('Notify anna@home.example.org');
    expect(await within(openPart()).findByText('Not saved')).toBeTruthy();
    fireEvent.click(within(openPart()).getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(within(openPart()).queryByText('Not saved')).toBeNull());
    expect(questions('action.run')).toHaveLength(2);
    expect(questions('action.run')[1]).toMatchObject({ chosen: { input: { from: null } } });
  });

  it('is no choice with one address, or where it cannot be chosen', () => {
    const { show } = draw({ open: one });
    expect(screen.queryByRole('button', { name: /notifies/ })).toBeNull();
    show(viewOf({ open: one, person: { emails }, can: allCapabilities.filter((each) => each !== 'ticket.notify') }));
    expect(screen.queryByRole('button', { name: /notifies/ })).toBeNull();
  });
});
