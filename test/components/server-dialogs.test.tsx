import { fireEvent, screen, act as settled, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { withSignIn } from '@/test/support/asked-action';
import type { Answers } from '@/test/support/asking';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { ran } from '@/test/support/draw-profile';
import { address, type person, ticket } from '@/test/support/people';
import { answer, match, sources, view } from '@/test/support/views';
import type { Leaving } from '@/utils/connectors/types';
import type { FoundPeople } from '@/utils/messages/protocol';
import type { Match, SourceAnswer } from '@/utils/messages/view';
import { ProblemError } from '@/utils/problem';

const ref = { connection: 'rt', id: '4821' };
const dialog = () => screen.getByRole('dialog');
const act = (name: RegExp | string) => within(dialog()).getByRole('button', { name });
const says = { deleting: 'zammad_says_deleting', deletesLater: true } as const;

const held = {
  entry: 'q1',
  ref,
  name: 'Anna Keller',
  action: 'delete',
  text: '',
  at: new Date(NOW).toISOString(),
  state: 'held',
  until: NOW + 7000,
  pending: [],
} as const;

interface Case {
  readonly some?: Parameters<typeof person>[0];
  readonly more?: Partial<Match>;
  readonly at?: Partial<SourceAnswer>;
  readonly answers?: Answers;
}

function draw({ some = {}, more = {}, at = {}, answers = {} }: Case = {}) {
  const shown = answer([match({ ref, version: 'v7', ...some }, more)], { source: sources.rt, can: withSignIn, ...at });
  const all = Object.values(sources).map((one) => (one.id === 'rt' ? (at.source ?? one) : one));
  return drawPanel(view({ answers: [shown], shown: ref, sources: all }), {
    'action.run': () => ran,
    'typed.get': () => ({}),
    'typed.keep': () => null,
    definitions: () => [],
    groups: () => [],
    labels: () => ({ items: [], total: 0 }),
    holdings: () => ({ tickets: { count: 3, open: 1 } }),
    ...answers,
  });
}

function choose(name: string): void {
  fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
  fireEvent.click(screen.getByRole('menuitem', { name: new RegExp(`^${name}`) }));
}
const rows = () => {
  fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
  return screen.getAllByRole('menuitem').map((row) => row.textContent ?? '');
};

describe('What somebody can see', () => {
  const can = [...withSignIn, 'sees' as const];
  const seen = {
    tickets: { items: [ticket({ id: '7', number: '1007', title: 'Broken lamp' })], total: 80 },
    organisations: [{ id: 'o1', name: 'Harbour & Finch' }],
  };

  it('is read in their name, is only looked at, and says so', async () => {
    const { questions } = draw({ at: { can }, answers: { sees: () => seen } });
    choose('See what they can see');
    expect(dialog().textContent).toContain('Read in their name at RT Support. Nothing is written.');
    const list = await screen.findByRole('list', { name: /of 80/ });
    expect(within(list).getByText('Broken lamp')).toBeTruthy();
    expect(within(list).queryByRole('button')).toBeNull();
    expect(within(dialog()).getByText('Harbour & Finch')).toBeTruthy();
    expect(questions('sees')).toEqual([{ ref, limit: 50 }]);
    expect(questions('action.run')).toEqual([]);
  });

  it('is told to be nothing where it is nothing, and a refusal stands there with the way to try again', async () => {
    const answers: (() => typeof seen)[] = [
      () => {
        throw new ProblemError({ kind: 'timeout' });
      },
      () => ({ tickets: { items: [], total: 0 }, organisations: [] }),
    ];
    draw({ at: { can }, answers: { sees: () => (answers.shift() ?? (() => seen))() } });
    choose('See what they can see');
    expect(await screen.findByText('What they can see could not be read from RT Support.')).toBeTruthy();
    fireEvent.click(act('Retry'));
    expect(await screen.findByText('They see no tickets.')).toBeTruthy();
    expect(screen.getByText('They see no organisation.')).toBeTruthy();
  });

  it('is not offered of who cannot sign in, nor where the server cannot tell', () => {
    const { unmount } = draw();
    expect(rows()).not.toContain('See what they can see');
    unmount();
    draw({ at: { can }, some: { status: 'disabled' } });
    expect(rows()).not.toContain('See what they can see');
  });
});

describe('A link for a new password that only a page of the server sends', () => {
  const resetsAt = 'https://help.example.com/#password_reset';
  const at = { can: withSignIn.filter((one) => one !== 'login.reset'), resetsAt };

  it('is sent from there: the address is copied first, and the page is opened', async () => {
    const { page, questions } = draw({ at });
    choose('Send reset link');
    expect(dialog().textContent).toContain('RT Support sends the link only from a page of its own.');
    expect(dialog().textContent).toContain('anna@example.com');
    fireEvent.click(act('Copy address and open page'));
    await waitFor(() => expect(page.openUrl).toHaveBeenCalledWith(resetsAt));
    expect(page.copy).toHaveBeenCalledWith('anna@example.com');
    expect(questions('action.run')).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is offered once: where it can be sent from here, it is', () => {
    draw({ at: { ...at, can: withSignIn } });
    expect(rows().filter((row) => row === 'Send reset link')).toHaveLength(1);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Send reset link' }));
    expect(dialog().textContent).not.toContain('a page of its own');
  });

  it('cannot be sent to somebody without an address', () => {
    draw({ at, some: { emails: [] } });
    choose('Send reset link');
    expect(act('Copy address and open page').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('Somebody whom the server is about to delete', () => {
  const leaving: Leaving = { task: '5', state: 'waiting', tickets: 12 };
  const none = { state: 'read', part: { items: [], total: 0 } } as const;
  const can = [...withSignIn, 'leaving' as const, 'erase.cancel' as const];
  const drawLeaving = (now: Leaving, at: Partial<SourceAnswer> = { can }, answers: Answers = {}) =>
    draw({ at, more: { profile: { open: none, leaving: now } }, answers });

  it('is said to be, with the number of tickets, and can be kept', async () => {
    const { questions } = drawLeaving(leaving);
    expect(await screen.findByText('RT Support will delete this person and 12 tickets within minutes.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep this person' }));
    await waitFor(() =>
      expect(questions('action.run')).toEqual([{ ref, chosen: { action: 'cancel-delete', input: { task: '5' } } }]),
    );
    expect(await screen.findByText('Kept: nobody is deleted')).toBeTruthy();
  });

  it('can be kept from the menu as well', () => {
    drawLeaving(leaving);
    expect(rows()).toContain('Keep this person');
  });

  it('cannot be kept by a login that may not, and the reason stands there', async () => {
    drawLeaving(leaving, { can: withSignIn, denied: ['erase.cancel'] });
    expect(await screen.findByText(/Your login may not/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Keep this person' })).toBeNull();
  });

  it('is told with the server’s words where it failed', async () => {
    drawLeaving({ ...leaving, state: 'failed', said: 'A ticket is locked.' });
    expect(await screen.findByText('RT Support was to delete this person, and could not.')).toBeTruthy();
    expect(screen.getByText(/The server says: “.*A ticket is locked\..*”/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Keep this person' })).toBeNull();
    expect(rows()).not.toContain('Keep this person');
  });

  it('is not called deleted once that was asked for: the server was told to', async () => {
    const source = { ...sources.rt, says };
    const panel = draw({ at: { source } });
    choose('Delete$');
    await waitFor(() => expect(dialog().textContent).toContain('it can be taken back. For 10 seconds'));
    expect(dialog().textContent).not.toContain('cannot bring this back');
    fireEvent.click(act('Cancel'));
    panel.queue({ items: [held], offline: {} });
    expect(await screen.findByText(/will be deleted/)).toBeTruthy();
    expect(screen.queryByText(/then it is final/)).toBeNull();
    panel.clock.now += 8000;
    await settled(() => panel.queue({ items: [], offline: {} }));
    expect(await screen.findByText(/RT Support was told to delete .*Anna Keller/)).toBeTruthy();
    expect(screen.queryByText(/nothing can take this back/)).toBeNull();
  });

  it('is called deleted by a server that does it at once, whatever it says of how', async () => {
    const source = { ...sources.rt, says: { deleting: 'deskpro_says_deleting' } as const };
    const panel = draw({ at: { source } });
    panel.queue({ items: [held], offline: {} });
    expect(await screen.findByText(/then it is final/)).toBeTruthy();
    panel.clock.now += 8000;
    await settled(() => panel.queue({ items: [], offline: {} }));
    expect(await screen.findByText(/Anna Keller.* was deleted/)).toBeTruthy();
    expect(screen.getByText(/nothing can take this back/)).toBeTruthy();
  });
});

describe('A ticket', () => {
  const can = [...withSignIn, 'ticket.move' as const];
  const lamp = ticket({ id: '7', number: '1007', title: 'Broken lamp' });
  const profile = { open: { state: 'read', part: { items: [lamp], total: 1 } } } as const;
  const found: FoundPeople = {
    items: ['4821', '77'].map((id) => ({
      person: match({ ref: { connection: 'rt', id }, name: id === '77' ? 'Ben Ito' : 'Anna Keller' }).person,
      openTickets: 0,
      source: sources.rt,
      also: [],
    })),
    listed: 2,
    total: 2,
    waiting: [],
    failed: [],
    making: [],
  };

  async function drawMoving(answers: Answers = {}) {
    const panel = draw({ at: { can }, more: { profile }, answers });
    panel.page.search = (_wanted, tell) => tell(found);
    fireEvent.click(await screen.findByRole('button', { name: 'More for ticket 1007' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Give to somebody else…' }));
    fireEvent.input(within(dialog()).getByLabelText('Search people'), { target: { value: 'ben' } });
    return panel;
  }

  it('is given to somebody else of the same server, found by a search', async () => {
    const { questions } = await drawMoving();
    const list = await screen.findByRole('list', { name: 'People found' });
    expect(within(list).queryByText('Anna Keller')).toBeNull();
    fireEvent.click(within(list).getByText('Ben Ito'));
    await waitFor(() =>
      expect(questions('action.run')).toEqual([
        { ref, chosen: { action: 'move-ticket', input: { ticket: '7', to: '77' } } },
      ]),
    );
    expect(await screen.findByText(/Ticket 1007 is now from .*Ben Ito/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('that the server will not give away stays, with its words and the page where it can be done', async () => {
    await drawMoving({
      'action.run': () => {
        throw new ProblemError({ kind: 'invalid', said: 'Group is closed.', page: 'https://help.example.com/t/7' });
      },
    });
    fireEvent.click(await screen.findByText('Ben Ito'));
    expect(await screen.findByText(/Group is closed\./)).toBeTruthy();
    expect(within(dialog()).getByRole('link', { name: 'Open in RT Support' }).getAttribute('href')).toBe(
      'https://help.example.com/t/7',
    );
  });

  it('has no menu where nothing of it can be chosen', () => {
    draw({ more: { profile } });
    expect(screen.queryByRole('button', { name: /ticket 1007/i })).toBeNull();
  });
});

describe('A problem with a page where it can be done by hand', () => {
  const page = 'https://help.example.com/users/1';
  const fails = (some: string) => () => {
    throw new ProblemError({ kind: 'forbidden', said: 'Not from here.', page: some });
  };

  it('leads there, from a dialog and from what one press was to do', async () => {
    const { unmount } = draw({ answers: { 'action.run': fails(page) } });
    choose('View as this person');
    fireEvent.click(act(/^Open as/));
    expect((await screen.findByRole('link', { name: 'Open in RT Support' })).getAttribute('href')).toBe(page);
    unmount();
    draw({ answers: { 'action.run': fails(page) } });
    choose('Disable');
    expect((await screen.findByRole('link', { name: 'Open in RT Support' })).getAttribute('href')).toBe(page);
  });

  it('leads nowhere but over the web', async () => {
    draw({ answers: { 'action.run': fails('javascript:alert(1)') } });
    choose('Disable');
    const refused = await screen.findByRole('dialog');
    expect(refused.textContent).toContain('Not from here.');
    expect(refused.querySelector('a')).toBeNull();
  });

  it('stands also across the panel, where a whole server could not be asked', async () => {
    const problem = { kind: 'closed', connection: 'rt', page } as const;
    const failed = answer([], { source: sources.rt, state: 'failed', problem });
    drawPanel(
      view({ answers: [answer([match({ emails: [{ address: address('a@b.example'), primary: true }] })]), failed] }),
    );
    expect(await screen.findByText(/closed for maintenance/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open in RT Support' })).toBeTruthy();
  });
});
