import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import type { HistoryItem, HistoryQuery } from '@/utils/people/record';
import { open } from './desk';
import { type FakeRt, fakeRt } from './server';
import { act, addTicket, note } from './store';

async function read(server: FakeRt, query: Partial<HistoryQuery> = {}, limit = 50) {
  const { reads } = await open(server);
  return reads.history?.('53', { which: 'all', text: '', ...query }, { limit });
}

const brief = (item: HistoryItem) =>
  item.kind === 'change'
    ? [item.by, item.field, item.which ?? '', item.from, item.to]
    : [item.by ?? 'they', item.what, item.ticket?.number, item.detail];

describe('The history of a person in Request Tracker', () => {
  it('tells who changed what, with fields and groups by their names', async () => {
    const server = fakeRt();
    const session = await open(server);
    const about = { person: '53' } as const;
    await write(session, { ...about, type: 'custom.set', field: '4', from: 'Enterprise', to: 'Pro' });
    await write(session, { ...about, type: 'group.set', group: '30', from: true, to: false });
    await write(session, { ...about, type: 'account.enable', from: true, to: false });
    const part = await read(server, { which: 'changes' });
    expect(part?.items.slice(0, 3).map(brief)).toEqual([
      ['Lena Lead', 'status', '', 'active', 'disabled'],
      ['Lena Lead', 'group', '', 'VIP customers', null],
      ['Lena Lead', 'custom', 'Plan', 'Enterprise', 'Pro'],
    ]);
  });

  it('tells what was written and done in their tickets and by whom, and hides the copies of sent mail', async () => {
    const server = fakeRt();
    const [first] = server.store.tickets;
    if (first === undefined) throw new Error('no ticket');
    act(server.store, first, 45, 'Correspond');
    const session = await open(server);
    await write(session, { type: 'ticket.state', person: '53', ticket: '1', from: 'new', to: 'waiting-them' });
    const part = await read(server, { text: '1' });
    expect(part?.items.map(brief)).toEqual([
      ['Lena Lead', 'ticket', '1', 'new', 'waiting-them'],
      ['Lena Lead', 'wrote', '1', 'Cannot sign in'],
      ['they', 'wrote', '1', 'Cannot sign in'],
    ]);
    expect((await read(server, { which: 'activity' }))?.items.map(({ kind }) => kind)).toEqual(
      Array(4).fill('activity'),
    );
    expect((await read(server, { which: 'mine' }))?.items.map(brief)).toEqual([
      ['Lena Lead', 'ticket', '1', 'new', 'waiting-them'],
      ['Lena Lead', 'wrote', '1', 'Cannot sign in'],
    ]);
  });

  it('costs four calls once the names of fields and groups are known', async () => {
    const server = fakeRt();
    const session = await open(server);
    const ask = () => session.reads.history?.('53', { which: 'all', text: '' }, { limit: 50 });
    await ask();
    server.calls.length = 0;
    await ask();
    expect(server.calls.toSorted()).toEqual([
      'GET /tickets',
      'GET /transactions',
      'GET /transactions',
      'GET /user/53/history',
    ]);
  });

  it('says that there is more as long as there is, page by page without a gap', async () => {
    const server = fakeRt();
    const anna = server.store.users.find(({ id }) => id === 53);
    if (anna === undefined) throw new Error('nobody');
    for (let at = 0; at < 230; at += 1) note(server.store, anna, 45, 'Set', 'City', String(at), String(at + 1));
    for (let at = 0; at < 60; at += 1) addTicket(server.store, [53], `Ticket of a row ${at}`);
    const first = await read(server, {}, 50);
    expect(first?.items).toHaveLength(50);
    expect(first?.total).toBeGreaterThan(50);
    const more = await read(server, {}, 150);
    expect(more?.items.slice(0, 50)).toEqual(first?.items);
    const times = more?.items.map(({ at }) => at) ?? [];
    expect(times).toEqual(times.toSorted().reverse());
    const changes = await read(server, { which: 'changes' }, 500);
    expect([changes?.items.length, changes?.total]).toEqual([231, 231]);
  });

  it('of somebody who is not there is empty', async () => {
    const { reads } = await open(fakeRt());
    expect(await reads.history?.('no id', { which: 'all', text: '' }, { limit: 5 })).toEqual({ items: [], total: 0 });
  });
});
