// Zammad as an agent feels it: calls to a profile, and a long merge that is stopped again and again.
import { expect, test } from 'vitest';
import { connection, dump, way } from '@/test/connectors/zammad/desk';
import { merging, startLife } from '@/test/connectors/zammad/lives';
import { type FakeZammad, fakeZammad } from '@/test/connectors/zammad/server';
import { ANNA, addTicket } from '@/test/connectors/zammad/store';
import { goesOf, ID, twice } from '@/test/connectors/zammad/twice';
import { memoryDisk } from '@/test/journal/memory';
import { freshMemory } from '@/test/support/open';
import { zammad } from '@/utils/connectors/zammad';
import { tell } from './figures';
import { coldProfile } from './profile-calls';
import { inRounds } from './rounds';

const TICKETS = 500;
const MOVED = 1_200;
/** Calls between one stop and the next. */
const LIFE = 50;

/** Adds tickets of Anna, until she has so many. */
function fill(server: FakeZammad, customer: number, count: number): void {
  const row = server.store.users.find(({ id }) => id === customer);
  const organization_id = typeof row?.['organization_id'] === 'number' ? row['organization_id'] : null;
  const has = server.store.tickets.filter(({ customer_id: of }) => of === customer).length;
  for (let at = has; at < count; at += 1) {
    addTicket(server.store, { customer_id: customer, organization_id, state_id: at % 3 === 0 ? 4 : 2 });
  }
  Object.assign(row ?? {}, { preferences: { locale: 'en-gb', tickets_open: count, tickets_closed: 0 } });
}

test('calls to a profile from a cold start', async () => {
  for (const dialect of ['6.5', '6.4'] as const) {
    const server = fakeZammad(dialect);
    fill(server, ANNA, TICKETS);
    Object.assign(server.store.users.find(({ id }) => id === ANNA) ?? {}, { image: 'anna' });
    server.images.set('anna', new Response(new Uint8Array([1]), { headers: { 'content-type': 'image/png' } }));
    const rounds = inRounds(server);
    const { profile, picture } = await coldProfile(zammad, connection, way(rounds), 'anna.keller@example.com');
    const parts = [profile.open, profile.resolved].map((part) => (part?.state === 'read' ? part.part.total : 0));
    // One of hers is merged into another, which counts as neither.
    expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(TICKETS - 1);
    const version = dialect === '6.4' ? '.6.4' : '';
    tell({ name: `zammad.profile.calls${version}`, value: rounds.all.length, unit: 'calls', bar: 5 });
    tell({ name: `zammad.profile.calls.all${version}`, value: server.calls.length, unit: 'calls' });
    await picture();
    tell({ name: `zammad.profile.calls.picture${version}`, value: rounds.all.length, unit: 'calls' });
  }
});

test('a merge of somebody with 1,200 tickets, killed at every 50th call', async () => {
  const server = twice();
  const goes = goesOf(server).id;
  fill(server, goes, MOVED);
  const hers = server.store.tickets.filter(({ customer_id: of }) => of === goes).map(({ id }) => id);
  const before = dump(server.store);
  const [disk, memory] = [memoryDisk(), freshMemory()];
  const lives = { count: 0 };
  const live = async (work: (life: ReturnType<typeof startLife>) => Promise<unknown>): Promise<void> => {
    lives.count += 1;
    // Half of them the server has heard, and the answer is lost.
    const life = startLife(server, disk, memory, { at: LIFE, heard: lives.count % 2 === 0 });
    await life.until(work(life));
  };
  const open = () => disk.all().some(({ state }) => state === 'sending' || state === 'queued' || state === 'waiting');
  const toItsEnd = async (): Promise<void> => {
    for (let more = 0; open() && more < 100; more += 1) await live(({ journal }) => journal.settle());
  };
  const times = (ticket: number) => server.store.moved.filter(([id]) => id === ticket).length;
  const wrong = (customer: number, moves: number) => {
    const at = new Map(server.store.tickets.map((ticket) => [ticket.id, ticket.customer_id]));
    return {
      lost: hers.filter((ticket) => at.get(ticket) !== customer).length,
      twice: hers.filter((ticket) => times(ticket) > moves).length,
    };
  };
  await live((life) => merging(life, ID, String(goes)));
  await toItsEnd();
  const forth = { lives: lives.count, ...wrong(ANNA, 1) };
  const entry = disk.all().find(({ state, action }) => action === 'merge' && state === 'done');
  await live(({ journal }) => journal.undo(entry?.id ?? ''));
  await toItsEnd();
  const back = { lives: lives.count - forth.lives, ...wrong(goes, 2) };
  expect(dump(server.store)).toEqual(before);
  tell({ name: 'zammad.merge.killed.lost', value: forth.lost + back.lost, unit: 'tickets', bar: 0 });
  tell({ name: 'zammad.merge.killed', value: forth.twice + back.twice, unit: 'tickets twice', bar: 0 });
  tell({ name: 'zammad.merge.killed.lives', value: forth.lives + back.lives, unit: 'lives' });
});
