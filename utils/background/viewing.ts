// "View as": a session as somebody else is begun and ended by addresses of the server, opened in a tab. The server may
// sign in the whole browser as them, not the tab alone (Zammad 6.1, sessions_controller.rb, `switch_to_user`): that is
// told in every panel until the way back was taken, though the tab be closed long since. A stopped background goes on
// from the session's storage; nothing of it is ever on disk, and the address that begins it is not kept at all.

import { originOf } from '@/utils/browser/permissions';
import { textIn } from '@/utils/browser/scripts';
import { readStored, writeStored } from '@/utils/browser/storage';
import { closeTab, getTab, onTabLoading, onTabRemoved, openTab, type Tab, turnTab } from '@/utils/browser/tabs';
import type { PanelAnswers } from '@/utils/messages';
import { type Viewing, viewingKey, viewingsIn } from '@/utils/messages/viewing';
import { ProblemError } from '@/utils/problem';
import type { Places } from './connections';
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

/** Opens the way back, in its own tab if that is still there. Private windows are signed in apart: only there it ends it. */
async function leave(one: Viewing, back: string, here: Tab | null): Promise<Viewing> {
  if (one.tab !== null && (await turnTab(one.tab, back))) return { ...one, state: 'leaving' };
  const opened = await openTab(back, here?.incognito === one.hidden ? here.window : one.window);
  if (opened === null) throw gone('view.back');
  return { ...one, tab: opened.id, window: opened.window, state: 'leaving' };
}

/** Begins once the one before has ended. */
interface Coming {
  readonly url: string;
  readonly one: Viewing;
}

/** Listens to the tabs from now on. */
export function makeViewing({
  places,
}: {
  readonly places: Pick<Places, 'at'>;
}): Pick<PanelAnswers, 'view.open' | 'view.back'> {
  /** By their tab. Losing this to a stopped background costs a press: what was to come before it has come. */
  const coming = new Map<number, Coming>();
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
      const next = coming.get(tab);
      coming.delete(tab);
      if (next !== undefined) return (await turnTab(tab, next.url)) ? put(list, next.one) : without(list, one);
      const refused = one.state === 'opening' && (await isRefused(one, tab));
      if (one.next !== undefined) await turnTab(tab, one.next);
      if (one.state === 'leaving') return without(list, one);
      return put(list, { ...one, state: refused ? 'refused' : 'open' });
    });

  const closed = (tab: number): Promise<void> =>
    change((list) => {
      coming.delete(tab);
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
      const server = await places.at(connection);
      const all = [url, ways.next, ways.back].filter((one) => one !== undefined);
      if (all.some((one) => originOf(one) !== server.source.origin)) {
        throw new ProblemError({ kind: 'invalid', connection, call: 'view.open', detail: 'address' });
      }
      const here = await getTab(panel);
      // Within the turn: what the browser tells of the tab meanwhile is heard after it.
      await change(async (list) => {
        const mine = { connection, hidden: here?.incognito ?? false };
        const before = list.find((other) => sameView(other, mine) && other.state !== 'refused');
        const begun = { connection, source, name, state: 'opening', ...ways } as const;
        if (before?.back !== undefined) {
          // Whoever the server takes for somebody else already would be refused, or never led back to themselves.
          const left = await leave(before, before.back, here);
          const { hidden, window, tab } = left;
          if (tab !== null) coming.set(tab, { url, one: { ...begun, hidden, window, tab } });
          return put(list, left);
        }
        const opened = await openTab(url, here?.window);
        if (opened === null) throw gone('view.open');
        const { id: tab, window, incognito: hidden } = opened;
        return put(list, { ...begun, hidden, window, tab });
      });
      return null;
    },
    'view.back': async ({ tab: panel, connection, hidden }) => {
      const here = await getTab(panel);
      await change(async (list) => {
        const one = list.find((other) => sameView(other, { connection, hidden }));
        if (one === undefined) return list;
        if (one.state === 'refused') return without(list, one);
        if (one.tab !== null) coming.delete(one.tab);
        if (one.back !== undefined) return put(list, await leave(one, one.back, here));
        if (one.tab !== null) await closeTab(one.tab);
        return without(list, one);
      });
      return null;
    },
  };
}
