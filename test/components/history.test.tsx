import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { allCapabilities, answer, match, view } from '@/test/support/views';
import type { EntryMark } from '@/utils/messages/protocol';
import type { ActivityItem, ChangedItem, HistoryItem } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';

const change = (some: Partial<ChangedItem>): ChangedItem => ({
  kind: 'change',
  id: 'c1',
  at: '2026-11-17T10:22:00.000Z',
  by: '',
  field: 'contact',
  which: 'phone',
  from: '+84 28 5550 0142',
  to: '+84 28 5550 0177',
  ...some,
});

const activity = (some: Partial<ActivityItem>): ActivityItem => ({
  kind: 'activity',
  id: 'a1',
  at: '2026-11-16T12:40:00.000Z',
  what: 'wrote',
  ticket: { id: '7', number: '1042' },
  detail: 'by mail',
  ...some,
});

const mark = (some: Partial<EntryMark>): EntryMark => ({
  id: 'e1',
  action: 'edit-contact',
  at: '2026-11-17T10:22:00.000Z',
  state: 'done',
  canUndo: true,
  ...some,
});

const of = (items: readonly HistoryItem[], marks: readonly EntryMark[] = [], total = items.length): Answers => ({
  history: () => ({ items, total }),
  entries: () => marks,
});

function draw(answers: Answers) {
  const shown = (touched: number) => view({ answers: [answer([match({}, { touched })], { can: allCapabilities })] });
  const panel = drawPanel(shown(0), answers);
  fireEvent.click(screen.getByRole('tab', { name: 'History' }));
  return { ...panel, touch: (count: number) => panel.show(shown(count)) };
}

it('Beside a server that knows little of what people do, their activity says so, and their changes do not', async () => {
  const source = { ...answer([]).source, says: { activity: 'zammad_says_activity' } } as const;
  drawPanel(view({ answers: [answer([match()], { can: allCapabilities, source })] }), of([activity({})]));
  fireEvent.click(screen.getByRole('tab', { name: 'History' }));
  const said = () => within(history()).queryByText(/keeps no log of what people do/u);
  await waitFor(() => expect(said()).toBeTruthy());
  fireEvent.click(within(history()).getByRole('button', { name: /^Changes/u }));
  await waitFor(() => expect(said()).toBeNull());
});

const history = () => screen.getByRole('region', { name: 'History' });
const lines = () => within(history()).getAllByRole('listitem');
const line = async (text: string | RegExp) => {
  const history = await screen.findByRole('region', { name: 'History' });
  const found = (await within(history).findByText(text)).closest('li');
  if (found === null) throw new Error(`no line says ${text}`);
  return found;
};

describe('The history', () => {
  it('says what was changed from what to what, by whom, by day, newest first', async () => {
    const items = [
      change({}),
      change({ id: 'c2', at: '2026-11-16T11:00:00.000Z', by: 'Dana Moreau', field: 'label', from: null, to: 'net 60' }),
      change({ id: 'c3', at: '2026-11-11T11:00:00.000Z', by: 'Dana Moreau', field: 'custom', which: 'Plan', to: null }),
    ];
    draw(of(items));
    const phone = await line('Phone');
    expect(within(phone).getByText('+84 28 5550 0142').closest('del')).toBeTruthy();
    expect(within(phone).getByText('+84 28 5550 0177').closest('ins')).toBeTruthy();
    expect(phone.textContent).toContain('before: +84 28 5550 0142');
    expect(phone.textContent).toContain('You · My book');
    const days = within(history())
      .getAllByRole('heading', { level: 2 })
      .map((heading) => heading.textContent);
    expect(days).toEqual(['Today', 'Yesterday', 'Nov 11, 2026']);
    expect((await line('Label')).textContent).toContain('Label added');
    expect((await line('Label')).textContent).toContain('was empty, now: net 60');
    expect((await line('Plan')).textContent).toContain('Plan removed');
  });

  it('says what somebody did, with a link to the ticket', async () => {
    const signed = { kind: 'activity', id: 'a2', at: '2026-11-16T08:00:00.000Z', what: 'signed-in' } as const;
    draw(of([activity({}), signed]));
    const wrote = await line(/^Wrote in/);
    expect(within(wrote).getByRole('link', { name: '1042' }).getAttribute('href')).toBe(
      '/ticket.html?connection=book&ticket=7',
    );
    expect(wrote.textContent).toContain('Activity · by mail');
    expect((await line('Signed in')).textContent).toContain('Activity');
  });

  it('reads values of closed lists as words', async () => {
    draw(
      of([
        change({ field: 'ticket', which: '1042', from: 'waiting-us', to: 'resolved' }),
        change({ id: 'c2', field: 'auto-replies', from: 'true', to: 'false' }),
        change({ id: 'c3', field: 'primary', from: 'a@example.com', to: 'b@example.com' }),
      ]),
    );
    const ticket = await line('Ticket 1042');
    expect(within(ticket).getByText('Waiting for us')).toBeTruthy();
    expect(within(ticket).getByText('Resolved')).toBeTruthy();
    expect((await line('Automatic replies')).textContent).toContain('Yes');
    const primary = await line('Primary address');
    expect(primary.textContent).toContain('Primary address is now');
    expect(within(primary).queryByText('a@example.com')).toBeNull();
  });

  it('folds a very long value until it is asked for', async () => {
    const long = 'word '.repeat(200).trim();
    draw(of([change({ field: 'summary', from: null, to: long })]));
    const summary = await line('Summary');
    expect(summary.textContent).not.toContain(long);
    fireEvent.click(within(summary).getByRole('button', { name: 'Show all of it' }));
    expect(summary.textContent).toContain(long);
  });

  it('takes back what can be taken back, once for an entry of several lines', async () => {
    const items = [change({ entry: 'e1' }), change({ id: 'c2', field: 'note', from: null, to: 'Hi', entry: 'e1' })];
    const { questions } = draw({ ...of(items, [mark({})]), 'action.undo': () => ({ entry: 'e2', made: [] }) });
    const undo = await screen.findByRole('button', { name: 'Undo: Phone' });
    expect(within(history()).getAllByRole('button', { name: /^Undo/ })).toHaveLength(1);
    fireEvent.click(undo);
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Undone: Phone'));
  });

  it('offers no way back where there is none, and says what was taken back', async () => {
    const items = [change({ entry: 'e1' }), change({ id: 'c2', field: 'name', entry: 'e2' })];
    draw(of(items, [mark({ canUndo: false, state: 'undone' }), mark({ id: 'e2', action: 'undo', canUndo: false })]));
    expect((await line('Phone')).textContent).toContain('You · My book · taken back');
    expect((await line('Name')).textContent).toContain('takes an earlier change back');
    expect(within(history()).queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('tells in its line why it could not be taken back', async () => {
    draw({
      ...of([change({ entry: 'e1' })], [mark({})]),
      'action.undo': () => {
        throw new ProblemError({ kind: 'conflict' });
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: Phone' }));
    expect(await within(await line('Phone')).findByText(/Not undone in My book\./)).toBeTruthy();
  });

  it('tells of what was not saved, why, and tries again', async () => {
    const failed = mark({
      id: 'e3',
      action: 'set-label',
      at: '2026-11-17T09:00:00.000Z',
      state: 'failed',
      canUndo: false,
      problem: { kind: 'forbidden' },
      canTryAgain: true,
    });
    const { questions } = draw({ ...of([change({})], [failed]), 'action.again': () => ({ entry: 'e4', made: [] }) });
    const labels = await line('Labels');
    expect(labels.textContent).toContain('Labels not saved');
    expect(labels.textContent).toContain('Your login may not do this.');
    expect(lines().indexOf(labels)).toBe(1);
    fireEvent.click(within(labels).getByRole('button', { name: 'Try again: Labels' }));
    await waitFor(() => expect(questions('action.again')).toEqual([{ entry: 'e3' }]));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Labels saved'));
  });

  it('shows fifty entries, says of how many, and older ones on demand', async () => {
    const all = Array.from({ length: 120 }, (_, at) =>
      change({ id: `c${at}`, field: 'name', from: null, to: `N${at}` }),
    );
    const { questions } = draw({
      history: ({ limit }) => ({ items: all.slice(0, limit), total: all.length }),
      entries: () => [],
    });
    expect(await screen.findByText('50 of 120 entries')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show older' }));
    expect(await screen.findByText('100 of 120 entries')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show older' }));
    expect(await screen.findByText('120 entries')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
    expect(questions('history')).toMatchObject([{ limit: 50 }, { limit: 100 }, { limit: 150 }]);
  });

  it('does not end in silence where a server counts more than it gives', async () => {
    draw(of([change({})], [], 30));
    expect(await screen.findByText(/My book counts 30 but gave 1\./)).toBeTruthy();
  });

  it('is filtered by kind and by what is typed', async () => {
    const { questions } = draw({
      history: ({ query }) => (query.text === 'nobody' ? { items: [], total: 0 } : { items: [activity({})], total: 1 }),
      entries: () => [],
    });
    await line(/^Wrote in/);
    const button = screen.getByRole('button', { name: 'Activity' });
    fireEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('false');
    await waitFor(() => expect(questions('history').at(-1)).toMatchObject({ query: { which: 'activity', text: '' } }));
    const field = screen.getByRole('textbox', { name: 'Filter by word, field or person' });
    fireEvent.input(field, { target: { value: 'nobody' } });
    expect(await screen.findByText('No entry fits this.')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field).toHaveProperty('value', '');
    await line(/^Wrote in/);
  });

  it('is searched in the words that the reader sees, not in those of the record', async () => {
    const { questions } = draw(of([change({})]));
    await line('Phone');
    const field = screen.getByRole('textbox', { name: 'Filter by word, field or person' });
    fireEvent.input(field, { target: { value: 'time zo' } });
    await waitFor(() => expect(questions('history').at(-1)).toMatchObject({ query: { codes: ['timezone'] } }));
    fireEvent.input(field, { target: { value: 'You' } });
    await waitFor(() => expect(questions('history').at(-1)).toMatchObject({ query: { codes: [''] } }));
  });

  it('is read anew when the person was changed, with what is shown meanwhile', async () => {
    const now = { to: 'Before' };
    const { touch } = draw({
      history: () => ({ items: [change({ to: now.to })], total: 1 }),
      entries: () => [],
    });
    await line('Before');
    now.to = 'After';
    touch(1);
    expect(within(history()).getByText('Before')).toBeTruthy();
    await line('After');
  });

  it('fails in its own place and tries again', async () => {
    const calls = { count: 0 };
    draw({
      history: () => {
        calls.count += 1;
        if (calls.count === 1) throw new ProblemError({ kind: 'timeout' });
        return { items: [change({})], total: 1 };
      },
      entries: () => [],
    });
    expect(await screen.findByText('The history could not be read from My book.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await line('Phone');
  });
});
