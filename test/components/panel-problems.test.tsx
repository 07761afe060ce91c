// What is wrong at one server is told in its own place, with the one way on, and said once.
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { answer, match, sources, view } from '@/test/support/views';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Problem } from '@/utils/problem';

afterEach(() => void vi.useRealTimers());

const failedAt = (problem: Problem, some: Partial<SourceAnswer> = {}) =>
  answer([], { source: sources.rt, state: 'failed', problem: { connection: 'rt', call: 'find', ...problem }, ...some });
const shown = { connection: 'book', id: '1' };
const beside = (...answers: readonly SourceAnswer[]) =>
  view({ answers: [answer([match()]), ...answers], shown, sources: Object.values(sources) });
const again = { 'lookup.again': () => null };

describe('A server that the browser may not call', () => {
  it('is allowed by one press, which asks the browser for that host alone, and is then asked alone', async () => {
    const { page, questions } = drawPanel(beside(failedAt({ kind: 'no-access' })), again);
    fireEvent.click(screen.getByRole('button', { name: 'Allow rt.example.org' }));
    expect(page.allowSite).toHaveBeenCalledExactlyOnceWith('https://rt.example.org');
    await waitFor(() => expect(questions('lookup.again')).toEqual([{ tab: 1, connection: 'rt' }]));
  });

  it('is told again when the browser’s user says no, and nothing is asked of it', async () => {
    const { questions } = drawPanel(beside(failedAt({ kind: 'no-access' })), again, { allowSite: async () => false });
    fireEvent.click(screen.getByRole('button', { name: 'Allow rt.example.org' }));
    expect(await screen.findByText('Access to rt.example.org was not allowed.')).toBeTruthy();
    expect(questions('lookup.again')).toEqual([]);
  });

  it('offers no press where its address is not known', () => {
    drawPanel(beside(failedAt({ kind: 'no-access', connection: 'gone' })), again);
    expect(screen.queryByRole('button', { name: /^Allow/ })).toBeNull();
  });
});

describe('A server that fails', () => {
  it('is asked alone by Retry', () => {
    const { questions } = drawPanel(beside(failedAt({ kind: 'timeout' })), again);
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(questions('lookup.again')).toEqual([{ tab: 1, connection: 'rt' }]);
  });

  it('says that its answer cannot be read where it said that all was well', () => {
    drawPanel(beside(failedAt({ kind: 'server', status: 200, detail: 'the answer is not JSON' })), again);
    expect(screen.getByText(/Its answer cannot be read\./)).toBeTruthy();
    expect(screen.queryByText(/answered 200/)).toBeNull();
  });

  it('wants a sign-in: that leads to the connections', () => {
    const { page } = drawPanel(beside(failedAt({ kind: 'signed-out' })));
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(page.openOptions).toHaveBeenCalledExactlyOnceWith('connections');
  });

  it('does not say of another’s record that it is old', () => {
    const asOf = '2026-11-17T13:18:00.000Z';
    const matches = [match({ ref: { connection: 'rt', id: '7' } })];
    drawPanel(beside(failedAt({ kind: 'offline' }, { asOf, matches })));
    expect(screen.getByText(/The rest is current/)).toBeTruthy();
    expect(screen.queryByText(/What you see is from/)).toBeNull();
  });

  it('asks to wait: that is said once, however often it is tried by itself', () => {
    vi.useFakeTimers();
    const limited = beside(failedAt({ kind: 'rate-limited', retryAt: NOW + 60_000 }));
    const { show, container } = drawPanel(limited, again);
    const said = () => container.querySelector('[role="status"]')?.textContent ?? '';
    void act(() => void vi.advanceTimersByTime(500));
    expect(said()).toContain('RT Support');
    show(beside(answer([], { source: sources.rt, state: 'looking' })));
    void act(() => void vi.advanceTimersByTime(2500));
    const before = said();
    show(limited);
    // What is said is said after a tenth of a second, and the region is empty for a moment before it.
    void act(() => void vi.advanceTimersByTime(110));
    expect(said()).toBe(before);
  });

  it('asks to wait without saying how long: then it is tried by a press', () => {
    const { questions } = drawPanel(beside(failedAt({ kind: 'rate-limited' })), again);
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(questions('lookup.again')).toHaveLength(1);
  });
});

describe('A refusal', () => {
  it('is told in the server’s own words, as a quotation, whatever language they are in', () => {
    const said = 'Benutzer ada: E-Mail-Adresse wird bereits verwendet';
    drawPanel(beside(failedAt({ kind: 'invalid', said })));
    expect(document.body.textContent).toContain('The server says: “');
    expect(document.body.textContent).toContain(said);
  });
});
