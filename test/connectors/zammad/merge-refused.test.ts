// A ticket that Zammad will not move stands in the way of a merge once: all is taken back, and the next one leaves it out.
import { expect, it } from 'vitest';
import { memoryDisk } from '@/test/journal/memory';
import { freshMemory } from '@/test/support/open';
import { dump } from './desk';
import { merging, startLife } from './lives';
import { ANNA, addTicket } from './store';
import { goesOf, HOME, ID, staysOf, twice } from './twice';

it('A ticket that may not be changed stops a merge, which is taken back; the next one leaves it out, and the address with it', async () => {
  const server = twice();
  addTicket(server.store, { customer_id: goesOf(server).id, title: 'Too', group_id: 2, organization_id: 8 });
  const before = dump(server.store);
  // The agent sees Sales, and may change nothing there.
  server.writable = new Set([1]);
  const goes = goesOf(server);
  const [disk, memory] = [memoryDisk(), freshMemory()];
  const first = startLife(server, disk, memory);
  await expect(merging(first, ID, String(goes.id))).rejects.toMatchObject({
    problem: {
      kind: 'forbidden',
      ticket: server.store.tickets.at(-2)?.number,
      page: expect.stringMatching(/zoom\/7$/u),
    },
  });
  expect(dump(server.store)).toEqual(before);
  expect(server.store.moved).toEqual([]);

  const again = startLife(server, disk, memory);
  expect((await merging(again, ID, String(goes.id))).state).toBe('done');
  const left = server.store.tickets.filter(({ customer_id: of }) => of === goes.id);
  // Both of that group, though one only was named.
  expect(left).toMatchObject([{ title: 'In Sales' }, { title: 'Too' }]);
  expect(server.store.tickets.filter(({ customer_id: of }) => of === ANNA)).toHaveLength(6);
  // Answers to it go there.
  expect(goesOf(server)).toMatchObject({ email: HOME, active: false });
  expect(staysOf(server)?.['login']).toBe('anna.keller@example.com');
  expect(await (await again.session()).reads.unseen?.(String(goes.id))).toBeGreaterThanOrEqual(1);
});

it('A ticket that cannot be moved for a reason of its own is left out alone', async () => {
  const server = twice();
  const goes = goesOf(server);
  const named = server.store.tickets.find(({ title }) => title === 'From home');
  const refusal = (ticket: number) => Response.json({ error: true, ticket_id: ticket }, { status: 422 });
  const [disk, memory] = [memoryDisk(), freshMemory()];
  const fetch: typeof server.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST' && request.url.endsWith('mass_update')) return refusal(named?.id ?? 0);
    return server.fetch(request);
  };
  const first = startLife({ ...server, fetch }, disk, memory);
  await expect(merging(first, ID, String(goes.id))).rejects.toMatchObject({ problem: { ticket: named?.number } });
  await merging(startLife(server, disk, memory), ID, String(goes.id));
  expect(server.store.tickets.filter(({ customer_id: of }) => of === goes.id)).toEqual([named]);
});
