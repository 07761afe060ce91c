import type { AskBackground, Preferences } from '@/utils/messages/protocol';
import { type Asked, useAsked } from './use-asked';

export type ListName = 'neverLookUp' | 'ownAddresses';

export interface Preferred {
  readonly asked: Asked<Preferences>;
  /** Saves one list as a whole; false if it was not saved, and what is shown stays as it was. */
  save(name: ListName, entries: readonly string[]): Promise<boolean>;
}

/** The person's settings as the background keeps them: it acts on each change at once. */
export function usePreferences(ask: AskBackground): Preferred {
  const asked = useAsked(() => ask('preferences.get', {}));
  return {
    asked,
    async save(name, entries) {
      const answer = await ask(
        'preferences.set',
        name === 'neverLookUp' ? { neverLookUp: entries } : { ownAddresses: entries },
      );
      if (answer.ok) asked.put(answer);
      return answer.ok;
    },
  };
}
