import { afterEach, describe, expect, it, vi } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { address, partyOf, person } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import { frame, rooms, TAB } from '@/test/support/rooms';
import { type PageScriptStandIn, standInBrowser } from '@/test/support/stand-in';
import { lockedTabs } from '@/utils/background/locked-tabs';
import { makePages } from '@/utils/background/pages';
import { makeServerPages } from '@/utils/background/server-pages';
import type { Requestor, Session, Shown } from '@/utils/connectors/types';
import type { Place } from '@/utils/lookup/find';
import { ProblemError } from '@/utils/problem';

const SITE = 'https://desk.example.com';
const PATTERN = `${SITE}/*`;
const TICKET = `${SITE}/#ticket/zoom/5`;
const OTHER = `${SITE}/#ticket/zoom/6`;
const PERSON = `${SITE}/#user/profile/67`;
const OVERVIEW = `${SITE}/#dashboard`;
const ELSEWHERE = 'https://news.example.org/';

const names: Readonly<Record<string, string>> = { 53: 'Marta Kowalska', 67: "Pat O'Neil" };
const owners: Readonly<Record<string, string>> = { 5: '53', 6: '67' };

afterEach(() => vi.restoreAllMocks());

function shows(url: string): Shown | null {
  const ticket = /#ticket\/zoom\/(\d+)/u.exec(url)?.[1];
  const one = /#user\/profile\/(\d+)/u.exec(url)?.[1];
  if (ticket !== undefined) return { kind: 'ticket', id: ticket };
  return one === undefined ? null : { kind: 'person', id: one };
}

const mailOf = (id: string): string => `p${id}@example.com`;
const requestor = (id: string): Requestor => ({ id, name: names[id] ?? '', address: address(mailOf(id)) });

const mute: PageScriptStandIn = () => ({ ok: true, value: true });

/** A server whose pages tell by their addresses what they show, in a tab of a browser that may read them. */
function desk(some: Partial<Session> = {}) {
  const asked: string[] = [];
  const one: Place = {
    ...place('desk', {
      local: false,
      site: SITE,
      get: async (id) => {
        asked.push(`#${id}`);
        const name = names[id];
        if (name === undefined) throw new ProblemError({ kind: 'missing' });
        return person({ name, mail: mailOf(id), ref: { connection: 'desk', id } });
      },
      reads: {
        requestors: async (ticket) => {
          asked.push(`ticket ${ticket}`);
          return [requestor(owners[ticket] ?? '')];
        },
      },
      ...some,
    }),
    shows,
  };
  const browser = standInBrowser();
  browser.give(PATTERN);
  const list = [one];
  const background = rooms(list);
  const start = (room: typeof background) => {
    const pages = makePages(room);
    return { pages, followed: makeServerPages(room) };
  };
  const shown = async () => (await background.view()).shown?.id;
  return { browser, asked, list, one, start, shown, ...background, ...start(background) };
}

describe('a page of a server whose address tells what it shows', () => {
  it('is followed from ticket to ticket, to whoever each is of', async () => {
    const { browser, asked, shown, view } = desk();
    browser.open(TAB, TICKET, mute, 'loading');
    browser.loaded(TAB);
    await expect.poll(shown).toBe('53');
    expect(await view()).toMatchObject({
      page: { state: 'open', host: 'desk.example.com', ticket: { connection: 'desk', id: '5', state: 'known' } },
      subject: { origin: 'page', role: 'requestor', party: { name: 'Marta Kowalska', address: mailOf('53') } },
    });
    browser.turns(TAB, OTHER);
    await expect.poll(shown).toBe('67');
    expect(asked).toEqual(['ticket 5', '#53', 'ticket 6', '#67']);
  });

  it('shows the very record whose page it is, and asks whose ticket it is of nobody', async () => {
    const { browser, asked, shown, view } = desk();
    browser.open(TAB, PERSON, mute);
    browser.loaded(TAB);
    await expect.poll(shown).toBe('67');
    expect(asked).toEqual(['#67']);
    expect((await view()).page.ticket).toBeUndefined();
  });

  it('of somebody who is gone suggests nobody: a number is no name', async () => {
    const near = vi.fn(async () => []);
    const { browser, readings } = desk({ reads: { near } });
    browser.open(TAB, `${SITE}/#user/profile/99`);
    await readings.moved(TAB);
    expect(near).not.toHaveBeenCalled();
  });

  it('is about nobody any more once it shows neither, and at once when the tab goes elsewhere', async () => {
    const { browser, shown, view } = desk();
    browser.open(TAB, TICKET, mute);
    browser.loaded(TAB);
    await expect.poll(shown).toBe('53');
    browser.turns(TAB, OVERVIEW);
    await expect.poll(async () => (await view()).subject).toBeNull();
    expect((await view()).page).toMatchObject({ state: 'none', host: 'desk.example.com' });
    browser.turns(TAB, TICKET);
    await expect.poll(shown).toBe('53');
    browser.goes(TAB, ELSEWHERE);
    await expect.poll(async () => (await view()).subject).toBeNull();
    await expect.poll(async () => (await view()).page.state).toBe('no-access');
  });

  it('is not about whoever wrote the message that the tab showed before, however soon it comes', async () => {
    const { browser, read, shown } = desk();
    browser.give('https://mail.example.com/*');
    browser.open(TAB, 'https://mail.example.com/', mute);
    await read({ state: 'open', message: openMessage([partyOf('Anna', 'anna@example.com')]) });
    browser.goes(TAB, TICKET);
    browser.loaded(TAB);
    await expect.poll(shown).toBe('53');
  });

  it('keeps whoever was asked for by hand beside it, until another one is opened', async () => {
    const { browser, ask, asked, view, readings, shown } = desk();
    browser.open(TAB, TICKET, mute);
    await readings.moved(TAB);
    await ask('anna@example.com');
    browser.tell('tab activated', { tabId: TAB, windowId: 1 });
    browser.loaded(TAB);
    await readings.moved(TAB);
    expect((await view()).subject?.party.address).toBe('anna@example.com');
    expect(asked).toEqual(['ticket 5', '#53']);
    browser.turns(TAB, OTHER);
    await expect.poll(shown).toBe('67');
  });

  it('is not believed while it is still loading: its script may know more', async () => {
    const { browser, asked, readings } = desk();
    browser.open(TAB, TICKET, null, 'loading');
    await readings.moved(TAB);
    expect(asked).toEqual([]);
  });

  it('says that the server did not tell whose ticket it is, and asks again when the panel does', async () => {
    const down = vi.fn(async (): Promise<readonly Requestor[]> => {
      throw new ProblemError({ kind: 'server', status: 502 });
    });
    const { browser, view, readings, shown } = desk({ reads: { requestors: down } });
    browser.open(TAB, TICKET, mute);
    browser.loaded(TAB);
    await expect.poll(async () => (await view()).page.ticket?.state).toBe('failed');
    down.mockResolvedValueOnce([requestor('53')]);
    await readings.showMessage(TAB);
    expect(await shown()).toBe('53');
  });
});

describe('a page that a script of ours reads too', () => {
  const read = {
    state: 'open' as const,
    message: openMessage([], {
      site: 'rt',
      kind: 'ticket',
      conversation: '5',
      messages: [],
      server: { address: SITE, ticket: '5' },
      requestors: [{ name: 'Pat', address: null, shown: '', record: '67' }],
    }),
  };

  it('is what the script says it is, and its address is not asked for', async () => {
    const { browser, asked, shown, readings } = desk();
    browser.open(TAB, TICKET, mute);
    await readings.read(read, frame({ url: TICKET }));
    browser.loaded(TAB);
    await readings.moved(TAB);
    expect(await shown()).toBe('67');
    expect(asked).toEqual(['#67']);
  });

  it.each([
    ['that nothing is open', { state: 'nothing' as const }],
    ['that it cannot read it', { state: 'unknown' as const, site: 'otrs' }],
  ])('is followed by its address where the script says %s, and nobody is asked for twice', async (_, said) => {
    const { browser, asked, shown, readings } = desk();
    browser.open(TAB, TICKET, mute);
    browser.loaded(TAB);
    await expect.poll(shown).toBe('53');
    await readings.read(said, frame({ url: TICKET }));
    await readings.moved(TAB);
    expect(await shown()).toBe('53');
    expect(asked).toEqual(['ticket 5', '#53']);
  });
});

describe('pages of a connection that is not to be asked', () => {
  it('are silent while it is paused, and followed again once it is not', async () => {
    const { browser, asked, shown, list, one, followed, view } = desk();
    browser.open(TAB, TICKET, mute);
    browser.loaded(TAB);
    await expect.poll(shown).toBe('53');
    list.length = 0;
    await followed.sync();
    expect(await view()).toMatchObject({ subject: null, page: { state: 'none' } });
    browser.turns(TAB, OTHER);
    await followed.sync();
    expect(asked).toEqual(['ticket 5', '#53']);
    list.push(one);
    await followed.sync();
    expect(await shown()).toBe('67');
  });

  it('are silent while the connections are locked, and followed again once they are not', async () => {
    const { browser, asked, shown, places, followed, view, ...background } = desk();
    const locked = lockedTabs({ ...background });
    browser.open(TAB, TICKET, mute);
    browser.loaded(TAB);
    await expect.poll(shown).toBe('53');
    places.all.mockRejectedValue(new ProblemError({ kind: 'locked' }));
    await locked.empty();
    browser.turns(TAB, OTHER);
    await followed.sync();
    expect((await view()).subject).toBeNull();
    expect(asked).toEqual(['ticket 5', '#53']);
    places.all.mockImplementation(async () => background.list);
    await followed.after(locked.fill());
    expect(await shown()).toBe('67');
  });

  it('are of nobody where two servers stand on one host, and none of them says so', async () => {
    const { browser, asked, list, one, followed } = desk();
    list[0] = { ...one, session: { ...one.session, site: 'https://other.example.com' } };
    browser.open(TAB, TICKET, mute);
    await followed.sync();
    expect(asked).toEqual([]);
  });
});

describe('tabs that were open before', () => {
  it('are followed as soon as their server is connected', async () => {
    const { browser, shown, list, one, followed } = desk();
    list.length = 0;
    browser.open(TAB, TICKET, mute);
    browser.loaded(TAB);
    await followed.sync();
    list.push(one);
    await followed.sync();
    expect(await shown()).toBe('53');
  });

  it('are followed when they come to the front', async () => {
    const { browser, shown } = desk();
    browser.open(TAB, TICKET, mute);
    browser.tell('tab activated', { tabId: TAB, windowId: 1 });
    await expect.poll(shown).toBe('53');
  });

  it('need no script of ours: a panel that opens there says nothing of reloading', async () => {
    const { browser, shown, pages, view } = desk();
    browser.open(TAB, TICKET);
    browser.tell('tab activated', { tabId: TAB, windowId: 1 });
    await expect.poll(shown).toBe('53');
    await pages.check(TAB);
    expect((await view()).page.state).toBe('open');
  });
});

describe('a background that was stopped', () => {
  it('asks again whose ticket it is, and leaves a page that went on meanwhile', async () => {
    const never = gate<readonly Requestor[]>();
    const first = desk({ reads: { requestors: () => never.promise } });
    first.browser.open(TAB, TICKET, mute);
    first.browser.loaded(TAB);
    await expect.poll(async () => (await first.view()).page.ticket?.state).toBe('looking');

    const answering = {
      ...first.one,
      session: { ...first.one.session, reads: { requestors: async () => [requestor('53')] } },
    };
    const second = rooms([answering], memoryCache());
    makePages(second);
    const followed = makeServerPages(second);
    await second.readings.resume();
    await expect.poll(async () => (await second.view()).shown?.id).toBe('53');

    const third = rooms([answering], memoryCache());
    first.browser.open(TAB, OVERVIEW, mute);
    await makeServerPages(third).sync();
    expect((await third.view()).subject).toBeNull();
    expect(followed).toBeDefined();
  });
});
