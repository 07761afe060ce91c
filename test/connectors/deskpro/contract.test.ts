import { address, keepsTheContract } from '@/test/connectors/contract';
import { deskpro } from '@/utils/connectors/deskpro';
import { connection, way } from './desk';
import { fakeDeskpro } from './server';
import { addPerson } from './store';
import { CALLS, dump, OWN_WRITES, settingsOf, WRITES } from './writing';

for (const [name, dialect, calls, writes] of [
  ['Horizon', 'horizon', {}, WRITES],
  ['legacy', 'legacy', {}, WRITES],
  ['legacy, with calls that an administrator set up', 'legacy', CALLS, [...WRITES, ...OWN_WRITES]],
] as const) {
  keepsTheContract(`Deskpro (${name})`, writes, async () => {
    const server = fakeDeskpro(dialect);
    for (const twin of ['Tess Twin', 'Tom Twin']) {
      addPerson(server.store, { name: twin, emails: ['twins@example.org'] });
    }
    // Legacy has room for one organisation of a person, and the contract gives them one.
    if (dialect === 'legacy') server.store.members = [];
    return {
      connector: deskpro,
      connection: { ...connection, settings: { ...connection.settings, ...settingsOf(calls) } },
      http: way(server),
      known: {
        name: 'Anna Keller',
        address: address('anna.keller@example.com'),
        tagged: address('anna.keller+shop@example.com'),
      },
      shared: { address: address('twins@example.org'), people: 2 },
      stranger: address('nina@example.net'),
      dump: async () => dump(server.store),
      trace: async () => structuredClone({ ...server.store, clock: 0 }),
      stop: async () => undefined,
    };
  });
}
