// What every connector must keep, by capability: a connector with more writes gets more tests without anyone
// writing them. Each change that exists has a sample here, or this file does not compile.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inverse } from '@/utils/changes/inverse';
import type { Change, ChangeType, Made } from '@/utils/changes/types';
import type { Connection, Connector, Session } from '@/utils/connectors/types';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

export interface Server {
  readonly connector: Connector;
  readonly connection: Connection;
  /** Somebody who is there. `tagged` differs from `address` by a +tag only, and nobody has it. */
  readonly known: { readonly name: string; readonly address: Address; readonly tagged: Address };
  /** An address that several people have, where the server allows that. */
  readonly shared: { readonly address: Address; readonly people: number } | null;
  readonly stranger: Address;
  /** Everything the server keeps, comparable. */
  dump(): Promise<unknown>;
  stop(): Promise<void>;
}

/** `wanted` changes something; `refused` must be turned down. */
interface Sample<T extends ChangeType> {
  readonly wanted: Change<T>;
  readonly refused: Change<T>;
}
type Samples = { readonly [T in ChangeType]: (session: Session, server: Server) => Promise<Sample<T>> };

const newcomer = (address: Address): Change<'person.create'> => ({
  type: 'person.create',
  person: null,
  draft: { name: 'Nina Newcomer', addresses: [address], organisation: { create: 'Newcomers of the contract' } },
});

const samples: Samples = {
  'person.create': async (_, { stranger, known }) => ({
    wanted: newcomer(stranger),
    refused: newcomer(known.address),
  }),
  'person.delete': async (session, { stranger }) => {
    const made = await write(session, newcomer(stranger));
    const wanted: Change<'person.delete'> = { type: 'person.delete', person: made.id, version: made.version };
    return { wanted, refused: { ...wanted, version: `${made.version}-of-another-day` } };
  },
};

async function write(session: Session, change: Change): Promise<Made> {
  const writes: Session['writes'] = session.writes;
  switch (change.type) {
    case 'person.create':
      return (writes['person.create'] ?? fail(change.type))(change);
    case 'person.delete':
      return (writes['person.delete'] ?? fail(change.type))(change);
  }
}

function fail(type: string): never {
  throw new Error(`This server has no ${type}`);
}

export function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`no address: ${text}`);
  return parsed;
}

/** Runs the whole contract on a server that `start` makes anew for each test. */
export function keepsTheContract(name: string, writes: readonly ChangeType[], start: () => Promise<Server>): void {
  describe(`${name} keeps the contract`, () => {
    const at: { server: Server | null } = { server: null };
    const server = () => at.server ?? fail('start');
    const open = () => server().connector.open(server().connection);
    beforeEach(async () => {
      at.server = await start();
    });
    afterEach(async () => {
      await server().stop();
    });

    it('finds a person by an address written in capitals', async () => {
      const { known } = server();
      const found = await (await open()).find(address(known.address.toUpperCase()));
      expect(found.map(({ person }) => person.name)).toContain(known.name);
      expect(found[0]?.person.ref.connection).toBe(server().connection.id);
    });

    it('finds a person by an address with a +tag, and says that it was the tag', async () => {
      const { known } = server();
      const found = await (await open()).find(known.tagged);
      expect(found.map(({ person, reason }) => [person.name, reason.kind])).toContainEqual([known.name, 'tag']);
    });

    it('finds everybody who shares an address', async (test) => {
      const { shared } = server();
      if (shared === null) return test.skip('this server keeps an address for one person only');
      expect(await (await open()).find(shared.address)).toHaveLength(shared.people);
    });

    it('finds nobody for an address that nobody has', async () => {
      expect(await (await open()).find(server().stranger)).toEqual([]);
    });

    it('gets the same person that it found', async () => {
      const session = await open();
      const [found] = await session.find(server().known.address);
      expect(await session.get(found?.person.ref.id ?? '')).toEqual(found?.person);
    });

    it.each(['999999999', 'no id', ''])('says that a person is missing for the id "%s"', async (id) => {
      await expect(open().then((session) => session.get(id))).rejects.toMatchObject({
        problem: { kind: 'missing', connection: server().connection.id },
      });
    });

    it('asks and tells nothing once nobody waits for the answer', async () => {
      const session = await open();
      const aborted = AbortSignal.abort();
      await expect(session.find(server().known.address, aborted)).rejects.toMatchObject({ name: 'AbortError' });
      const late = new AbortController();
      const asked = session.find(server().known.address, late.signal);
      late.abort();
      await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('has the writes it is known for, and no other', async () => {
      expect(Object.keys((await open()).writes).sort()).toEqual([...writes].sort());
    });

    it.each(writes)('%s changes something, and its inverse brings back exactly what was', async (type) => {
      const session = await open();
      const { wanted } = await samples[type](session, server());
      const before = await server().dump();
      const back = inverse(wanted, await write(session, wanted));
      expect(await server().dump()).not.toEqual(before);
      if (typeof back === 'string') return;
      await write(session, back);
      expect(await server().dump()).toEqual(before);
    });

    it.each(writes)('%s leaves no trace where it is refused', async (type) => {
      const session = await open();
      const { refused } = await samples[type](session, server());
      const before = await server().dump();
      const error = await write(session, refused).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ProblemError);
      expect(error).toMatchObject({ problem: { kind: 'conflict', connection: server().connection.id } });
      expect(await server().dump()).toEqual(before);
    });
  });
}
