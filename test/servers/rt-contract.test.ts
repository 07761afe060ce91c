// The connector on a real Request Tracker, by the same contract as on the fake one.
import { afterAll, describe } from 'vitest';
import { keepsTheContract } from '@/test/connectors/contract';
import { WRITES } from '@/test/connectors/rt/desk';
import { startDesk } from './rt/contract';
import { NONE, startServer } from './start';

const server = await startServer('rt');
const up = server ?? NONE;

describe.skipIf(server === null)('in a real Request Tracker', () => {
  afterAll(() => server?.stop());

  keepsTheContract('root', WRITES, () => startDesk(up, 'root'));
  keepsTheContract('a lead', WRITES, () => startDesk(up, 'lead'));
});
