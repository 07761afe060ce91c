import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeContacts } from '@/utils/background/contacts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const call = (ms: number) => ({
  connection: 'rt',
  call: 'find',
  method: 'get',
  at: 0,
  ms,
  sent: 0,
  received: 10,
  status: 200,
});
const offline = { kind: 'offline' as const, connection: 'rt' };

describe('The last contact of a server', () => {
  it('is known at once, and to a background that is started again', async () => {
    const contacts = makeContacts();
    contacts.heard(call(140));
    contacts.ended('rt', null);
    const known = { rt: { at: 1_000_000, ms: 140, failed: null } };
    expect(await contacts.all()).toEqual(known);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await makeContacts().all()).toEqual(known);
  });

  it('tells of a helpdesk that is closed for a while', async () => {
    const contacts = makeContacts();
    contacts.ended('rt', { kind: 'closed', status: 423, connection: 'rt' });
    await vi.advanceTimersByTimeAsync(3000);
    expect((await makeContacts().all())['rt']).toMatchObject({ failed: { problem: { kind: 'closed', status: 423 } } });
  });

  it('does not take a server for slow, or away, that was asked to answer once there is news', async () => {
    const contacts = makeContacts();
    contacts.heard(call(140));
    contacts.ended('rt', null);
    contacts.heard({ ...call(25_000), call: 'news' });
    contacts.ended('rt', null);
    expect((await contacts.all())['rt']).toMatchObject({ ms: 140 });
    contacts.heard({ ...call(35_000), call: 'news', status: null });
    contacts.ended('rt', { kind: 'timeout', connection: 'rt', call: 'news' });
    await vi.advanceTimersByTimeAsync(3000);
    expect((await contacts.all())['rt']).toMatchObject({ ms: 140, failed: null });
  });

  it('is written every few seconds at most, however many calls there are', async () => {
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    const contacts = makeContacts();
    for (let n = 0; n < 50; n += 1) {
      contacts.ended('rt', null);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(set.mock.calls.length).toBeLessThanOrEqual(3);
    await vi.advanceTimersByTimeAsync(3000);
    expect((await makeContacts().all())['rt']?.at).toBe(1_004_900);
  });

  it('tells since when something is wrong, until a call is answered', async () => {
    const contacts = makeContacts();
    contacts.ended('rt', null);
    await vi.advanceTimersByTimeAsync(5000);
    contacts.ended('rt', offline);
    await vi.advanceTimersByTimeAsync(5000);
    contacts.ended('rt', { kind: 'timeout', connection: 'rt' });
    await vi.advanceTimersByTimeAsync(10);
    expect((await contacts.all())['rt']).toMatchObject({
      at: 1_000_000,
      failed: { since: 1_005_000, problem: { kind: 'timeout' } },
    });
    contacts.ended('rt', null);
    expect((await contacts.all())['rt']?.failed).toBeNull();
  });

  it('is not touched by what is wrong with a single person or right', async () => {
    const contacts = makeContacts();
    contacts.ended('rt', null);
    for (const kind of ['missing', 'forbidden', 'conflict', 'invalid'] as const) contacts.ended('rt', { kind });
    await vi.advanceTimersByTimeAsync(10);
    expect((await contacts.all())['rt']?.failed).toBeNull();
  });

  it('stands over a failure that was told right before it', async () => {
    const contacts = makeContacts();
    contacts.ended('rt', offline);
    contacts.ended('rt', null, true);
    await vi.advanceTimersByTimeAsync(10);
    expect((await contacts.all())['rt']).toMatchObject({ at: 1_000_000, failed: null });
  });

  it('is forgotten with the connection, also where it was about to be written', async () => {
    const contacts = makeContacts();
    contacts.ended('rt', offline);
    await vi.advanceTimersByTimeAsync(10);
    contacts.ended('other', null);
    await contacts.forget('rt');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(Object.keys(await makeContacts().all())).toEqual(['other']);
  });
});
