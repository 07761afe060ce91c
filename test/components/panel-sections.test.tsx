import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { note, ticket } from '@/test/support/people';
import { answer, match, sources, subject, view } from '@/test/support/views';
import type { Note, Ticket } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const read = <Item,>(items: readonly Item[], total = items.length) =>
  ({ state: 'read', part: { items, total } }) as const;
const profile = (parts: { open?: readonly Ticket[]; resolved?: readonly Ticket[]; notes?: readonly Note[] }) => ({
  profile: { open: read(parts.open ?? []), resolved: read(parts.resolved ?? []), notes: read(parts.notes ?? []) },
});

afterEach(() => {
  vi.useRealTimers();
});

const section = (name: string | RegExp) => screen.getByRole('region', { name });

describe('The parts of the profile', () => {
  it('counts open tickets with their age, and says urgency and state in words', () => {
    drawPanel(
      view({
        answers: [
          answer([
            match(
              {},
              profile({ open: [ticket({ title: 'Invoice', urgent: true, updatedAt: '2026-11-17T10:30:00.000Z' })] }),
            ),
          ]),
        ],
      }),
    );
    const open = section(/^Open \(1\)/);
    expect(within(open).getByText('Invoice')).toBeTruthy();
    expect(within(open).getByText('Urgent')).toBeTruthy();
    expect(within(open).getByText('Waiting for us')).toBeTruthy();
    expect(within(open).getByText('3 h')).toBeTruthy();
  });

  it('leads to a ticket only over the web', () => {
    const open = [
      ticket({ id: '1', title: 'Safe', url: 'https://rt.example.com/1' }),
      ticket({ id: '2', title: 'Unsafe', url: 'javascript:alert(1)' }),
    ];
    drawPanel(view({ answers: [answer([match({}, profile({ open }))])] }));
    expect(screen.getByRole('link', { name: 'Safe' }).getAttribute('href')).toBe('https://rt.example.com/1');
    expect(screen.queryByRole('link', { name: 'Unsafe' })).toBeNull();
  });

  it('shows five tickets, and all of them on a press', async () => {
    const all = Array.from({ length: 8 }, (_, at) => ticket({ id: String(at), title: `Ticket ${at}` }));
    const some = { ...match(), profile: { open: read(all.slice(0, 5), 8), resolved: read([]), notes: read([]) } };
    const { questions } = drawPanel(view({ answers: [answer([some])] }), { tickets: () => ({ items: all, total: 8 }) });
    expect(within(section(/^Open/)).getAllByRole('listitem')).toHaveLength(5);
    const all8 = screen.getByRole('button', { name: 'Show all 8 tickets' });
    all8.focus();
    fireEvent.click(all8);
    await waitFor(() => expect(within(section(/^Open/)).getAllByRole('listitem')).toHaveLength(8));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open (8)' }));
    expect(questions('tickets')).toEqual([{ ref: some.person.ref, which: 'open', limit: 8 }]);
  });

  it('keeps resolved tickets folded until they are asked for, and remembers it', () => {
    const { questions } = drawPanel(
      view({ answers: [answer([match({}, profile({ resolved: [ticket({ title: 'Old' })] }))])] }),
    );
    const fold = screen.getByRole('button', { name: 'Resolved (1)' });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    expect(questions('preferences.set')).toEqual([{ folded: { resolved: false } }]);
  });

  it('comes folded as it was left', async () => {
    drawPanel(view({ answers: [answer([match({ summary: 'Prefers mail.' })])] }), {
      'preferences.get': () => ({
        ownAddresses: [],
        neverLookUp: [],
        theme: 'system',
        singleKeys: true,
        folded: { summary: true },
      }),
    });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Summary' }).getAttribute('aria-expanded')).toBe('false'),
    );
  });

  it('says in one line that there are no open tickets, and leaves empty parts out', () => {
    drawPanel(view({ answers: [answer([match()])] }));
    expect(screen.getByText('No open tickets.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: /Resolved/ })).toBeNull();
  });

  it('leaves out what the server does not have', () => {
    drawPanel(view({ answers: [answer([{ ...match(), profile: {} }])] }));
    expect(screen.queryByRole('heading', { name: /Open/ })).toBeNull();
    expect(screen.queryByRole('tab', { name: /Notes/ })).toBeNull();
  });

  it('shows the latest two notes with their files, and all of them on their own tab', async () => {
    const all = Array.from({ length: 4 }, (_, at) => note({ id: String(at), text: `Note ${at}` }));
    const files = [{ id: 'f', name: 'credit-note-2291.pdf', size: 184_000, type: 'application/pdf' }];
    const some = {
      ...match(),
      profile: {
        open: read([]),
        resolved: read([]),
        notes: read([{ ...note({ text: 'Note 0' }), files }, note({ id: 'b' })], 4),
      },
    };
    drawPanel(view({ answers: [answer([some])] }), { notes: () => ({ items: all, total: 4 }) });
    const notes = section(/^Notes \(4\)/);
    expect(within(notes).getByText('credit-note-2291.pdf')).toBeTruthy();
    expect(within(notes).getByText('184 kB')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all 4 notes' }));
    expect(screen.getByRole('tab', { name: 'Notes 4' }).getAttribute('aria-selected')).toBe('true');
    expect(await screen.findByText('Note 3')).toBeTruthy();
  });

  it('asks once for all notes, also of a server that counts more than it gives', async () => {
    vi.useFakeTimers();
    const all = ['Note 0', 'Note 1', 'Note 2'].map((text, at) => note({ id: String(at), text }));
    const some = { ...match(), profile: { notes: read(all.slice(0, 2), 4) } };
    const { questions } = drawPanel(view({ answers: [answer([some])] }), { notes: () => ({ items: all, total: 4 }) });
    fireEvent.click(screen.getByRole('tab', { name: 'Notes 4' }));
    await act(async () => void (await vi.advanceTimersByTimeAsync(500)));
    expect(screen.getByText('Note 2')).toBeTruthy();
    expect(questions('notes')).toHaveLength(1);
  });

  it('tells in its place that notes failed, keeps the rest, and tries again', async () => {
    const some = {
      ...match({ summary: 'Prefers mail.' }),
      profile: { open: read([ticket()]), notes: { state: 'failed', problem: { kind: 'server', status: 502 } } },
    } as const;
    drawPanel(view({ answers: [answer([some], { source: sources.rt })] }), {
      notes: () => ({ items: [note()], total: 1 }),
    });
    const notes = section('Notes');
    expect(within(notes).getByText('Notes could not be read from RT Support.')).toBeTruthy();
    expect(within(notes).getByText('The server answered 502. The rest is current.')).toBeTruthy();
    expect(screen.getByText('Prefers mail.')).toBeTruthy();
    fireEvent.click(within(notes).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Agreed.')).toBeTruthy();
  });

  it('drops the rest of a list that comes for somebody who is no longer shown', async () => {
    const late: { answer?: (part: { items: Ticket[]; total: number }) => void } = {};
    const anna = { ...match(), profile: { open: read([ticket()], 9) } };
    const { show } = drawPanel(view({ answers: [answer([anna])] }), {
      tickets: () => new Promise((answer) => Object.assign(late, { answer })),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Show all 9 tickets' }));
    const other = match(
      { ref: { connection: 'book', id: '2' }, name: 'Ben' },
      profile({ open: [ticket({ title: 'His own' })] }),
    );
    show(view({ subject: subject({ key: 'other' }), answers: [answer([other])] }));
    late.answer?.({ items: [ticket({ title: 'Hers' })], total: 1 });
    await waitFor(() => expect(screen.getByText('His own')).toBeTruthy());
    expect(screen.queryByText('Hers')).toBeNull();
  });

  it('fails a whole list only in its own place', async () => {
    const some = { ...match(), profile: { open: read([ticket({ title: 'First' })], 9) } };
    drawPanel(view({ answers: [answer([some])] }), {
      tickets: () => {
        throw new ProblemError({ kind: 'timeout' });
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Show all 9 tickets' }));
    expect(await screen.findByText('Tickets could not be read from My book.')).toBeTruthy();
    expect(screen.getByText('First')).toBeTruthy();
  });
});
