import { same } from '@/utils/changes/same';
import type { Cache } from '@/utils/lookup/cache';
import type { Place } from '@/utils/lookup/find';
import { findOthers } from '@/utils/lookup/others';
import { withPicture } from '@/utils/lookup/picture';
import { readProfile } from '@/utils/lookup/profile';
import { matchOf } from '@/utils/lookup/shown';
import { inPatience } from '@/utils/lookup/wait';
import type { PanelView, Profile } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Person, PersonRef } from '@/utils/people/types';
import { toProblem } from '@/utils/problem';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';
import {
  type Fresh,
  misses,
  mistakes,
  profileIn,
  renamed,
  succeeded,
  withFresh,
  withoutConnection,
  withoutPerson,
  withProfile,
} from './changed-view';
import type { Places } from './connections';
import type { Lookups } from './lookups';
import { quietly } from './quietly';
import type { Views } from './tab-state';

interface Parts {
  readonly views: Views;
  readonly places: Places;
  readonly settings: ChangeSettings;
  readonly lookups: Lookups;
  readonly cache: Cache;
}

export interface Refresh {
  /**
   * A person was changed from here: reads them anew and puts them into the view of every tab that names them, whether
   * shown, listed or recent, and into what is remembered of servers. Nothing says "loading" meanwhile. Never fails:
   * what cannot be read stays as it is.
   */
  person(ref: PersonRef): Promise<void>;
  /** A connection was removed: nobody of it is shown, and those who were found there are looked up in the others. */
  connection(id: string): Promise<void>;
}

export function makeRefresh({ views, places, settings, lookups, cache }: Parts): Refresh {
  /** How often each person was read: what an older reading brings late is not put over a newer one's. */
  const readings = new Map<string, number>();

  const everywhere = async (tabs: readonly number[], change: (view: PanelView) => PanelView): Promise<void> => {
    for (const tab of tabs) await views.change(tab, change);
  };

  const readParts = async (tabs: readonly number[], place: Place, ref: PersonRef): Promise<void> => {
    const key = `${ref.connection}|${ref.id}`;
    const turn = (readings.get(key) ?? 0) + 1;
    readings.set(key, turn);
    const shown = await Promise.all(tabs.map(async (tab) => profileIn(await views.get(tab), ref)));
    if (shown.every((profile) => profile === undefined)) return;
    const before = shown.find((profile) => profile) ?? null;
    const read: { profile: Profile | null } = { profile: before };
    await readProfile({
      place,
      id: ref.id,
      before,
      tell: (profile) => {
        read.profile = profile;
      },
      signal: new AbortController().signal,
    });
    const { profile } = read;
    if (profile && readings.get(key) === turn) await everywhere(tabs, (view) => withProfile(view, ref, profile));
  };

  const remembered = async (ref: PersonRef, { person, pictureApart }: Fresh): Promise<void> => {
    const { recent } = await readSettings();
    if (renamed(recent, person) !== recent) {
      await settings((now) => ({ recent: [...renamed(now.recent, person)] }));
    }
    const as = (before: Person): Person => (pictureApart ? withPicture(person, before) : person);
    await cache.change(ref.connection, (match) =>
      sameRef(match.person.ref, ref) ? { ...match, person: as(match.person) } : match,
    );
  };

  const gone = async (tabs: readonly number[], ref: PersonRef): Promise<void> => {
    const found = await Promise.all(
      tabs.map(async (tab) => matchOf((await views.get(tab)).answers, ref) !== undefined),
    );
    await everywhere(tabs, (view) => withoutPerson(view, ref));
    await settings(({ recent, always }) => ({
      recent: recent.filter((one) => !sameRef(one.ref, ref)),
      always: Object.fromEntries(Object.entries(always).filter(([, one]) => !sameRef(one, ref))),
    }));
    await cache.change(ref.connection, (match) => (sameRef(match.person.ref, ref) ? null : match));
    // Who else has that address, or that nobody has, is to be found out anew.
    for (const [index, tab] of tabs.entries()) if (found[index]) await lookups.again(tab);
  };

  /** Asked for one, the connection gave another: they were merged. Every place that named the one names the other. */
  const merged = async (tabs: readonly number[], ref: PersonRef, { person }: Fresh): Promise<void> => {
    const before = await Promise.all(tabs.map((tab) => views.get(tab)));
    await everywhere(tabs, (view) => withoutPerson({ ...view, recent: succeeded(view.recent, ref, person) }, ref));
    await settings(({ recent }) => ({ recent: [...succeeded(recent, ref, person)] }));
    await cache.change(ref.connection, (match) => (sameRef(match.person.ref, ref) ? null : match));
    await refresh(person.ref);
    for (const { tab, answers, shown, subject } of before) {
      if (matchOf(answers, ref) === undefined) continue;
      if (subject?.party.address === null && sameRef(shown, ref)) await lookups.person(tab, person.ref);
      else await lookups.again(tab);
    }
  };

  const refresh = async (ref: PersonRef): Promise<void> => {
    const place = await places.at(ref.connection);
    // Asked for once: a view that is begun from here on is of the person as they are now.
    const [tabs, fresh] = await Promise.all([views.tabs(), readFresh(place, ref)]);
    if (fresh === null) return gone(tabs, ref);
    if (!sameRef(fresh.person.ref, ref)) return merged(tabs, ref, fresh);
    const expected = await missedIn(tabs, fresh.person);
    await everywhere(tabs, (view) => withFresh(view, fresh));
    // Only servers are remembered, and only their answers are worth not waiting for.
    if (place.source.local) {
      await Promise.all([readParts(tabs, place, ref), remembered(ref, fresh)]);
    } else {
      quietly(readParts(tabs, place, ref));
      await remembered(ref, fresh);
    }
    for (const tab of expected) await lookups.again(tab);
    if (place.source.local) await relist(tabs, (view) => mistakes(view, fresh.person));
  };

  /** Looks the others of a conversation up anew. */
  const relist = async (tabs: readonly number[], wanted: (view: PanelView) => boolean): Promise<void> => {
    for (const tab of tabs) {
      const before = await views.get(tab);
      if (!wanted(before)) continue;
      const others = await findOthers(before.others, await places.all(), new AbortController().signal);
      if (same(others, before.others)) continue;
      await views.change(tab, (view) => (same(view.others, before.others) ? { ...view, others } : view));
    }
  };

  /** Tabs that are about one of the person's addresses and do not name them: they got it, or have come back. */
  const missedIn = async (tabs: readonly number[], person: Person): Promise<readonly number[]> => {
    const all = await Promise.all(tabs.map((tab) => views.get(tab)));
    return all.filter((view) => misses(view, person)).map(({ tab }) => tab);
  };

  const withdraw = async (tab: number, id: string): Promise<void> => {
    const before = await views.get(tab);
    const { subject } = await views.change(tab, (view) => withoutConnection(view, id));
    if (!before.answers.some(({ source }) => source.id === id)) return;
    if (subject?.party.address === null && before.shown?.connection === id) await lookups.clear(tab);
    else quietly(lookups.again(tab));
  };

  return {
    person: (ref) => refresh(ref).catch(() => undefined),
    async connection(id) {
      for (const tab of await views.tabs()) await withdraw(tab, id);
    },
  };
}

/** The person with the counts of their tickets; null if there is no such person any more. */
async function readFresh({ session }: Place, { id }: PersonRef): Promise<Fresh | null> {
  const { tickets } = session.reads;
  const count = async (which: 'open' | 'resolved'): Promise<number> =>
    tickets ? (await inPatience((stop) => tickets(id, which, { limit: 1 }, stop))).total : 0;
  try {
    const person = await inPatience((stop) => session.get(id, stop));
    const counts = tickets && (await Promise.all([count('open'), count('resolved')]).catch(() => undefined));
    return {
      person,
      pictureApart: session.reads.picture !== undefined,
      at: Date.now(),
      counts: counts ? { openTickets: counts[0], tickets: counts[0] + counts[1] } : null,
    };
  } catch (error) {
    if (toProblem(error).kind === 'missing') return null;
    throw error;
  }
}
