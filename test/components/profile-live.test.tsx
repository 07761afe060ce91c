import { fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { gate } from '@/test/support/places';
import { allCapabilities, answer, match, sources, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const ref = { connection: 'zammad', id: '7' };
const other = { connection: 'zammad', id: '8' };

afterEach(() => vi.restoreAllMocks());

const of = (one = ref, more = {}) =>
  view({
    sources: [sources.zammad],
    answers: [answer([match({ ref: one })], { source: sources.zammad, can: [...allCapabilities, 'news'], ...more })],
  });

/** What `news.wait` answers, one gate a question. */
function waits() {
  const open = [gate<boolean>(), gate<boolean>(), gate<boolean>(), gate<boolean>()];
  const next = vi.fn();
  const answers: Answers = {
    'news.wait': () => {
      next();
      const turn = open[next.mock.calls.length - 1];
      if (turn === undefined) throw new Error('asked too often');
      return turn.promise;
    },
    'news.stop': () => null,
    'lookup.again': () => null,
    'typed.get': () => ({}),
    definitions: () => [],
    groups: () => [],
  };
  return { open, answers };
}

function see(state: 'hidden' | 'visible'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  fireEvent(document, new Event('visibilitychange'));
}

const count = (panel: ReturnType<typeof drawPanel>, name: 'news.wait' | 'news.stop') => panel.questions(name).length;

describe('The shown person', () => {
  it('is waited for news of, again and again', async () => {
    const { open, answers } = waits();
    const panel = drawPanel(of(), answers);
    await waitFor(() => expect(panel.questions('news.wait')).toEqual([{ tab: 1, ref }]));
    panel.clock.now += 20_000;
    open[0]?.open(true);
    await waitFor(() => expect(count(panel, 'news.wait')).toBe(2));
    panel.clock.now += 30_000;
    open[1]?.open(false);
    await waitFor(() => expect(count(panel, 'news.wait')).toBe(3));
  });

  it('is not waited for while nobody sees the panel, nor once another one is shown', async () => {
    const { open, answers } = waits();
    const panel = drawPanel(of(), answers);
    await waitFor(() => expect(count(panel, 'news.wait')).toBe(1));
    see('hidden');
    await waitFor(() => expect(panel.questions('news.stop')).toEqual([{ tab: 1 }]));
    open[0]?.fail(new ProblemError({ kind: 'bug' }));
    see('visible');
    await waitFor(() => expect(count(panel, 'news.wait')).toBe(2));
    panel.show(of(other));
    await waitFor(() => expect(panel.questions('news.wait').at(-1)).toEqual({ tab: 1, ref: other }));
    expect(count(panel, 'news.stop')).toBe(2);
    expect(panel.questions('lookup.again')).toEqual([]);
  });

  it('is not asked for any more once waiting failed, with no word of it, until the panel comes to the front', async () => {
    const { open, answers } = waits();
    const panel = drawPanel(of(), answers);
    await waitFor(() => expect(count(panel, 'news.wait')).toBe(1));
    open[0]?.fail(new ProblemError({ kind: 'missing' }));
    await waitFor(() => expect(panel.container.querySelector('.head')).not.toBeNull());
    expect(count(panel, 'news.wait')).toBe(1);
    expect(panel.container.querySelector('.problem, .strip')).toBeNull();
    see('hidden');
    panel.clock.now += 60_000;
    see('visible');
    await waitFor(() => expect(panel.questions('lookup.again')).toEqual([{ tab: 1, connection: 'zammad' }]));
    expect(count(panel, 'news.wait')).toBe(2);
  });

  it('is not asked for in a rush where the server does not wait', async () => {
    const asked = vi.fn(() => false);
    const panel = drawPanel(of(), { ...waits().answers, 'news.wait': asked });
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(5));
    await waitFor(() => expect(count(panel, 'news.stop')).toBe(0));
    expect(asked).toHaveBeenCalledTimes(5);
  });

  it('of a server that tells no news is asked for anew after a minute out of sight, and not before', async () => {
    const panel = drawPanel(of(ref, { can: allCapabilities }), waits().answers);
    await waitFor(() => expect(panel.container.querySelector('.head')).not.toBeNull());
    see('hidden');
    panel.clock.now += 59_000;
    see('visible');
    expect(panel.questions('lookup.again')).toEqual([]);
    see('hidden');
    panel.clock.now += 60_000;
    see('visible');
    expect(panel.questions('lookup.again')).toEqual([{ tab: 1, connection: 'zammad' }]);
    expect(count(panel, 'news.wait')).toBe(0);
  });

  it('of a book of this browser is never asked for', async () => {
    const panel = drawPanel(
      view({ answers: [answer([match()], { can: [...allCapabilities, 'news'] })] }),
      waits().answers,
    );
    await waitFor(() => expect(panel.container.querySelector('.head')).not.toBeNull());
    see('hidden');
    panel.clock.now += 600_000;
    see('visible');
    expect(count(panel, 'news.wait')).toBe(0);
    expect(panel.questions('lookup.again')).toEqual([]);
  });
});
