import type { PanelAnswers } from '@/utils/messages';
import { ProblemError } from '@/utils/problem';

export type LockAnswers = Pick<
  PanelAnswers,
  'vault.state' | 'vault.seal' | 'vault.unlock' | 'vault.lock' | 'vault.set'
>;

const notYet = async (): Promise<never> => {
  throw new ProblemError({ kind: 'bug', detail: 'not built yet' });
};

export function makeLocking(): LockAnswers {
  return {
    'vault.state': notYet,
    'vault.seal': notYet,
    'vault.unlock': notYet,
    'vault.lock': notYet,
    'vault.set': notYet,
  };
}
