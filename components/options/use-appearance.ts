import { useRef, useState } from 'preact/hooks';
import type { AskBackground, Preferences } from '@/utils/messages/protocol';
import { type Asked, useAsked } from './use-asked';

type Look = Pick<Preferences, 'theme' | 'singleKeys'>;

export interface Appearance {
  readonly asked: Asked<Preferences>;
  /** With what was just chosen, also before it is saved. */
  readonly value: Look | null;
  /** What was chosen last was not saved: what held before is shown again. */
  readonly failed: boolean;
  save(change: Partial<Look>): Promise<void>;
}

/** How our pages look, as it is kept; every page follows what is kept by itself. */
export function useAppearance(ask: AskBackground): Appearance {
  const asked = useAsked(() => ask('preferences.get', {}));
  const [chosen, setChosen] = useState<Partial<Look>>({});
  const [failed, setFailed] = useState(false);
  const turn = useRef(0);
  return {
    asked,
    value: asked.value === null ? null : { ...asked.value, ...chosen },
    failed,
    async save(change) {
      turn.current += 1;
      const mine = turn.current;
      setChosen((before) => ({ ...before, ...change }));
      const answer = await ask('preferences.set', change);
      // Something else was chosen meanwhile: its answer tells.
      if (mine !== turn.current) return;
      asked.put(answer);
      setChosen({});
      setFailed(!answer.ok);
    },
  };
}
