// What every connector must keep, by capability: a connector with more writes gets more tests without anyone
// writing them. Each change that exists has a sample here, or this file does not compile.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '@/test/support/open';
import { inverse } from '@/utils/changes/inverse';
import type { ChangeType } from '@/utils/changes/types';
import type { Connection, Connector } from '@/utils/connectors/types';
import type { OpenHttp } from '@/utils/http/types';
import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { type Account, address, samples, write } from './changes';

export { address, write } from './changes';

export interface Server extends Account {
  readonly connector: Connector;
  readonly connection: Connection;
  /** The way to the server; a book of this browser needs none. */
  readonly http?: OpenHttp;
  /** An address that several people have, where the server allows that. */
  readonly shared: { readonly address: Address; readonly people: number } | null;
  /** All that people can see, comparable: without versions, logs and what is kept to take things back. */
  dump(): Promise<unknown>;
  /** Everything the server keeps. */
  trace(): Promise<unknown>;
  stop(): Promise<void>;
}

function fail(type: string): never {
  throw new Error(`This server has no ${type}`);
}

/** Runs the whole contract on a server that `start` makes anew for each test. */
export function keepsTheContract(name: string, writes: readonly ChangeType[], start: () => Promise<Server>): void {
  describe(`${name} keeps the contract`, () => {
    const at: { server: Server | null } = { server: null };
    const server = () => at.server ?? fail('start');
    const open = () => openSession(server().connector, server().connection, server().http ?? (() => fail('way to it')));
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
      const made = await write(session, wanted);
      const back = inverse(wanted, made);
      // A session as somebody else is begun by the browser, where it is told to.
      if (made.view === undefined) expect(await server().dump()).not.toEqual(before);
      if (typeof back === 'string') return;
      // What this server cannot take back is no undo there.
      if (session.writes[back.type] === undefined) return;
      const again = inverse(back, await write(session, back));
      expect(await server().dump()).toEqual(before);
      if (typeof again === 'string') return;
      const undone = inverse(again, await write(session, again));
      expect(await server().dump()).not.toEqual(before);
      if (typeof undone !== 'string') await write(session, undone);
      expect(await server().dump()).toEqual(before);
    });

    it.each(writes)('%s leaves no trace where it is refused, and says why', async (type) => {
      const session = await open();
      const { refused, problem } = await samples[type](session, server());
      const before = await server().trace();
      const error = await write(session, refused).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ProblemError);
      expect(error).toMatchObject({ problem: { connection: server().connection.id, call: type, ...problem } });
      expect(await server().trace()).toEqual(before);
    });

    it.each(writes)('%s says of somebody who is not there that they are missing', async (type) => {
      const session = await open();
      const { wanted } = await samples[type](session, server());
      if (wanted.person === null) return;
      await expect(write(session, { ...wanted, person: '999999999' })).rejects.toMatchObject({
        problem: { kind: 'missing', connection: server().connection.id },
      });
    });

    it.each(writes)('%s is known by its stamp afterwards, where the server keeps stamps', async (type) => {
      const session = await open();
      if (session.made === undefined) return;
      const { wanted, refused } = await samples[type](session, server());
      const stamp = { entry: 'an entry', step: 3, at: new Date().toISOString() };
      expect(await write(session, refused, stamp).catch(() => session.made?.(stamp))).toBeNull();
      const made = await write(session, wanted, stamp);
      expect(await session.made(stamp)).toEqual(made);
      expect(await session.made({ ...stamp, step: 4 })).toBeNull();
      expect(await session.made({ ...stamp, entry: 'another entry' })).toBeNull();
    });
  });
}
