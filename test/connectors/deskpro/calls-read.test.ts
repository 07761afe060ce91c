import { describe, expect, it } from 'vitest';
import { noMemory } from '@/test/support/open';
import { deskpro } from '@/utils/connectors/deskpro';
import type { OwnCall } from '@/utils/connectors/types';
import { connection, open, way } from './desk';
import { fakeDeskpro } from './server';
import { ANNA, addNote } from './store';
import { BANS, CALLS, settingsOf } from './writing';

const id = String(ANNA);
const get = (path: string): OwnCall => ({ method: 'get', path, body: '', codes: [200] });
const legacy = () => fakeDeskpro('legacy');
const all = settingsOf({ ...CALLS, ...BANS });

describe('What is read by a call that was set up', () => {
  it('is read to its last page: charges, with their time in seconds and no currency invented', async () => {
    const server = legacy();
    for (let index = 1; index <= 5; index += 1) {
      server.store.charges.push({
        id: index,
        person: ANNA,
        time: 600,
        amount: index === 5 ? '12.50' : null,
        comment: `Charge ${index}`,
        ticket: { id: 1, ref: 'DPRO-4001' },
        date_created: `2026-01-0${index}T08:00:00+0000`,
      });
    }
    const session = await open(server, all);
    const billing = await session.reads.billing?.(id, { limit: 2, now: '2026-01-20T00:00:00Z' });
    expect(billing).toMatchObject({
      total: 5,
      items: [
        {
          id: '5',
          text: 'Charge 5',
          seconds: 600,
          money: { amount: 1250, currency: '' },
          ticket: { id: '1', number: 'DPRO-4001' },
        },
        { id: '4', text: 'Charge 4' },
      ],
      totals: { seconds: 3000, money: [{ amount: 1250, currency: '' }] },
    });
    expect(billing?.months.at(-1)).toMatchObject({ month: '2026-01', seconds: 3000 });
  });

  it('ends where each page is the same', async () => {
    const server = legacy();
    server.store.charges.push({ id: 1, person: ANNA, time: 60, date_created: '2026-01-01T08:00:00+0000' });
    const settings = {
      ...all,
      ...settingsOf({ billing: get('/api/people/{id}/billing-charges?p={page}') }),
    };
    const session = await open(server, settings);
    expect(await session.reads.billing?.(id, { limit: 9, now: '2026-01-20T00:00:00Z' })).toMatchObject({ total: 1 });
    expect(server.calls.filter((one) => one.includes('billing-charges'))).toHaveLength(2);
  });

  it('are chats, newest first', async () => {
    const server = legacy();
    for (const day of [1, 2]) {
      server.store.chats.push({
        id: day,
        person: ANNA,
        subject: `Chat ${day}`,
        agent: { id: 1, name: 'Lena Lead' },
        date_created: `2026-01-0${day}T08:00:00+0000`,
      });
    }
    const session = await open(server, all);
    expect(await session.reads.chats?.(id, { limit: 1 })).toMatchObject({
      total: 2,
      items: [{ id: '2', subject: 'Chat 2', agent: 'Lena Lead', at: '2026-01-02T08:00:00.000Z' }],
    });
  });

  it('is not there without it', async () => {
    const { reads } = await open(legacy());
    expect(reads.billing).toBeUndefined();
    expect(reads.chats).toBeUndefined();
  });
});

describe('A try of a call', () => {
  it('reads the agent’s own record and no customer’s', async () => {
    const server = legacy();
    const settings = { ...connection.settings, ...all };
    const { tries } = await deskpro.open({ ...connection, settings }, way(server), noMemory);
    addNote(server.store, { person: ANNA, note: 'x' });
    for (const one of ['billing', 'activity', 'chats', 'view', 'view-page']) await tries?.(one);
    expect(server.calls.filter((one) => !one.endsWith('/me'))).toEqual([
      'v1 GET /people/1/billing-charges',
      'v1 GET /people/1/activity-stream',
      'v1 GET /people/1/chats',
      'v1 GET /people/1/login-token',
      'v1 GET /people/1/login-token',
    ]);
  });

  it('says where there is no such call', async () => {
    const server = fakeDeskpro('horizon');
    const settings = { ...connection.settings, ...all };
    const { tries } = await deskpro.open({ ...connection, settings }, way(server), noMemory);
    await expect(tries?.('billing')).rejects.toMatchObject({ problem: { because: 'no-call' } });
  });
});
