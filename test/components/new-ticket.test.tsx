import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { ticket } from '@/test/support/people';
import { allCapabilities, answer, match, sources, view } from '@/test/support/views';
import type { Capability } from '@/utils/connectors/types';
import type { Ticket } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

interface Case {
  readonly open?: readonly Ticket[];
  readonly can?: readonly Capability[];
  readonly denied?: readonly Capability[];
  readonly answers?: Answers;
}

function viewOf({ open = [ticket()], can = allCapabilities, denied = [] }: Case) {
  const profile = { open: { state: 'read', part: { items: open, total: open.length } } } as const;
  return view({ answers: [answer([match({}, { profile })], { can, denied })] });
}

const draw = (some: Case = {}) => drawPanel(viewOf(some), some.answers ?? {});
const openPart = () => screen.getByRole('region', { name: /^Open/ });

describe('A new ticket', () => {
  const ran = { entry: 'e1', made: ['9'] };
  const made = (number: string): Answers => ({
    'action.run': () => ran,
    'action.undo': () => ({ entry: 'e2', made: [] }),
    'ticket.page': () => ({
      ticket: ticket({ id: '9', number }),
      person: null,
      agent: null,
      team: null,
      organisation: null,
      labels: [],
      charges: null,
      activity: [],
      at: { source: sources.book, can: allCapabilities, denied: [] },
    }),
  });
  const start = () => fireEvent.click(within(openPart()).getByRole('button', { name: 'New ticket' }));
  const title = () => screen.getByRole('textbox', { name: 'Title' });
  const type = (text: string) => fireEvent.input(title(), { target: { value: text } });

  it('is made with Enter, told with its number, and can be taken back', async () => {
    const { questions } = draw({ answers: made('1050') });
    start();
    expect(document.activeElement).toBe(title());
    type('Printer on fire');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Urgent' }));
    fireEvent.submit(screen.getByRole('form', { name: 'New ticket' }));
    expect(await screen.findByText('Ticket 1050 created')).toBeTruthy();
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: { action: 'new-ticket', input: { title: 'Printer on fire', text: '', urgent: true } },
      },
    ]);
    expect(screen.queryByRole('form', { name: 'New ticket' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('is made from its text with Ctrl and Enter', async () => {
    const { questions } = draw({ answers: made('1050') });
    start();
    type('Printer');
    const text = screen.getByRole('textbox', { name: 'First message, if any' });
    fireEvent.input(text, { target: { value: 'It burns.' } });
    fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true });
    await screen.findByText('Ticket 1050 created');
    expect(questions('action.run')).toMatchObject([{ chosen: { input: { title: 'Printer', text: 'It burns.' } } }]);
  });

  it('is asked for where there is none yet', () => {
    draw({ open: [] });
    const line = screen.getByText('No open tickets.').parentElement ?? document.body;
    fireEvent.click(within(line).getByRole('button', { name: 'New ticket' }));
    expect(title()).toBeTruthy();
  });

  it('is asked for from the facts above, also where the list is folded away', async () => {
    draw({
      answers: {
        'preferences.get': () => ({
          ownAddresses: [],
          neverLookUp: [],
          theme: 'system',
          singleKeys: true,
          folded: { open: true },
        }),
      },
    });
    const fold = screen.getByRole('button', { name: 'Open (1)' });
    await waitFor(() => expect(fold.getAttribute('aria-expanded')).toBe('false'));
    const [quick] = screen.getAllByRole('button', { name: /^(?:New ticket|Ticket)/ });
    fireEvent.click(quick ?? fold);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(title());
  });

  it('needs a title, and says so', async () => {
    const { questions } = draw({ answers: made('1050') });
    start();
    fireEvent.submit(screen.getByRole('form', { name: 'New ticket' }));
    expect(await screen.findByText('A ticket needs a title.')).toBeTruthy();
    expect(title().getAttribute('aria-invalid')).toBe('true');
    expect(questions('action.run')).toEqual([]);
  });

  it('stays as typed when it could not be made', async () => {
    draw({
      answers: {
        'action.run': () => {
          throw new ProblemError({ kind: 'storage-full' });
        },
      },
    });
    start();
    type('Printer');
    fireEvent.submit(screen.getByRole('form', { name: 'New ticket' }));
    expect(await screen.findByText('The ticket was not created in My book.')).toBeTruthy();
    expect(title()).toHaveProperty('value', 'Printer');
  });

  it('is given up with Escape, and what was typed goes', async () => {
    const { questions } = draw();
    start();
    type('Printer');
    fireEvent.keyDown(title(), { key: 'Escape' });
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    await waitFor(() => expect(questions('typed.keep')).toContainEqual(expect.objectContaining({ typed: null })));
  });

  it('goes on from what was typed before', async () => {
    const at = '2026-11-17T13:00:00.000Z';
    draw({ answers: { 'typed.get': () => ({ ticket: { text: 'Half a ti', base: '', at } }) } });
    await waitFor(() => expect(title()).toHaveProperty('value', 'Half a ti'));
  });

  it('is not offered where there is no such thing, and not pressed where the login may not', () => {
    const can = allCapabilities.filter((one) => one !== 'ticket.create');
    const { show, questions } = draw({ can });
    expect(within(openPart()).queryByRole('button', { name: 'New ticket' })).toBeNull();
    show(viewOf({ can, denied: ['ticket.create'] }));
    const button = within(openPart()).getByRole('button', { name: 'New ticket' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    expect(questions('action.run')).toEqual([]);
  });
});
