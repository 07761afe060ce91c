import * as v from 'valibot';
import { type Area, readAllStored, readStored, removeStored, writeStored } from '@/utils/browser/storage';
import { isUnkept } from '@/utils/connections/stored';
import type { PanelAnswers } from '@/utils/messages';
import type { Typed } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { knowPrivateTabs } from './private-tabs';

export interface Typing extends Pick<PanelAnswers, 'typed.get' | 'typed.keep'> {
  /** A connection was removed, and the people with it. */
  forget(connection: string): Promise<void>;
  /** Nothing of this connection is to be on disk any more: what was begun lives as long as the browser. */
  hide(connection: string): Promise<void>;
  /** Somebody is gone, and what was typed about them. */
  forgetPerson(ref: PersonRef): Promise<void>;
}

type Places = Readonly<Record<string, Typed>>;

const places = v.fallback(v.record(v.string(), v.object({ text: v.string(), base: v.string(), at: v.string() })), {});

/** As many people are kept; those typed on longest ago go first. */
const MOST = 200;
const PREFIX = 'typed:';
const keyOf = ({ connection, id }: PersonRef): string => `${PREFIX}${connection}:${id}`;

/**
 * Half-typed texts, by person and place: on disk, so that a crash does not lose them. What is typed in a private window,
 * or about somebody of a connection of which nothing is to be on disk, lives as long as the browser; what stood there
 * before is not touched by it, but for what is saved or given up.
 */
export function makeTyping(): Typing {
  const queue = { last: Promise.resolve() };
  const isPrivate = knowPrivateTabs();
  const isHidden = async (tab: number, { connection }: PersonRef): Promise<boolean> =>
    (await isPrivate(tab)) || isUnkept(connection);
  /** One after the other: two places of one person are one value. */
  const inOrder = (act: () => Promise<void>): Promise<void> => {
    const done = queue.last.then(act);
    queue.last = done.catch(() => undefined);
    return done;
  };

  const change = async (area: Area, key: string, place: string, typed: Typed | null): Promise<void> => {
    const before = await readPlaces(area, key);
    const rest = Object.fromEntries(Object.entries(before).filter(([name]) => name !== place));
    const next: Places = typed ? { ...rest, [place]: typed } : rest;
    if (Object.keys(next).length === 0) {
      if (Object.keys(before).length > 0) await removeStored(area, [key]);
      return;
    }
    await write(area, key, next);
    if (Object.keys(before).length === 0) await dropOldest(area);
  };

  return {
    'typed.get': async ({ tab, ref }) => {
      const kept = await readPlaces('local', keyOf(ref));
      // What is typed in private nobody else reads, or writes to disk with the next letter.
      return (await isHidden(tab, ref)) ? { ...kept, ...(await readPlaces('session', keyOf(ref))) } : kept;
    },
    'typed.keep': async ({ tab, ref, place, typed }) => {
      const areas: readonly Area[] =
        typed === null ? ['local', 'session'] : [(await isHidden(tab, ref)) ? 'session' : 'local'];
      await inOrder(async () => {
        for (const area of areas) await change(area, keyOf(ref), place, typed);
      });
      return null;
    },
    forgetPerson: (ref) =>
      inOrder(async () => {
        for (const area of ['local', 'session'] as const) await removeStored(area, [keyOf(ref)]);
      }),
    hide: (connection) =>
      inOrder(async () => {
        const kept = await readAllStored('local');
        for (const key of Object.keys(kept).filter((one) => one.startsWith(`${PREFIX}${connection}:`))) {
          await write('session', key, { ...(await readPlaces('local', key)), ...(await readPlaces('session', key)) });
          await removeStored('local', [key]);
        }
      }),
    forget: (connection) =>
      inOrder(async () => {
        for (const area of ['local', 'session'] as const) {
          const keys = Object.keys(await readAllStored(area));
          await removeStored(
            area,
            keys.filter((key) => key.startsWith(`${PREFIX}${connection}:`)),
          );
        }
      }),
  };
}

const readPlaces = async (area: Area, key: string): Promise<Places> =>
  v.parse(places, (await readStored(area, key)) ?? {});

/** Fails with `storage-full`; the browser says so in words alone. */
async function write(area: Area, key: string, value: Places): Promise<void> {
  try {
    await writeStored(area, key, value);
  } catch (cause) {
    if (!(cause instanceof Error) || !/quota/i.test(`${cause.name} ${cause.message}`)) throw cause;
    throw new ProblemError({ kind: 'storage-full', call: 'typed.keep', detail: cause.message }, { cause });
  }
}

async function dropOldest(area: Area): Promise<void> {
  const people = Object.entries(await readAllStored(area)).filter(([key]) => key.startsWith(PREFIX));
  if (people.length <= MOST) return;
  const newest = (value: unknown): string =>
    Object.values(v.parse(places, value))
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  const oldest = people
    .map(([key, value]) => ({ key, at: newest(value) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, people.length - MOST);
  await removeStored(
    area,
    oldest.map(({ key }) => key),
  );
}
