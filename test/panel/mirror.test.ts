import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { gate } from '@/test/support/places';
import { stub } from '@/test/support/stand-in';
import { emptyView, type PanelView, viewKey } from '@/utils/messages/view';
import { mirror } from '@/utils/panel/mirror';

type Listener = (...told: never[]) => void;

const view = (tab: number, revision: number): PanelView => ({ ...emptyView(tab), revision });
const store = (one: PanelView): Promise<void> => fakeBrowser.storage.session.set({ [viewKey(one.tab)]: one });
const tab = (id: number) => JSON.parse(`{ "id": ${id}, "windowId": 1, "incognito": false }`);

/** A panel beside pages, or (`own`) in a tab of its own; the tab in front is told when asked. */
function opened(search = '', { own = null, front }: { own?: number | null; front?: Promise<number> } = {}) {
  const asked: unknown[] = [];
  const activated: Listener[] = [];
  const answer = { value: null as PanelView | null };
  stub(fakeBrowser.runtime, 'sendMessage', async (message: unknown) => {
    asked.push(message);
    return JSON.parse(JSON.stringify(answer.value === null ? { ok: false } : { ok: true, value: answer.value }));
  });
  stub(fakeBrowser.tabs, 'getCurrent', async () => (own === null ? undefined : tab(own)));
  stub(fakeBrowser.tabs, 'query', async () => [tab(await (front ?? 1))]);
  stub(fakeBrowser.windows, 'getCurrent', async () => JSON.parse('{ "id": 1 }'));
  stub(fakeBrowser.tabs.onActivated, 'addListener', (one: Listener) => void activated.push(one));
  const drawn: (PanelView | null)[] = [];
  mirror(search, (one) => drawn.push(one));
  return {
    drawn,
    asked,
    answer,
    last: () => drawn.at(-1),
    comesToFront: (tabId: number, windowId = 1) => {
      for (const listener of activated) listener(...([{ tabId, windowId }] as never[]));
    },
    listening: () => activated.length,
  };
}

afterEach(() => vi.restoreAllMocks());

describe('a panel beside a page', () => {
  it('draws what is kept of the tab in front, and every change of it', async () => {
    await store(view(1, 3));
    const { last } = opened();
    await expect.poll(last).toMatchObject({ tab: 1, revision: 3 });
    await store(view(1, 4));
    await expect.poll(last).toMatchObject({ tab: 1, revision: 4 });
  });

  it('draws nothing older than what it shows', async () => {
    await store(view(1, 5));
    const { last, drawn } = opened();
    await expect.poll(last).toMatchObject({ revision: 5 });
    await store(view(1, 4));
    await store(view(1, 6));
    await expect.poll(last).toMatchObject({ revision: 6 });
    expect(drawn.map((one) => one?.revision)).not.toContain(4);
  });

  it('turns to the tab that comes to the front, and draws the one before no more', async () => {
    await Promise.all([store(view(1, 5)), store(view(2, 1))]);
    const { last, drawn, comesToFront } = opened();
    await expect.poll(last).toMatchObject({ tab: 1 });
    comesToFront(2);
    expect(last(), 'nobody is shown until it is known who').toBeNull();
    await expect.poll(last).toMatchObject({ tab: 2, revision: 1 });
    await store(view(1, 6));
    await store(view(2, 2));
    await expect.poll(last).toMatchObject({ tab: 2, revision: 2 });
    expect(drawn).not.toContainEqual(view(1, 6));
  });

  it('does not turn to a tab of another window', async () => {
    await Promise.all([store(view(1, 5)), store(view(2, 1))]);
    const { last, comesToFront, asked } = opened();
    await expect.poll(last).toMatchObject({ tab: 1 });
    comesToFront(2, 99);
    await store(view(1, 6));
    await expect.poll(last).toMatchObject({ tab: 1, revision: 6 });
    expect(asked).toEqual([{ name: 'panel.open', question: { tab: 1 } }]);
  });

  it('keeps to a tab that came to the front while it asked which one is', async () => {
    await Promise.all([store(view(1, 5)), store(view(2, 1))]);
    const front = gate<number>();
    const { last, comesToFront, listening, drawn } = opened('', { front: front.promise });
    await expect.poll(listening).toBe(1);
    comesToFront(2);
    front.open(1);
    await expect.poll(last).toMatchObject({ tab: 2 });
    await store(view(2, 2));
    await expect.poll(last).toMatchObject({ tab: 2, revision: 2 });
    expect(drawn.map((one) => one?.tab)).not.toContain(1);
  });

  it('is an empty one, and can be typed into, where the background does not answer', async () => {
    const { last } = opened();
    await expect.poll(last).toMatchObject({ tab: 1, revision: 0, subject: null });
  });
});

describe('a panel in a place of its own', () => {
  it('keeps to the tab that it was opened for', async () => {
    await store(view(12, 3));
    const { last, asked } = opened('?tab=12');
    await expect.poll(last).toMatchObject({ tab: 12, revision: 3 });
    expect(asked).toEqual([{ name: 'panel.open', question: { tab: 12 } }]);
  });

  it('looks up the address in its link, for itself', async () => {
    const { asked } = opened('?address=anna%40example.com', { own: 30 });
    await expect.poll(() => asked).toHaveLength(2);
    expect(asked).toEqual([
      { name: 'panel.open', question: { tab: 30 } },
      { name: 'lookup.link', question: { tab: 30, text: 'anna@example.com' } },
    ]);
  });

  it.each(['?tab=', '?tab=x', '?tab=-1', '?tab=1.5'])('with %s is about no other tab', async (search) => {
    const { asked } = opened(search, { own: 30 });
    await expect.poll(() => asked).toEqual([{ name: 'panel.open', question: { tab: 30 } }]);
  });
});
