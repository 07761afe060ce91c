import { afterEach, describe, expect, it, vi } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { isoOf } from '@/utils/connectors/deskpro/dates';
import { altered } from './altered';
import { open } from './desk';
import { type FakeDeskpro, fakeDeskpro } from './server';
import { ANNA, addNote, addPerson, type PersonRow } from './store';

const id = String(ANNA);
const anna = address('anna.keller@example.com');
const rowOf = ({ store }: FakeDeskpro): PersonRow => {
  const row = store.people.find((person) => person.id === ANNA);
  if (row === undefined) throw new Error('no Anna');
  return row;
};

describe('Where Deskpro gives fewer at a time than were asked for', () => {
  it.each(['works', 'unknown'] as const)('groups, fields, teams and notes are whole; batch: %s', async (batch) => {
    const server = fakeDeskpro();
    server.batch = batch;
    server.most = 2;
    for (let at = 0; at < 5; at += 1) addNote(server.store, { person: ANNA, note: `No ${at}` });
    const { find, reads } = await open(server);
    expect((await reads.groups?.())?.map(({ name }) => name)).toEqual([
      'Everyone',
      'Registered',
      'Gold customers',
      'Beta testers',
    ]);
    expect(await reads.definitions?.()).toHaveLength(5);
    expect((await find(anna))[0]?.person.groups).toEqual([{ id: '5', name: 'Gold customers' }]);
    expect(await reads.notes?.(id, { limit: 50 })).toMatchObject({ total: 7, items: { length: 7 } });
  });

  it('and the same page again and again, nothing is there twice and the end is found', async () => {
    const server = fakeDeskpro();
    server.most = 2;
    server.onePage = true;
    const { reads } = await open(server);
    expect(await reads.groups?.()).toHaveLength(2);
    expect((await reads.notes?.(id, { limit: 50 }))?.items).toHaveLength(2);
    expect((await reads.tickets?.(id, 'open', { limit: 50 }))?.items).toHaveLength(3);
  });
});

describe('Many reads as one', () => {
  it('are so many at a time that a helpdesk takes them', async () => {
    const server = fakeDeskpro();
    for (let at = 0; at < 70; at += 1) {
      addPerson(server.store, { name: `P ${at}`, labels: [`label ${String(at).padStart(2, '0')}`] });
    }
    const { reads } = await open(server);
    const labels = await reads.labels?.('label', { limit: 70 });
    expect(labels?.items).toHaveLength(70);
    expect(labels?.items.every(({ people }) => people === 1)).toBe(true);
    const sizes = server.bodies.map((body) => Object.keys(Object(Object(body).requests)).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(25);
  });

  it('that a helpdesk fails over are made one by one, and as one again the next time', async () => {
    const server = fakeDeskpro();
    const session = await open(server);
    await session.find(anna);
    server.instead.push(new Response('', { status: 500 }));
    expect(await session.find(anna)).toHaveLength(1);
    server.calls.length = 0;
    await session.find(anna);
    expect([...new Set(server.calls)]).toEqual(['POST /batch']);
  });
});

describe('A value of Deskpro', () => {
  it('of a choice is read also where the choice itself stands in place of its number', async () => {
    const server = altered(fakeDeskpro(), (path, json) =>
      path.startsWith('people?') && Array.isArray(json['data'])
        ? {
            ...json,
            data: json['data'].map((row) => ({ ...row, fields: { 4: { value: [{ id: 42, title: 'Pro' }] } } })),
          }
        : undefined,
    );
    const [found] = await (await open(server)).find(anna);
    expect(found?.person.fields).toContainEqual(expect.objectContaining({ label: 'Plan', value: 'Professional' }));
  });

  it('that is a phone number by itself is compared as a whole once it was changed', async () => {
    const server = fakeDeskpro();
    const lossy: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      const answer = await server.fetch(request);
      if (request.method === 'PUT') rowOf(server).phone_numbers = [{ number: '+4930123457', label: '', type: 'phone' }];
      return answer;
    };
    const from = { type: 'phone', label: 'Office', value: '+4930123456 ext. 12' } as const;
    const change = {
      type: 'contact.set',
      person: id,
      at: 8,
      from,
      to: { ...from, value: '+4930123457 ext. 12' },
    } as const;
    const asked = write(await open({ ...server, fetch: lossy }), change);
    await expect(asked).rejects.toMatchObject({ problem: { because: 'not-kept' } });
  });
});

describe('A moment that Deskpro writes', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['2024-08-16T14:04:18+0000', '2024-08-16T14:04:18.000Z'],
    ['2024-08-16T14:04:18+02:00', '2024-08-16T12:04:18.000Z'],
    ['2024-08-16T14:04:18Z', '2024-08-16T14:04:18.000Z'],
    ['2024-08-16 14:04:18', '2024-08-16T14:04:18.000Z'],
    ['2024-08-16 14:04:18.000000', '2024-08-16T14:04:18.000Z'],
    ['2024-08-16T14:04:18', '2024-08-16T14:04:18.000Z'],
    ['1723817058', '2024-08-16T14:04:18.000Z'],
    ['-0001-11-30T00:00:00+0000', null],
    ['0000-00-00 00:00:00', null],
    ['', null],
  ])('is the same wherever the reader is: %s', (given, iso) => {
    vi.stubEnv('TZ', 'America/New_York');
    expect(isoOf(given)).toBe(iso);
  });
});
