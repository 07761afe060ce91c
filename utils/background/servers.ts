import type { PanelAnswers } from '@/utils/messages';
import { ProblemError } from '@/utils/problem';

export type ServerAnswers = Pick<
  PanelAnswers,
  | 'connection.kinds'
  | 'connection.list'
  | 'connection.save'
  | 'connection.test'
  | 'connection.pause'
  | 'connection.remove'
  | 'connection.order'
  | 'connection.forget'
>;

const notYet = async (): Promise<never> => {
  throw new ProblemError({ kind: 'bug', detail: 'not built yet' });
};

export function makeServers(): ServerAnswers {
  return {
    'connection.kinds': notYet,
    'connection.list': notYet,
    'connection.save': notYet,
    'connection.test': notYet,
    'connection.pause': notYet,
    'connection.remove': notYet,
    'connection.order': notYet,
    'connection.forget': notYet,
  };
}
