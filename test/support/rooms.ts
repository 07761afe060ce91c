import { expect, vi } from 'vitest';
import { makeActing } from '@/utils/background/acting';
import { makeApart } from '@/utils/background/apart';
import { lookUpParty } from '@/utils/background/asks';
import { makeCreating } from '@/utils/background/creating';
import { makeLookups } from '@/utils/background/lookups';
import { makeReadings } from '@/utils/background/reading';
import { makeRefresh } from '@/utils/background/refresh';
import { keepTabs, keepViews } from '@/utils/background/tab-state';
import { makeTyping } from '@/utils/background/typing';
import { makeJournal, openStore } from '@/utils/journal';
import type { Cache } from '@/utils/lookup/cache';
import type { Place } from '@/utils/lookup/find';
import type { Frame } from '@/utils/messages';
import type { PanelView } from '@/utils/messages/view';
import type { Reading } from '@/utils/people/message';
import { ProblemError } from '@/utils/problem';
import { settingsWriter } from '@/utils/settings/store';
import { partyOf } from './people';
import { memoryCache } from './places';

export const TAB = 7;

export const frame = (some: Partial<Frame> = {}): Frame => ({
  tab: TAB,
  window: 1,
  frame: 0,
  url: 'https://mail.example.com/',
  ...some,
});

/** The background's rooms on places of the test's own; made a second time they are a restarted background. */
export function rooms(list: readonly Place[], cache: Cache = memoryCache()) {
  const settings = settingsWriter();
  const drawn: PanelView[] = [];
  const tabs = keepTabs();
  const views = keepViews((_, view) => drawn.push(view));
  const at = async (connection: string) => {
    const place = list.find(({ source }) => source.id === connection);
    if (!place) throw new ProblemError({ kind: 'missing', connection });
    return place;
  };
  const places = { all: vi.fn(async () => list), at, able: at };
  const apart = makeApart({ parted: (a, b) => lookups.parted(a, b) });
  const lookups = makeLookups({ views, tabs, places, settings, cache, apart: () => apart['apart.across']({}) });
  const readings = makeReadings({ views, tabs, lookups, places });
  const typing = makeTyping();
  const journal = makeJournal({
    // One journal a test: books are deleted between tests, and their ids begin anew.
    store: openStore(`journal of ${expect.getState().currentTestName}`),
    sessionOf: async (connection) => (await places.at(connection)).session,
    changed: makeRefresh({ views, places, settings, lookups, cache }).person,
    erased: typing.forgetPerson,
    now: () => new Date(),
  });
  const creating = makeCreating({ views, tabs, journal, lookups, settings });
  const acting = makeActing({ journal, typing });
  return {
    settings,
    places,
    drawn,
    lookups,
    readings,
    creating,
    journal,
    acting,
    apart,
    tabs,
    views,
    view: () => views.get(TAB),
    read: (reading: Reading, from: Partial<Frame> = {}) => readings.read(reading, frame(from)),
    ask: (mail: string) => lookUpParty(lookups, TAB, partyOf('', mail)),
  };
}
