import type { PanelAnswers } from '@/utils/messages';

/** What pages ask to have done: run, undo, keep what is typed, take over files. */
export type Acting = Pick<
  PanelAnswers,
  'action.run' | 'action.runAll' | 'action.undo' | 'entries' | 'typed.get' | 'typed.keep' | 'file.piece' | 'file.drop'
>;

export function makeActing(): Acting {
  const nothing = async (): Promise<never> => {
    throw new Error('not yet');
  };
  return {
    'action.run': nothing,
    'action.runAll': nothing,
    'action.undo': nothing,
    entries: async () => [],
    'typed.get': async () => ({}),
    'typed.keep': async () => null,
    'file.piece': nothing,
    'file.drop': async () => null,
  };
}
