// The connector on a real Request Tracker, by the same contract as on the fake one, with logins of all ranks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples, write } from '@/test/connectors/changes';
import { keepsTheContract, type Server } from '@/test/connectors/contract';
import { WITHOUT_ADMIN_USERS } from '@/test/connectors/rt/denied';
import { WRITES } from '@/test/connectors/rt/desk';
import { traps, type World } from '@/test/connectors/rt/traps';
import { noMemory, openSession } from '@/test/support/open';
import type { Session } from '@/utils/connectors/types';
import { startDesk, trapped } from './rt/contract';
import { NONE, startServer } from './start';

const server = await startServer('rt');
const up = server ?? NONE;

const DENIED = {
  ama: [...WITHOUT_ADMIN_USERS, 'ticket.delete'],
  viewer: [
    ...WITHOUT_ADMIN_USERS,
    'custom.set',
    'history',
    'ticket.create',
    'ticket.delete',
    'ticket.move',
    'ticket.state',
  ],
} as const;

describe.skipIf(server === null)('in a real Request Tracker', () => {
  afterAll(() => server?.stop());

  keepsTheContract('root', WRITES, () => startDesk(up, 'root'));
  keepsTheContract('a lead', WRITES, () => startDesk(up, 'lead'));

  const openAs = ({ connector, connection, http }: Server): Promise<Session> =>
    openSession(connector, connection, http);

  describe.each(['ama', 'viewer'] as const)('as %s, who may not do all', (rank) => {
    let desk: Server;
    let session: Session;
    let root: Session;
    beforeAll(async () => {
      root = await openAs(await startDesk(up, 'root'));
    });
    const come = async (): Promise<void> => {
      desk = await startDesk(up, rank);
      session = await openAs(desk);
    };

    it('it is known beforehand what they may not do', async () => {
      await come();
      expect(session.denied.toSorted()).toEqual(DENIED[rank].toSorted());
    });

    it.each(WRITES)('%s works, or is known beforehand not to', async (type) => {
      await come();
      const { wanted } = await samples[type](root, desk);
      const before = await desk.dump();
      const denied = session.denied.includes(type);
      const done = await write(session, wanted).then(
        () => true,
        () => false,
      );
      // The other addresses are a custom field, which somebody may change who may not change people.
      if (type !== 'email.set' || !denied) expect(done).toBe(!denied);
      const after = await desk.dump();
      if (done) expect(after).not.toEqual(before);
      else expect(after).toEqual(before);
    });

    it('people are found by each of their addresses, with what may be seen of them', async () => {
      await come();
      const { known } = desk;
      for (const address of [known.address, known.tagged]) {
        const found = await session.find(address);
        expect(found.map(({ person, openTickets }) => [person.name, openTickets])).toEqual([[known.name, 1]]);
      }
      const [found] = await session.find(known.address);
      expect(found?.person).toMatchObject({ emails: [{ address: known.address, primary: true }, { primary: false }] });
      const id = found?.person.ref.id ?? '';
      expect(await session.get(id)).toEqual(found?.person);
      expect(await session.reads.tickets?.(id, 'open', { limit: 5 })).toMatchObject({ total: 1 });
      const hits = await session.reads.search?.(
        { text: known.address, role: 'anyone', group: null, label: null, sort: 'best' },
        { limit: 5 },
      );
      expect(hits?.items.map(({ person }) => person.ref.id)).toEqual([id]);
    });
  });

  describe('what is known of its interface is so', () => {
    let world: World;
    beforeAll(async () => {
      world = await trapped(up);
    });
    it.each(traps)('$name', async ({ tried, answer }) => {
      expect(await tried(world)).toEqual(answer);
    });
  });

  it('a customer looks nobody up', async () => {
    const desk = await startDesk(up, 'customer');
    await expect(openAs(desk)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    const opened = await desk.connector.open(desk.connection, desk.http ?? NO_WAY, noMemory);
    await expect(opened.find(desk.known.address)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

const NO_WAY = (): never => {
  throw new Error('no way to the server');
};
