import { address, keepsTheContract } from '@/test/connectors/contract';
import { zammad } from '@/utils/connectors/zammad';
import { connection, dump, WRITES, way } from './desk';
import { fakeZammad } from './server';

for (const dialect of ['6.5', '6.4'] as const) {
  keepsTheContract(`Zammad ${dialect}`, WRITES, async () => {
    const server = fakeZammad(dialect);
    return {
      connector: zammad,
      connection,
      http: way(server),
      known: {
        name: 'Anna Keller',
        address: address('anna.keller@example.com'),
        tagged: address('anna.keller+shop@example.com'),
      },
      shared: null,
      stranger: address('nina@example.net'),
      stage: () => Promise.reject(new Error('Zammad takes no files here')),
      dump: async () => dump(server.store),
      trace: async () => structuredClone(server.store),
      stop: async () => undefined,
    };
  });
}
