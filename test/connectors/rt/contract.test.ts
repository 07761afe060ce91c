import { address, keepsTheContract } from '@/test/connectors/contract';
import { rt } from '@/utils/connectors/rt';
import { connection, dump, WRITES, way } from './desk';
import { fakeRt } from './server';

keepsTheContract('Request Tracker', WRITES, async () => {
  const server = fakeRt();
  return {
    connector: rt,
    connection,
    http: way(server),
    known: {
      name: 'Anna Keller',
      address: address('anna.keller@example.com'),
      tagged: address('anna.keller+shop@example.com'),
    },
    shared: null,
    stranger: address('nina@example.net'),
    stage: () => Promise.reject(new Error('Request Tracker takes no files here')),
    dump: async () => dump(server.store),
    trace: async () => structuredClone(server.store),
    stop: async () => undefined,
  };
});
