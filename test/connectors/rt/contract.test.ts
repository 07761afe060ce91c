import { address, keepsTheContract } from '@/test/connectors/contract';
import type { ChangeType } from '@/utils/changes/types';
import { rt } from '@/utils/connectors/rt';
import { connection, dump, way } from './desk';
import { fakeRt } from './server';

const writes: readonly ChangeType[] = [
  'person.create',
  'account.enable',
  'person.set',
  'email.set',
  'email.primary',
  'contact.set',
  'custom.set',
  'group.set',
  'membership.set',
  'ticket.create',
  'ticket.delete',
  'ticket.state',
  'ticket.move',
];

keepsTheContract('Request Tracker', writes, async () => {
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
