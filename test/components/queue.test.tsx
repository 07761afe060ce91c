import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { answer, match, sources, subject, view } from '@/test/support/views';
import type { Change } from '@/utils/changes/types';
import type { Queued, QueueState } from '@/utils/messages/protocol';

const made = match({ ref: { connection: 'rt', id: '5' }, summary: 'Likes tea' });
const anna = view({
  subject: subject({ key: 'anna' }),
  answers: [answer([made], { source: sources.rt })],
  sources: [sources.rt],
});
const summary: Change = { type: 'person.set', person: '5', field: 'summary', from: 'Likes tea', to: 'Likes coffee' };
const queued = (some: Partial<Queued> = {}): Queued => ({
  entry: 'q1',
  ref: made.person.ref,
  name: 'Anna Keller',
  action: 'set-summary',
  text: '',
  at: new Date(NOW - 60_000).toISOString(),
  state: 'queued',
  pending: [summary],
  ...some,
});
const queue = (items: readonly Queued[], offline = false): QueueState => ({
  items,
  offline: offline ? { rt: new Date(NOW - 300_000).toISOString() } : {},
});
const draw = (state: QueueState, answers: Answers = {}) =>
  drawPanel(anna, { 'typed.get': () => ({}), 'typed.keep': () => null, entries: () => [], ...answers }, {}, state);
const openQueue = (count: string) => fireEvent.click(screen.getByRole('button', { name: count }));

describe('What cannot be sent yet', () => {
  it('is shown as saved in its place, and says that it is sent later', async () => {
    draw(queue([queued()]));
    await screen.findByText('Likes coffee');
    expect(screen.queryByText('Likes tea')).toBeNull();
    expect(screen.getByText('Saved here, will be sent later')).toBeTruthy();
  });

  it('is gone from its place once it is sent', async () => {
    const panel = draw(queue([queued()]));
    await screen.findByText('Likes coffee');
    panel.queue(queue([]));
    await screen.findByText('Likes tea');
    expect(screen.queryByText('Saved here, will be sent later')).toBeNull();
  });

  it('is counted beside the search, and there is no such button while all is sent', () => {
    const panel = draw(queue([]));
    expect(screen.queryByRole('button', { name: /wait/ })).toBeNull();
    panel.queue(queue([queued(), queued({ entry: 'q2' })]));
    expect(screen.getByRole('button', { name: '2 changes wait to be sent' }).textContent).toBe('2');
  });

  it('says since when the server cannot be reached, and how much waits', async () => {
    draw(queue([queued()], true));
    const strip = await screen.findByText(/RT Support cannot be reached since/);
    expect(strip.parentElement?.textContent).toContain('1 change waits and will be sent.');
  });

  it('is listed with what it is, of whom, where and when; each can be taken out', async () => {
    const panel = draw(queue([queued(), queued({ entry: 'q2', action: 'add-note', text: 'Asked again.' })]), {
      'action.drop': () => null,
    });
    openQueue('2 changes wait to be sent');
    const rows = within(await screen.findByRole('list')).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Summary of .Anna Keller.RT Support · \d/),
      expect.stringMatching(/^Note on .Anna Keller.“Asked again.” · \d/),
    ]);
    fireEvent.click(within(rows[1] ?? document.body).getByRole('button', { name: /Remove from the queue: Note/ }));
    await waitFor(() => expect(panel.questions('action.drop')).toEqual([{ entry: 'q2' }]));
  });

  it('is sent at once when asked for; what was refused can be tried again alone', async () => {
    const panel = draw(
      queue([queued(), queued({ entry: 'q2', state: 'failed', problem: { kind: 'forbidden', connection: 'rt' } })]),
      { 'queue.send': () => null },
    );
    openQueue('2 changes wait to be sent');
    fireEvent.click(await screen.findByRole('button', { name: 'Send now' }));
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(panel.questions('queue.send')).toEqual([{}, { entry: 'q2' }]));
  });
});

describe('A value that was changed here and elsewhere', () => {
  const stopped = queued({
    state: 'conflict',
    pending: [],
    conflicts: [{ step: 0, change: summary, theirs: 'Likes water' }],
  });
  const box = () => screen.findByRole('region', { name: /Summary at RT Support/ });

  it('is shown before everything else with base, mine and theirs, and neither is preset', async () => {
    draw(queue([stopped]));
    const values = within(await box()).getAllByRole('definition');
    expect(values.map((one) => one.textContent?.replace(/you, .*/, 'you'))).toEqual([
      'Likes tea',
      'Likes coffeeyou',
      'Likes water',
    ]);
    expect(screen.getByRole('heading', { name: '1 field changed elsewhere' })).toBeTruthy();
  });

  it.each([
    ['Keep mine', { entry: 'q1', mine: [0] }],
    ['Keep theirs', { entry: 'q1', mine: [] }],
  ])('%s is told to the journal', async (button, asked) => {
    const panel = draw(queue([stopped]), { 'entry.resolve': () => ({ entry: 'q2', made: [] }) });
    fireEvent.click(within(await box()).getByRole('button', { name: button }));
    await waitFor(() => expect(panel.questions('entry.resolve')).toEqual([asked]));
  });

  it('can be written anew', async () => {
    const panel = draw(queue([stopped]), { 'entry.resolve': () => ({ entry: 'q2', made: [] }) });
    fireEvent.click(within(await box()).getByRole('button', { name: 'Edit' }));
    const field = screen.getByRole('textbox', { name: 'Summary' });
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: 'Likes both' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(panel.questions('entry.resolve')).toEqual([{ entry: 'q1', mine: [0], texts: { 0: 'Likes both' } }]),
    );
  });

  it('of several in one go, all are decided before anything is told', async () => {
    const language: Change = { type: 'person.set', person: '5', field: 'language', from: 'de', to: 'vi' };
    const both = { ...stopped, conflicts: [...(stopped.conflicts ?? []), { step: 1, change: language, theirs: 'fr' }] };
    const panel = draw(queue([both]), { 'entry.resolve': () => ({ entry: 'q2', made: [] }) });
    fireEvent.click(within(await box()).getByRole('button', { name: 'Keep mine' }));
    const other = await screen.findByRole('region', { name: /Language at RT Support/ });
    expect(panel.questions('entry.resolve')).toEqual([]);
    fireEvent.click(within(other).getByRole('button', { name: 'Keep theirs' }));
    await waitFor(() => expect(panel.questions('entry.resolve')).toEqual([{ entry: 'q1', mine: [0] }]));
  });
});

describe('What nothing can take back', () => {
  const held = queued({ action: 'delete', state: 'held', until: NOW + 7000, pending: [] });

  it('is announced with the seconds left and Undo', async () => {
    const panel = draw(queue([held]), { 'action.undo': () => ({ entry: 'q1', made: [] }) });
    const notice = await screen.findByRole('region', { name: /Anna Keller.* will be deleted/ });
    expect(notice.textContent).toMatch(/then it is final · 7\ss left/);
    fireEvent.click(within(notice).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(panel.questions('action.undo')).toEqual([{ entry: 'q1' }]));
    panel.queue(queue([]));
    await waitFor(() => expect(screen.queryByRole('region', { name: /deleted/ })).toBeNull());
  });

  it('goes on while it is pointed at, since it runs out all the same', async () => {
    draw(queue([held]));
    const notice = await screen.findByRole('region', { name: /will be deleted/ });
    fireEvent.pointerEnter(notice);
    expect(notice.textContent).toMatch(/7\ss left/);
  });

  it('is told in honest words once it is done', async () => {
    const panel = draw(queue([held]));
    await screen.findByRole('region', { name: /will be deleted/ });
    panel.clock.now = NOW + 7000;
    panel.queue(queue([]));
    const notice = await screen.findByRole('region', { name: /Anna Keller.* was deleted/ });
    expect(notice.textContent).toContain('nothing can take this back');
    expect(within(notice).queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
