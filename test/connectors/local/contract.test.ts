import { address, keepsTheContract } from '@/test/connectors/contract';
import { loadSample, local } from '@/utils/connectors/local';
import { connection, dump, emptyBooks } from './book';

keepsTheContract('the embedded book', ['person.create', 'person.delete'], async () => {
  await emptyBooks();
  await loadSample(new Date('2026-11-21T12:00:00Z'));
  return {
    connector: local,
    connection: connection('sample'),
    known: {
      name: 'Anna Keller',
      address: address('anna.keller@example.com'),
      tagged: address('anna.keller+shop@example.com'),
    },
    shared: { address: address('office@lindqvist.example.org'), people: 3 },
    stranger: address('nina@example.net'),
    dump: () => dump('sample'),
    stop: emptyBooks,
  };
});
