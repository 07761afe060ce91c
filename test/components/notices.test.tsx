import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { answer, match, subject, view } from '@/test/support/views';
import type { EntryMark } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

const made = match({ summary: 'Likes tea', labels: ['VIP'], version: '1' });
const anna = view({ subject: subject({ key: 'anna' }), answers: [answer([made])] });
const entry = (id: string, some: Partial<EntryMark> = {}): EntryMark => ({
  id,
  action: 'set-summary',
  at: new Date(NOW).toISOString(),
  state: 'done',
  canUndo: true,
  ...some,
});

const draw = (answers: Answers = {}) => {
  const runs = { count: 0 };
  return drawPanel(anna, {
    'typed.get': () => ({}),
    'typed.keep': () => null,
    'action.run': () => {
      runs.count += 1;
      return { entry: `e${runs.count}`, made: [] };
    },
    'action.undo': () => ({ entry: 'u1', made: [] }),
    entries: () => [],
    ...answers,
  });
};

/** A change with a notice: the summary is written anew. */
const change = async (text = 'Likes coffee') => {
  fireEvent.click(screen.getByRole('button', { name: 'Edit Summary' }));
  const field = screen.getByRole('textbox', { name: 'Summary' });
  fireEvent.input(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await screen.findByRole('button', { name: 'Undo' });
};
const notice = () => screen.queryByRole('region', { name: 'Summary saved' });
const undo = () => screen.getByRole('button', { name: 'Undo' });
const pressUndo = (target: Element = document.body, more: object = {}) =>
  fireEvent.keyDown(target, { key: 'z', ctrlKey: true, ...more });

afterEach(() => {
  vi.useRealTimers();
});

describe('What was just done', () => {
  it('is told with the person, the place and the seconds left, and to a reader', async () => {
    draw();
    await change();
    const told = notice();
    expect(told?.textContent).toMatch(/Anna Keller · My book · 10\ss left/);
    await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toMatch(/^Summary/));
  });

  it('can be taken back, which is told', async () => {
    const { questions } = draw();
    await change();
    fireEvent.click(undo());
    await waitFor(() => expect(notice()).toBeNull());
    expect(questions('action.undo')).toEqual([{ entry: 'e1' }]);
    await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toMatch(/Undone: Summary/));
  });

  it('gives way to what is done next, and only that is taken back', async () => {
    const { questions } = draw();
    await change();
    await change('Likes water');
    await waitFor(() => expect(questions('action.run')).toHaveLength(2));
    await act(async () => {});
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
    fireEvent.click(undo());
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e2' }]));
  });

  it('goes after ten seconds, but not while it has the focus or the window is away', async () => {
    draw();
    await change();
    vi.useFakeTimers();
    fireEvent.focusIn(undo());
    fireEvent.focusOut(undo());
    await act(async () => void vi.advanceTimersByTime(9000));
    fireEvent.focusIn(undo());
    await act(async () => void vi.advanceTimersByTime(20_000));
    expect(notice()?.textContent).toContain('held');
    fireEvent.focusOut(undo());
    const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    fireEvent(document, new Event('visibilitychange'));
    await act(async () => void vi.advanceTimersByTime(20_000));
    expect(notice()).toBeTruthy();
    look.mockRestore();
    fireEvent(document, new Event('visibilitychange'));
    await act(async () => void vi.advanceTimersByTime(1500));
    expect(notice()).toBeNull();
  });

  it('waits with what is left of its time while another tab is in front', async () => {
    const { show } = draw();
    await change();
    vi.useFakeTimers();
    fireEvent.focusIn(undo());
    fireEvent.focusOut(undo());
    await act(async () => void vi.advanceTimersByTime(6000));
    show(null);
    show({ ...anna, tab: 2 });
    expect(notice()).toBeNull();
    await act(async () => void vi.advanceTimersByTime(60_000));
    show(null);
    show(anna);
    expect(notice()?.textContent).toMatch(/4\ss left/);
    await act(async () => void vi.advanceTimersByTime(4250));
    expect(notice()).toBeNull();
  });

  it('that could not be taken back says why until it is closed, and can be tried again', async () => {
    const { questions } = draw({
      'action.undo': () => {
        throw new ProblemError({ kind: 'server', status: 500 });
      },
    });
    await change();
    fireEvent.click(undo());
    const failed = within(await screen.findByRole('region', { name: 'Not undone in My book.' }));
    expect(failed.getByText('The server answered 500.')).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('alert')[0]?.textContent).toMatch(/^Not undone/));
    fireEvent.click(failed.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(questions('action.undo')).toHaveLength(2));
    await act(async () => {});
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText('Not undone in My book.')).toBeNull();
  });

  it('is one with somebody who was made: the newer of both is told', async () => {
    const { show, questions } = draw({ 'person.uncreate': () => null });
    await change();
    const at = new Date(NOW).toISOString();
    show({ ...anna, revision: 2, created: { ref: made.person.ref, version: '1', at } });
    expect(notice()).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
    fireEvent.click(undo());
    await waitFor(() => expect(questions('person.uncreate')).toEqual([{ tab: 1 }]));
    expect(questions('action.undo')).toEqual([]);
  });

  it('of somebody made stays closed, whatever else of them changes', async () => {
    const at = new Date(NOW).toISOString();
    const created = { ref: made.person.ref, version: '1', at };
    const { show } = draw({ 'person.uncreate': () => null });
    show({ ...anna, revision: 2, created });
    await change();
    fireEvent.click(undo());
    await waitFor(() => expect(notice()).toBeNull());
    show({ ...anna, revision: 3, created, answers: [answer([match({ name: 'Anna K.' })])] });
    expect(screen.queryByRole('region', { name: /created/ })).toBeNull();
  });
});

describe('Ctrl+Z and Cmd+Z in the panel', () => {
  it('take back the newest change of the shown person that can be', async () => {
    const { questions } = draw({
      entries: () => [
        entry('u0', { action: 'undo' }),
        entry('4', { state: 'undone', canUndo: false }),
        entry('3', { canUndo: false }),
        entry('2', { action: 'set-label' }),
        entry('1'),
      ],
    });
    pressUndo();
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: '2' }]));
    expect(questions('entries')).toMatchObject([{ ref: made.person.ref }]);
    expect(await screen.findByRole('region', { name: 'Undone: Labels' })).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toContain('Undone: Labels'));
    pressUndo(document.body, { ctrlKey: false, metaKey: true, key: 'Z' });
    await waitFor(() => expect(questions('action.undo')).toHaveLength(2));
  });

  it('mean the newest change also while it is being saved, and never an older one in its place', async () => {
    const { questions } = draw({ entries: () => [entry('2', { state: 'waiting', canUndo: false }), entry('1')] });
    pressUndo();
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: '2' }]));
  });

  it('say in the same words what a notice told', async () => {
    draw({ entries: () => [entry('e1')] });
    await change();
    const title = notice()?.getAttribute('aria-label');
    pressUndo();
    expect(await screen.findByRole('region', { name: `Undone: ${title}` })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('say so where there is nothing to take back', async () => {
    const { questions } = draw();
    pressUndo();
    expect(await screen.findByRole('region', { name: /^Nothing to undo for .Anna Keller.$/ })).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toMatch(/Nothing to undo/));
    expect(questions('action.undo')).toEqual([]);
  });

  it('tell why it could not be, with a way to try again', async () => {
    const { questions } = draw({
      entries: () => [entry('1')],
      'action.undo': () => {
        throw new ProblemError({ kind: 'conflict' });
      },
    });
    pressUndo();
    const failed = await screen.findByRole('region', { name: 'Not undone in My book.' });
    fireEvent.click(within(failed).getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(questions('action.undo')).toHaveLength(2));
  });

  it('leave letters of a text field to the browser, and Shift, which goes forward', async () => {
    const { questions } = draw({ entries: () => [entry('1')] });
    fireEvent.click(screen.getByRole('button', { name: 'Edit Summary' }));
    pressUndo(screen.getByRole('textbox', { name: 'Summary' }));
    pressUndo(document.body, { shiftKey: true });
    pressUndo(document.body, { repeat: true });
    await act(async () => {});
    expect(questions('entries')).toEqual([]);
  });
});
