import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { TicketPage } from '@/components/ticket/TicketPage';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import { NOW } from '@/test/support/draw-panel';
import { address, person, ticket } from '@/test/support/people';
import { allCapabilities, sources } from '@/test/support/views';
import type { AnswerTo, FromPanel } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

type Shown = AnswerTo<FromPanel, 'ticket.page'>;

const anna = person({
  emails: [
    { address: address('anna@example.com'), primary: true },
    { address: address('anna@home.example.org'), primary: false },
  ],
});

const shown = (some: Partial<Shown> = {}): Shown => ({
  ticket: ticket({ id: '7', number: '1042', title: 'Invoice charged twice' }),
  person: anna,
  agent: 'Jonas Wirth',
  team: 'First line',
  organisation: { id: '3', name: 'Keller Press' },
  labels: ['refund'],
  charges: {
    items: [
      { id: 'c', at: '2026-11-10T00:00:00Z', text: 'Review', seconds: 5400, money: { amount: 9_000, currency: 'EUR' } },
    ],
    total: 1,
    totals: { seconds: 5400, money: [{ amount: 9_000, currency: 'EUR' }] },
    months: [],
  },
  activity: [{ kind: 'activity', id: 'a', at: '2026-11-16T12:40:00.000Z', what: 'wrote', detail: 'by mail' }],
  at: { source: sources.book, can: allCapabilities, denied: [] },
  ...some,
});

function draw(answers: Answers = {}) {
  const background = answering({
    'preferences.get': () => ({ ownAddresses: [], neverLookUp: [], theme: 'system', singleKeys: true, folded: {} }),
    'ticket.page': () => shown(),
    'action.run': () => ({ entry: 'e1', made: [] }),
    'action.undo': () => ({ entry: 'e2', made: [] }),
    ...answers,
  });
  render(<TicketPage ask={background.ask} page={pageActs()} now={() => NOW} asked="?connection=book&ticket=7" />);
  return background;
}

const state = () => screen.findByRole('combobox', { name: /^State/ });
const pick = async (field: HTMLElement, name: string) => {
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole('option', { name }));
};

beforeEach(() => {
  document.title = '';
});

describe('The page of a ticket', () => {
  it('tells all of it, and is called by its number and title', async () => {
    const { questions } = draw();
    expect(await screen.findByRole('heading', { level: 1, name: 'Invoice charged twice' })).toBeTruthy();
    expect(document.title).toBe('1042 Invoice charged twice');
    for (const words of ['Jonas Wirth', 'First line', 'Keller Press', 'refund', 'Review', 'My book']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getByText('Wrote')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Anna Keller' }).getAttribute('href')).toBe(
      '/sidepanel.html?address=anna%40example.com',
    );
    expect(questions('ticket.page')).toEqual([{ connection: 'book', id: '7' }]);
  });

  it('changes the state at once, reads the ticket again, and takes it back', async () => {
    const { questions } = draw();
    await pick(await state(), 'Resolved');
    expect((await state()).textContent).toContain('Resolved');
    expect(await screen.findByText('Ticket 1042: Resolved')).toBeTruthy();
    expect(questions('action.run')).toEqual([
      {
        ref: anna.ref,
        chosen: { action: 'set-ticket-state', input: { ticket: '7', from: 'waiting-us', to: 'resolved' } },
      },
    ]);
    await waitFor(() => expect(questions('ticket.page')).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
    await waitFor(() => expect(questions('ticket.page')).toHaveLength(3));
  });

  it('makes it urgent', async () => {
    const { questions } = draw();
    const urgent = await screen.findByRole('switch', { name: 'Urgent' });
    fireEvent.click(urgent);
    expect(urgent.getAttribute('aria-checked')).toBe('true');
    expect(await screen.findByText('Ticket 1042 is urgent')).toBeTruthy();
    expect(questions('action.run')).toMatchObject([{ chosen: { input: { ticket: '7', from: false, to: true } } }]);
  });

  it('changes the address it notifies where there are several, and tells it where there is one', async () => {
    const { questions } = draw();
    await pick(await screen.findByRole('combobox', { name: /^Notifies/ }), 'anna@home.example.org');
    expect(await screen.findByText('Ticket 1042 notifies anna@home.example.org')).toBeTruthy();
    expect(questions('action.run')).toMatchObject([{ chosen: { input: { from: null, to: 'anna@home.example.org' } } }]);
  });

  it('keeps what was chosen when it could not be saved, and tries again', async () => {
    const calls = { count: 0 };
    draw({
      'action.run': () => {
        calls.count += 1;
        if (calls.count === 1) throw new ProblemError({ kind: 'timeout' });
        return { entry: 'e1', made: [] };
      },
    });
    await pick(await state(), 'On hold');
    expect(await screen.findByText('Not saved')).toBeTruthy();
    expect((await state()).textContent).toContain('On hold');
    fireEvent.click(screen.getByRole('button', { name: /^Retry/ }));
    expect(await screen.findByText('Ticket 1042: On hold')).toBeTruthy();
  });

  it('shows all three values when somebody changed the state meanwhile', async () => {
    const { questions } = draw({
      'action.run': ({ chosen }) => {
        if (chosen.action === 'set-ticket-state' && chosen.input.from === 'waiting-us') {
          throw new ProblemError({ kind: 'conflict', theirs: 'waiting-them' });
        }
        return { entry: 'e1', made: [] };
      },
    });
    await pick(await state(), 'Resolved');
    const conflict = await screen.findByRole('region', { name: /State/ });
    for (const value of ['Waiting for us', 'Resolved', 'Waiting for them']) {
      expect(within(conflict).getByText(value)).toBeTruthy();
    }
    fireEvent.click(within(conflict).getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(questions('action.run')).toHaveLength(2));
    expect(questions('action.run')[1]).toMatchObject({ chosen: { input: { from: 'waiting-them', to: 'resolved' } } });
  });

  it('says why something may not be changed, and leaves out what cannot', async () => {
    const can = allCapabilities.filter((one) => one !== 'ticket.urgent' && one !== 'ticket.state');
    const { questions } = draw({
      'ticket.page': () => shown({ at: { source: sources.rt, can, denied: ['ticket.urgent'] } }),
    });
    const urgent = await screen.findByRole('switch', { name: 'Urgent' });
    expect(urgent.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Your login may not, at RT Support.')).toBeTruthy();
    fireEvent.click(urgent);
    expect(screen.queryByRole('combobox', { name: /^State/ })).toBeNull();
    expect(questions('action.run')).toEqual([]);
  });

  it('is read again when one comes back to it, with what is shown meanwhile', async () => {
    const now = { title: 'Before' };
    draw({ 'ticket.page': () => shown({ ticket: ticket({ id: '7', number: '1042', title: now.title }) }) });
    await screen.findByRole('heading', { level: 1, name: 'Before' });
    now.title = 'After';
    fireEvent.focus(window);
    expect(screen.getByRole('heading', { level: 1, name: 'Before' })).toBeTruthy();
    expect(await screen.findByRole('heading', { level: 1, name: 'After' })).toBeTruthy();
  });

  it('says that the ticket is no longer there', async () => {
    draw({
      'ticket.page': () => {
        throw new ProblemError({ kind: 'missing' });
      },
    });
    expect(await screen.findByText('It is no longer there.')).toBeTruthy();
    expect(document.title).toBe('Ticket');
  });
});
