import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stub } from '@/test/support/stand-in';
import { answer, match, sources, view } from '@/test/support/views';
import { openPeople } from '@/utils/background/open-people';
import { keepViews } from '@/utils/background/tab-state';
import type { PanelView } from '@/utils/messages/view';

const anna = match({ ref: { connection: 'book', id: '1' }, name: 'Anna' });
const ben = match({ ref: { connection: 'book', id: '2' }, name: 'Ben' });

async function tabs(some: Readonly<Record<number, Partial<PanelView>>>, incognito: readonly number[] = []) {
  stub(fakeBrowser.tabs, 'get', async (id: number) => ({
    id,
    windowId: 1,
    incognito: incognito.includes(id),
  }));
  const views = keepViews(() => {});
  for (const [tab, shown] of Object.entries(some)) {
    await views.change(Number(tab), () => view({ ...shown, tab: Number(tab) }));
  }
  return async (tab: number, connection = 'book') =>
    (await openPeople(views, tab, connection)).map(({ name }) => name).sort();
}

describe('The people open in other tabs', () => {
  it('are those shown there, each once, and not whom the asking tab is about', async () => {
    const names = await tabs({
      1: { answers: [answer([anna])] },
      2: { answers: [answer([ben])] },
      3: { answers: [answer([ben])] },
    });
    expect(await names(1)).toEqual(['Ben']);
    expect(await names(9)).toEqual(['Anna', 'Ben']);
  });

  it('are of the one connection', async () => {
    const names = await tabs({ 2: { answers: [answer([], {}), answer([ben], { source: sources.rt })] } });
    expect(await names(1)).toEqual([]);
    expect(await names(1, 'rt')).toEqual(['Ben']);
  });

  it('are nobody where several have the address and none is picked', async () => {
    const names = await tabs({
      2: { answers: [answer([anna, ben])] },
      3: { answers: [answer([anna, ben])], shown: ben.person.ref },
    });
    expect(await names(1)).toEqual(['Ben']);
  });

  it('stay unknown outside of a private window', async () => {
    const names = await tabs({ 2: { answers: [answer([ben])] } }, [2, 4]);
    expect(await names(1)).toEqual([]);
    expect(await names(4)).toEqual(['Ben']);
  });
});
