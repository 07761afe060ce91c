import { describe, expect, it, vi } from 'vitest';
import { openMessage, pageMessage } from '@/test/support/messages';
import { address, found, partyOf, person } from '@/test/support/people';
import { gate, place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import { lookUpParty } from '@/utils/background/asks';
import { lockedTabs } from '@/utils/background/locked-tabs';
import { withServer } from '@/utils/background/open-ticket';
import type { Requestor, Session } from '@/utils/connectors/types';
import type { OpenMessage, Party, Reading } from '@/utils/people/message';
import { ProblemError } from '@/utils/problem';

const SITE = 'https://desk.example.com/rt';
const DISPLAY = `${SITE}/Ticket/Display.html?id=19`;
const HISTORY = `${SITE}/Ticket/History.html?id=19`;

const recorded = (name: string, mail: string | null, record: string): Party => ({ ...partyOf(name, mail), record });
const page = (some: Partial<OpenMessage> = {}): Reading => ({
  state: 'open',
  message: openMessage([], {
    site: 'rt',
    kind: 'ticket',
    conversation: '19',
    messages: [],
    server: { address: SITE, ticket: '19' },
    ...some,
  }),
});
const requestor = (id: string, name: string, mail: string | null): Requestor => ({
  id,
  name,
  address: mail === null ? null : address(mail),
});

const people: Readonly<Record<string, string>> = { 53: 'Marta Kowalska', 67: "Pat O'Neil" };
const mails: Readonly<Record<string, string>> = { 53: 'marta@example.com', 67: 'pat@example.org' };

/** A server that has two people, and notes how it was asked. */
function desk(requestors?: NonNullable<Session['reads']['requestors']>, some: Partial<Session> = {}) {
  const asked: string[] = [];
  const one = place('desk', {
    local: false,
    site: SITE,
    find: async (mail) => {
      asked.push(mail);
      return [];
    },
    get: async (id) => {
      asked.push(`#${id}`);
      const name = people[id];
      if (name === undefined) throw new ProblemError({ kind: 'missing' });
      return person({ name, mail: mails[id] ?? '', ref: { connection: 'desk', id } });
    },
    reads: requestors
      ? {
          requestors: async (ticket, signal) => {
            asked.push(`ticket ${ticket}`);
            return requestors(ticket, signal);
          },
        }
      : {},
    ...some,
  });
  return { asked, place: one };
}

describe('the ticket that stands open in its own server’s page', () => {
  it('is followed by the ids of the records that the page tells', async () => {
    const { asked, place: one } = desk();
    const { read, view } = rooms([one]);
    await read(page({ requestors: [recorded('Marta', null, '53')] }), { url: DISPLAY });
    expect(asked).toEqual(['#53']);
    expect(await view()).toMatchObject({
      shown: { connection: 'desk', id: '53' },
      page: { state: 'open', ticket: { connection: 'desk', id: '19', state: 'known' } },
    });
  });

  it.each([
    ['another server on the same host', 'https://desk.example.com/other/Ticket/Display.html?id=19', SITE],
    ['the same path on another host', 'https://evil.example.com/rt/Ticket/Display.html?id=19', SITE],
    ['a server of its own beside ours', 'https://desk.example.com/rt2/Ticket/Display.html', `${SITE}2`],
    ['one above ours', 'https://desk.example.com/rt/Ticket/Display.html', 'https://desk.example.com'],
  ])('is never taken for one of ours, where the page is of %s', async (_, url, server) => {
    const { asked, place: one } = desk(async () => [requestor('67', "Pat O'Neil", null)]);
    const { read, view } = rooms([one]);
    const requestors = [recorded('Marta', 'marta@example.com', '53')];
    await read(page({ requestors, server: { address: server, ticket: '19' } }), { url });
    expect(asked).toEqual(['marta@example.com']);
    expect((await view()).page.ticket).toBeUndefined();
  });

  it('is found in a frame of another page', async () => {
    const { asked, place: one } = desk();
    const { read } = rooms([one]);
    await read({ state: 'nothing' }, { url: 'https://portal.example.com/' });
    await read(page({ requestors: [recorded('Marta', null, '53')] }), { frame: 3, url: DISPLAY });
    expect(asked).toEqual(['#53']);
  });

  it('is of the first of several people, and lists the others, who open by their ids', async () => {
    const { asked, place: one } = desk();
    const { read, view, lookups } = rooms([one]);
    const requestors = [recorded('Marta', null, '53'), recorded('Pat', null, '67')];
    await read(page({ requestors }), { url: DISPLAY });
    const [pat] = (await view()).others;
    expect(pat).toMatchObject({ role: 'requestor', party: { name: 'Pat' } });
    if (pat) await lookUpParty(lookups, TAB, pat.party);
    expect(asked).toEqual(['#53', '#67']);
    expect((await view()).shown).toEqual({ connection: 'desk', id: '67' });
  });

  it('is of another person than the one before it, though both are called the same', async () => {
    const { read, view } = rooms([desk().place]);
    await read(page({ requestors: [recorded('Kim', null, '53')] }), { url: DISPLAY });
    await read(page({ requestors: [recorded('Kim', null, '67')] }), { url: DISPLAY });
    expect((await view()).shown).toEqual({ connection: 'desk', id: '67' });
  });

  it('shows whom it showed when the panel looks again', async () => {
    const { read, view, lookups } = rooms([desk().place]);
    await read(page({ requestors: [recorded('Marta', null, '53')] }), { url: DISPLAY });
    const before = await view();
    await lookups.again(TAB);
    expect(await view()).toMatchObject({ shown: { id: '53' }, subject: before.subject });
  });
});

describe('a page that names only its ticket', () => {
  it('says that it is looking while the server is asked, and then shows whose the ticket is', async () => {
    const slow = gate<readonly Requestor[]>();
    const { asked, place: one } = desk(() => slow.promise);
    const { read, view } = rooms([one]);
    const reading = read(page(), { url: HISTORY });
    await expect.poll(async () => (await view()).page.ticket?.state).toBe('looking');
    expect((await view()).subject).toBeNull();
    slow.open([requestor('53', 'Marta', 'marta@example.com'), requestor('67', "Pat O'Neil", null)]);
    await reading;
    expect(asked).toEqual(['ticket 19', '#53']);
    expect(await view()).toMatchObject({
      subject: { role: 'requestor', origin: 'page' },
      shown: { id: '53' },
      others: [{ role: 'requestor', party: { name: "Pat O'Neil", record: '67', server: SITE } }],
      page: { ticket: { state: 'known' } },
    });
  });

  it('does not show who wrote in it before it is known whose it is', async () => {
    const { read, view, drawn } = rooms([desk(async () => [requestor('53', 'Marta', null)]).place]);
    const messages = [pageMessage([partyOf('Colleague', 'other@example.net')])];
    await read(page({ messages }), { url: HISTORY });
    expect((await view()).shown?.id).toBe('53');
    for (const { subject } of drawn) expect(subject?.party.address).not.toBe('other@example.net');
    expect((await view()).others).toMatchObject([{ role: 'author', party: { address: 'other@example.net' } }]);
  });

  it('is asked for once, however often the page is read, and anew when it is loaded again', async () => {
    const { asked, place: one } = desk(async () => [requestor('53', 'Marta', null)]);
    const { read, readings } = rooms([one]);
    await read(page(), { url: HISTORY });
    await read(page(), { url: HISTORY });
    expect(asked).toEqual(['ticket 19', '#53']);
    await readings.started({ tab: TAB, window: 1, frame: 0, url: HISTORY });
    await read(page(), { url: HISTORY });
    expect(asked).toEqual(['ticket 19', '#53', 'ticket 19', '#53']);
  });

  it('never shows whose the ticket before was, however late that is told', async () => {
    const slow = gate<readonly Requestor[]>();
    const first = (ticket: string) =>
      ticket === '19' ? slow.promise : Promise.resolve([requestor('67', 'Pat', null)]);
    const { read, view, drawn } = rooms([desk(first).place]);
    const before = read(page(), { url: HISTORY });
    await expect.poll(async () => (await view()).page.ticket?.state).toBe('looking');
    await read(page({ conversation: '20', server: { address: SITE, ticket: '20' } }), { url: HISTORY });
    slow.open([requestor('53', 'Marta', null)]);
    await before;
    expect((await view()).shown?.id).toBe('67');
    for (const { subject } of drawn) expect(subject?.party.record).not.toBe('53');
  });

  it('says what is wrong where the server does not tell, and asks again when it is told to', async () => {
    const answers = vi.fn(async (): Promise<readonly Requestor[]> => {
      throw new ProblemError({ kind: 'forbidden', call: 'requestors' });
    });
    const { read, view, readings } = rooms([desk(answers).place]);
    await read(page(), { url: HISTORY });
    expect(await view()).toMatchObject({
      subject: null,
      page: { state: 'open', ticket: { state: 'failed', problem: { kind: 'forbidden', connection: 'desk' } } },
    });
    answers.mockResolvedValueOnce([requestor('53', 'Marta', null)]);
    await readings.showMessage(TAB);
    expect(await view()).toMatchObject({ shown: { id: '53' }, page: { ticket: { state: 'known' } } });
  });

  it('goes by who wrote in it where the server does not tell', async () => {
    const answers = () => Promise.reject(new ProblemError({ kind: 'offline' }));
    const { read, view } = rooms([desk(answers).place]);
    const messages = [pageMessage([partyOf('Anna', 'anna@example.com')])];
    await read(page({ messages }), { url: HISTORY });
    expect((await view()).subject).toMatchObject({ role: 'author', party: { address: 'anna@example.com' } });
  });

  it('leaves nothing of what its server told once that is locked away', async () => {
    const all = rooms([desk(async () => [requestor('53', 'Marta', null)]).place]);
    await all.read(page(), { url: HISTORY });
    expect((await all.tabs.get(TAB)).told).toMatchObject({ requestors: [{ name: 'Marta' }] });
    const locked = lockedTabs(all);
    await locked.empty();
    expect((await all.tabs.get(TAB)).told).toBeNull();
    await locked.fill();
    expect((await all.view()).shown).toEqual({ connection: 'desk', id: '53' });
  });

  it('leaves nothing of what its server told once that cannot be asked any more', async () => {
    const { read, tabs, readings, places } = rooms([desk(async () => [requestor('53', 'Marta', null)]).place]);
    await read(page(), { url: HISTORY });
    places.all.mockRejectedValue(new ProblemError({ kind: 'locked' }));
    await readings.showMessage(TAB);
    expect((await tabs.get(TAB)).told).toBeNull();
  });

  it('says nothing where its server is not connected', async () => {
    const { read, view } = rooms([place('book', { find: async () => [found()] })]);
    await read(page(), { url: HISTORY });
    expect(await view()).toMatchObject({ page: { state: 'none' }, subject: null });
  });

  it('is asked for again by a background that was stopped meanwhile', async () => {
    const stopped = rooms([desk(() => gate<readonly Requestor[]>().promise).place]);
    void stopped.read(page(), { url: HISTORY });
    await expect.poll(async () => (await stopped.view()).page.ticket?.state).toBe('looking');
    const after = rooms([desk(async () => [requestor('53', 'Marta', null)]).place]);
    await after.readings.resume();
    await expect.poll(async () => (await after.view()).shown).toEqual({ connection: 'desk', id: '53' });
  });
});

describe('a page that speaks for another server', () => {
  it('is not believed, and its ids are left out', () => {
    const told = page({ requestors: [recorded('Marta', 'marta@example.com', '53')] });
    const read = withServer(told, 'https://evil.example.com/rt/Ticket/Display.html');
    expect(read).toMatchObject({ message: { requestors: [partyOf('Marta', 'marta@example.com')] } });
    expect(JSON.stringify(read)).not.toMatch(/53|desk\.example/u);
  });
});
