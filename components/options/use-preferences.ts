import { useRef } from 'preact/hooks';
import type { AskBackground, Preferences } from '@/utils/messages/protocol';
import { type Asked, useAsked } from './use-asked';

export type ListName = 'neverLookUp' | 'ownAddresses';

export interface Preferred {
  readonly asked: Asked<Preferences>;
  /** Saves one list with a change, after those before it; false if it was not saved, and what is shown stays as it was. */
  save(name: ListName, change: (entries: readonly string[]) => readonly string[]): Promise<boolean>;
}

/** The person's settings as the background keeps them: it acts on each change at once. */
export function usePreferences(ask: AskBackground): Preferred {
  const asked = useAsked(() => ask('preferences.get', {}));
  const kept = useRef(asked.value);
  kept.current = asked.value;
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const saveNow = async (name: ListName, change: Parameters<Preferred['save']>[1]): Promise<boolean> => {
    const entries = change(kept.current?.[name] ?? []);
    const answer = await ask(
      'preferences.set',
      name === 'neverLookUp' ? { neverLookUp: entries } : { ownAddresses: entries },
    );
    if (!answer.ok) return false;
    kept.current = answer.value;
    asked.put(answer);
    return true;
  };
  return {
    asked,
    save(name, change) {
      // A list is saved as a whole: one that was counted from before the last change would take that back.
      const mine = last.current.then(() => saveNow(name, change));
      last.current = mine;
      return mine;
    },
  };
}
