// "View as": a session as somebody else is begun and ended by addresses of the server, opened in a tab. The server may
// sign in the whole browser as them, not the tab alone (Zammad 6.1, sessions_controller.rb, `switch_to_user`): that is
// told in every panel until the way back was taken, though the tab be closed long since. A stopped background goes on
// from the session's storage; nothing of it is ever on disk, and the address that begins it is not kept at all.

import { textIn } from '@/utils/browser/scripts';
import { readStored, writeStored } from '@/utils/browser/storage';
import { closeTab, getTab, onTabLoading, onTabRemoved, openTab, turnTab } from '@/utils/browser/tabs';
import type { PanelAnswers } from '@/utils/messages';
import { type Viewing, viewingKey, viewingsIn } from '@/utils/messages/viewing';
import { ProblemError } from '@/utils/problem';
import { quietly } from './quietly';

type List = readonly Viewing[];

/** One a server, and one more in its private windows. */
const sameView = (a: Pick<Viewing, 'connection' | 'hidden'>, b: Pick<Viewing, 'connection' | 'hidden'>): boolean =>
  a.connection === b.connection && a.hidden === b.hidden;

const gone = (call: string): ProblemError => new ProblemError({ kind: 'missing', call });

/** The server says something else than it does where it worked. What cannot be read is taken for well. */
async function isRefused({ worked }: Viewing, tab: number): Promise<boolean> {
  if (worked === undefined) return false;
  const text = await textIn(tab);
  return text !== null && !text.includes(worked);
}

/** Listens to the tabs from now on. */
export function makeViewing(): Pick<PanelAnswers, 'view.open' | 'view.back'> {
  const turns = { last: Promise.resolve() };
  /** Changes go one after the other, each upon what the one before has left. */
  const change = (step: (list: List) => List | Promise<List>): Promise<void> => {
    const turn = turns.last.then(async () => {
      const list = viewingsIn(await readStored('session', viewingKey));
      const changed = await step(list);
      if (changed !== list) await writeStored('session', viewingKey, changed);
    });
    turns.last = turn.catch(() => undefined);
    return turn;
  };
  const put = (list: List, one: Viewing): List => [...list.filter((other) => !sameView(other, one)), one];
  const without = (list: List, one: Viewing): List => list.filter((other) => other !== one);

  /** The tab has come to where it was sent, and goes on. */
  const arrived = (tab: number): Promise<void> =>
    change(async (list) => {
      const one = list.find((other) => other.tab === tab && (other.state === 'opening' || other.state === 'leaving'));
      if (one === undefined) return list;
      const there = await getTab(tab);
      // A new tab is empty for a moment, and may say that it is complete.
      if (there === null || there.loading || there.url === '' || there.url === 'about:blank') return list;
      const refused = one.state === 'opening' && (await isRefused(one, tab));
      if (one.next !== undefined) await turnTab(tab, one.next);
      if (one.state === 'leaving') return without(list, one);
      return put(list, { ...one, state: refused ? 'refused' : 'open' });
    });

  const closed = (tab: number): Promise<void> =>
    change((list) => {
      const one = list.find((other) => other.tab === tab);
      if (one === undefined) return list;
      return one.back === undefined || one.state === 'refused'
        ? without(list, one)
        : put(list, { ...one, tab: null, state: 'open' });
    });

  onTabLoading((tab, state) => {
    if (state === 'complete') quietly(arrived(tab));
  });
  onTabRemoved((tab) => quietly(closed(tab)));

  return {
    'view.open': async ({ tab: panel, connection, source, name, view: { url, ...ways } }) => {
      const here = await getTab(panel);
      // Within the turn: what the browser tells of the tab meanwhile is heard after it.
      await change(async (list) => {
        const opened = await openTab(url, here?.window);
        if (opened === null) throw gone('view.open');
        const { id: tab, window, incognito: hidden } = opened;
        return put(list, { connection, source, name, hidden, window, tab, state: 'opening', ...ways });
      });
      return null;
    },
    'view.back': async ({ tab: panel, connection, hidden }) => {
      const here = await getTab(panel);
      await change(async (list) => {
        const one = list.find((other) => sameView(other, { connection, hidden }));
        if (one === undefined) return list;
        if (one.state === 'refused') return without(list, one);
        if (one.back === undefined) {
          if (one.tab !== null) await closeTab(one.tab);
          return without(list, one);
        }
        if (one.tab !== null && (await turnTab(one.tab, one.back))) return put(list, { ...one, state: 'leaving' });
        // Private windows are signed in apart: only there it ends what it is to end.
        const opened = await openTab(one.back, here?.incognito === hidden ? here.window : one.window);
        if (opened === null) throw gone('view.back');
        return put(list, { ...one, tab: opened.id, window: opened.window, state: 'leaving' });
      });
      return null;
    },
  };
}
