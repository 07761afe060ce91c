import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { partyOf } from '@/test/support/people';
import { answer, match, subject, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const MARIE = 'marie.sorensen@bauer-sohn.example.org';
const marie = subject({ key: 'marie', party: partyOf('Marie Sørensen', MARIE) });

afterEach(() => {
  vi.useRealTimers();
});

describe('A person created just now', () => {
  const made = match({ ref: { connection: 'book', id: '9' }, name: 'Marie Sørensen' });
  const created = view({
    subject: marie,
    answers: [answer([made])],
    created: { ref: made.person.ref, version: '1', at: new Date(NOW).toISOString() },
  });

  it('is shown with a notice that names them, the place and the seconds left, and undoes', async () => {
    const { questions } = drawPanel(created, { 'person.uncreate': () => null });
    const notice = within(screen.getByRole('region', { name: /Marie Sørensen.* created/ }));
    expect(notice.getByText(/10 s left/)).toBeTruthy();
    expect(notice.getByText('My book')).toBeTruthy();
    fireEvent.click(notice.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('person.uncreate')).toEqual([{ tab: 1 }]));
  });

  it('keeps its notice for ten seconds, and longer while it is pointed at', () => {
    vi.useFakeTimers();
    drawPanel(created);
    const notice = () => screen.queryByRole('region', { name: /created/ });
    void act(() => void vi.advanceTimersByTime(9000));
    const shown = notice();
    if (shown === null) throw new Error('gone too early');
    fireEvent.pointerEnter(shown);
    expect(screen.getByText(/held/)).toBeTruthy();
    void act(() => void vi.advanceTimersByTime(20_000));
    expect(notice()).toBeTruthy();
    fireEvent.pointerLeave(shown);
    void act(() => void vi.advanceTimersByTime(1500));
    expect(notice()).toBeNull();
  });

  it('says what could not be undone, and keeps saying it', async () => {
    const { show } = drawPanel(created, {
      'person.uncreate': () => {
        throw new ProblemError({ kind: 'conflict' });
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Not undone in My book.')).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^Not undone in My book\./));
    show({ ...created, revision: 2 });
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText('Not undone in My book.')).toBeNull();
  });

  it('can be undone although the one before could not be', async () => {
    const { show } = drawPanel(created, {
      'person.uncreate': () => {
        throw new ProblemError({ kind: 'conflict' });
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Not undone in My book.')).toBeTruthy();
    const at = new Date(NOW + 1000).toISOString();
    show({ ...created, created: { ref: made.person.ref, version: '1', at } });
    expect(screen.queryByText('Not undone in My book.')).toBeNull();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('is no news in a panel that is opened later', () => {
    const at = new Date(NOW - 60_000).toISOString();
    drawPanel({ ...created, created: { ref: made.person.ref, version: '1', at } });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
