// Half-typed texts of people, as the background keeps them: asked for once a person while any of its places is drawn,
// kept a moment after each letter, and known here at once.

import type { AskBackground, Typed } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';
import { refKey } from './states';

type Places = Readonly<Record<string, Typed>>;

export interface TypedTexts {
  /** What was half-typed in a place before; null: nothing. */
  readonly read: (tab: number, ref: PersonRef, place: string) => Promise<Typed | null>;
  /** Null: saved or given up. */
  readonly keep: (tab: number, ref: PersonRef, place: string, typed: Typed | null) => void;
  /** As long as it is not called as often as `read`, the background is not asked again. */
  readonly release: (ref: PersonRef) => void;
}

interface Known {
  readonly places: Promise<Places>;
  readonly readers: number;
}

export function typedTexts(ask: AskBackground): TypedTexts {
  const known = new Map<string, Known>();
  // What was kept from here counts before what the background answers: it may have been asked before it was told.
  const kept = new Map<string, Typed | null>();
  const placeKey = (ref: PersonRef, place: string) => JSON.stringify([refKey(ref), place]);
  const asked = async (tab: number, ref: PersonRef): Promise<Places> => {
    const answer = await ask('typed.get', { tab, ref });
    return answer.ok ? answer.value : {};
  };
  return {
    async read(tab, ref, place) {
      const before = known.get(refKey(ref)) ?? { places: asked(tab, ref), readers: 0 };
      known.set(refKey(ref), { ...before, readers: before.readers + 1 });
      const places = await before.places;
      const own = kept.get(placeKey(ref, place));
      return own === undefined ? (places[place] ?? null) : own;
    },
    keep(tab, ref, place, typed) {
      kept.set(placeKey(ref, place), typed);
      void ask('typed.keep', { tab, ref, place, typed });
    },
    release(ref) {
      const before = known.get(refKey(ref));
      if (before === undefined) return;
      if (before.readers > 1) known.set(refKey(ref), { ...before, readers: before.readers - 1 });
      else known.delete(refKey(ref));
    },
  };
}
