import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage } from '@/test/support/messages';
import { partyOf } from '@/test/support/people';
import { type PageScriptStandIn, standInBrowser, stub } from '@/test/support/stand-in';
import { speak } from '@/test/support/words';
import { startBackground } from '@/utils/background/start';
import { keepSecrets } from '@/utils/connections/vault';
import { OWN } from '@/utils/connectors/local';
import { openCache } from '@/utils/lookup/cache';
import type { Answer, VaultState } from '@/utils/messages/protocol';
import { LOCK_KEY } from '@/utils/messages/protocol';
import { isView, type PanelView, viewKey } from '@/utils/messages/view';

const TAB = 7;
const OTHER = 8;
const PAGE = 'https://mail.example.com/';
const PASS = 'seven red boats';
const people = { made: 0 };

const messageOf = (mail: string) => ({
  reading: { state: 'open' as const, message: openMessage([partyOf('', mail)], { conversation: mail }) },
});

afterEach(() => vi.restoreAllMocks());

const session = (): Promise<Record<string, unknown>> => fakeBrowser.storage.session.get(null);

async function view(tab = TAB): Promise<PanelView | null> {
  const found = (await session())[viewKey(tab)];
  return isView(found) ? found : null;
}
const shown = async (tab = TAB) => {
  const now = await view(tab);
  return now?.answers.flatMap(({ matches }) => matches).map(({ person }) => person.name) ?? [];
};
/** All that pages can draw: views, and who was met lately. */
const drawn = async () => JSON.stringify([await view(TAB), await view(OTHER)]);
const locked = async () => (await session())[LOCK_KEY];

/** The background is stopped: another one listens from now on. */
function stopped(): void {
  vi.restoreAllMocks();
  speak('en');
}

function started() {
  const browser = standInBrowser();
  const badge = { text: '' };
  const told: unknown[] = [];
  stub(fakeBrowser.action, 'setBadgeText', async ({ text }: { text: string }) => {
    badge.text = text;
  });
  stub(fakeBrowser.action, 'setTitle', async () => undefined);
  const script: PageScriptStandIn = ({ name, question }) => {
    if (name === 'launcher.show') told.push(question);
    return { ok: true, value: null };
  };
  browser.open(TAB, PAGE, script);
  browser.open(OTHER, 'https://other.example.com/', script);
  browser.give('https://mail.example.com/*');
  browser.give('https://other.example.com/*');
  startBackground();
  const ask = async (name: string, question: unknown = {}): Promise<Answer<VaultState>> =>
    (await browser.ask(name, question)) as Answer<VaultState>; // as the background answers
  return { browser, badge, told, ask };
}

/** A browser with a passphrase, and a message open from somebody in its own book. */
async function sealed() {
  const all = started();
  const { browser, ask } = all;
  people.made += 1;
  const name = `Anna the ${people.made}th`;
  const address = `anna${people.made}@lock.example.com`;
  await keepSecrets('rt', { token: 'secret' });
  const draft = { name, address, organisation: '', connection: OWN };
  await browser.ask('person.create', { tab: TAB, draft });
  await ask('vault.seal', { passphrase: PASS });
  await browser.say(TAB, 'page.read', messageOf(address));
  await expect.poll(() => shown()).toEqual([name]);
  return { ...all, name, address };
}

const lists = (text: string, ...names: readonly string[]) => names.some((name) => text.includes(name));

describe('When it is locked', () => {
  it('nobody is named to any page, the launcher tells nothing, and the button says that something is wanted', async () => {
    const { browser, badge, told, ask, name, address } = await sealed();
    await browser.ask('lookup.text', { tab: OTHER, text: address });
    await expect.poll(() => shown(OTHER)).toEqual([name]);
    await expect.poll(() => told.at(-1)).toEqual({ face: { kind: 'known' } });
    expect(await ask('vault.lock')).toMatchObject({ ok: true, value: { sealed: true, locked: true } });
    expect(await locked()).toBe(true);
    expect(lists(await drawn(), name, address)).toBe(false);
    expect((await view())?.revision).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual({ face: { kind: 'none' } });
    await expect.poll(() => badge.text).toBe('!');
  });

  it('a message that is opened then shows nobody before it is unlocked, and its writer after', async () => {
    const { browser, ask, told, name, address } = await sealed();
    await ask('vault.lock');
    await browser.say(TAB, 'page.read', messageOf('nobody@else.example.com'));
    await browser.say(TAB, 'page.read', messageOf(address));
    await browser.ask('panel.open', { tab: TAB });
    expect(lists(await drawn(), name, address)).toBe(false);
    expect(told.at(-1)).toEqual({ face: { kind: 'none' } });
    await ask('vault.unlock', { passphrase: PASS });
    await expect.poll(() => shown()).toEqual([name]);
    await expect.poll(() => told.at(-1)).toEqual({ face: { kind: 'known' } });
  });

  it('the address bar suggests nobody, and no part of a record is told', async () => {
    const { browser, ask, name } = await sealed();
    const suggested: unknown[] = [];
    stub(fakeBrowser.omnibox, 'setDefaultSuggestion', () => undefined);
    const type = () =>
      new Promise<void>((done) => {
        browser.tell('typed', name, (list: readonly unknown[]) => {
          suggested.push(list.length);
          done();
        });
      });
    await type();
    await ask('vault.lock');
    await type();
    expect(suggested).toEqual([1, 0]);
    const query = { text: name, role: 'anyone', group: null, label: null, sort: 'best' };
    expect(await browser.ask('search', { query, limit: 5 })).toMatchObject({ ok: false, problem: { kind: 'locked' } });
    expect(await browser.ask('teams', { connection: OWN })).toMatchObject({ ok: false, problem: { kind: 'locked' } });
  });

  it('a wrong passphrase opens nothing; the right one shows everybody again, whom the agent had asked for too', async () => {
    const { browser, ask, name, address } = await sealed();
    await browser.ask('lookup.text', { tab: OTHER, text: address });
    await expect.poll(() => shown(OTHER)).toEqual([name]);
    await ask('vault.lock');
    expect(await ask('vault.unlock', { passphrase: 'six red boats' })).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden' },
    });
    expect(await locked()).toBe(true);
    expect(await ask('vault.unlock', { passphrase: PASS })).toMatchObject({ ok: true, value: { locked: false } });
    expect(await locked()).toBe(false);
    await expect.poll(() => shown()).toEqual([name]);
    await expect.poll(() => shown(OTHER)).toEqual([name]);
    expect((await view(OTHER))?.subject?.origin).toBe('asked');
  });

  it('what was asked for then is found once it is unlocked', async () => {
    const { browser, ask, name, address } = await sealed();
    await ask('vault.lock');
    await browser.ask('lookup.text', { tab: OTHER, text: address });
    expect(await shown(OTHER)).toEqual([]);
    await ask('vault.unlock', { passphrase: PASS });
    await expect.poll(() => shown(OTHER)).toEqual([name]);
  });

  it('kept answers of servers go if the user wants that, and only then', async () => {
    const { ask } = await sealed();
    const cache = openCache({ by: '1.0' });
    await cache.put('rt', 'x@example.com', { at: '2026-11-22T00:00:00.000Z', matches: [] });
    await ask('vault.lock');
    expect(await cache.count('rt')).toBe(1);
    await ask('vault.unlock', { passphrase: PASS });
    await ask('vault.set', { forgets: true });
    await ask('vault.lock');
    expect(await cache.count('rt')).toBe(0);
  });

  it('starting over opens it without the secrets; what is not secret stays', async () => {
    const { ask, name } = await sealed();
    await ask('vault.lock');
    expect(await ask('vault.erase')).toMatchObject({ ok: true, value: { sealed: false, locked: false } });
    await expect.poll(() => shown()).toEqual([name]);
    expect(await fakeBrowser.storage.local.get('vault')).toEqual({});
  });
});

describe('It locks by itself', () => {
  it('after the minutes that the user chose, and never when they chose that', async () => {
    const { browser, ask } = await sealed();
    await ask('vault.set', { idleMinutes: 30 });
    expect(browser.idle.after).toBe(1800);
    await ask('vault.set', { idleMinutes: null });
    browser.rests('idle');
    expect(await ask('vault.state')).toMatchObject({ value: { locked: false, idleMinutes: null } });
    browser.rests('active');
    await ask('vault.set', { idleMinutes: 5 });
    browser.rests('idle');
    await expect.poll(locked).toBe(true);
  });

  it('with the screen, unless the user does not want that: then when nobody came back for as long', async () => {
    const { browser, ask } = await sealed();
    const alarms: unknown[] = [];
    stub(fakeBrowser.alarms, 'create', async (name: string) => void alarms.push(name));
    await ask('vault.set', { onScreenLock: false, idleMinutes: 5 });
    browser.rests('locked');
    await expect.poll(() => alarms).toContain('lock');
    expect(await locked()).toBe(false);
    browser.rests('active');
    await ask('vault.set', { onScreenLock: true });
    browser.rests('locked');
    await expect.poll(locked).toBe(true);
  });

  it('not where there is no passphrase', async () => {
    const { browser, ask } = started();
    await expect.poll(locked).toBe(false);
    browser.rests('locked');
    expect(await ask('vault.lock')).toMatchObject({ value: { sealed: false, locked: false } });
    expect(await locked()).toBe(false);
  });

  it('with the end of the browser', async () => {
    const { name, address } = await sealed();
    stopped();
    await fakeBrowser.storage.session.clear();
    const { ask, browser } = started();
    await expect.poll(locked).toBe(true);
    await browser.say(TAB, 'page.read', messageOf(address));
    expect(lists(await drawn(), name, address)).toBe(false);
    await ask('vault.unlock', { passphrase: PASS });
    await expect.poll(() => shown()).toEqual([name]);
  });

  it('not when the background alone is stopped', async () => {
    const { name } = await sealed();
    stopped();
    const { ask } = started();
    expect(await ask('vault.state')).toMatchObject({ value: { sealed: true, locked: false } });
    expect(await shown()).toEqual([name]);
  });

  it('at the start of a background that was away while nobody sat there', async () => {
    await sealed();
    stopped();
    standInBrowser().idle.state = 'locked';
    startBackground();
    await expect.poll(locked).toBe(true);
  });
});

describe('Storage', () => {
  it('is closed to the scripts in pages when the background starts', async () => {
    const closed: unknown[] = [];
    for (const area of ['local', 'session'] as const) {
      Object.assign(fakeBrowser.storage[area], {
        setAccessLevel: async ({ accessLevel }: { accessLevel: string }) => void closed.push([area, accessLevel]),
      });
    }
    started();
    await expect
      .poll(() => closed)
      .toEqual([
        ['local', 'TRUSTED_CONTEXTS'],
        ['session', 'TRUSTED_CONTEXTS'],
      ]);
  });
});
