// What no public source shows to work is offered all the same, and settled by the first real use: what the helpdesk
// has not, or refuses, is taken away. Known until the connection is changed or Deskpro is updated.

import * as v from 'valibot';
import type { Capability, Memory, Proof, Session } from '@/utils/connectors/types';

/** Follows from what is documented, and was seen in no public client (SPEC, 2017; V1). */
export const INFERRED = [
  'email.set',
  'email.primary',
  'contact.set',
  'label.set',
  'group.set',
  'membership.set',
  'note.add',
  'note.set',
  'login.password',
] as const satisfies readonly Capability[];

type Inferred = (typeof INFERRED)[number];
type Value = NonNullable<Session['sets']>[number];
/** Of the single values each by itself: the name is seen in a public client (HMRC), the others are not. */
export type Provable = Inferred | `person.set ${(typeof VALUES)[number]}` | 'membership.place';
const VALUES = ['summary', 'timezone', 'language'] as const satisfies readonly Value[];

const KnownShape = v.object({
  build: v.string(),
  worked: v.array(v.string()),
  gone: v.array(v.string()),
});
type Known = v.InferOutput<typeof KnownShape>;

const KEY = 'proofs';
const NOTHING: Known = { build: '', worked: [], gone: [] };

export interface Proofs {
  proof(): Promise<Proof>;
  /** It was used, and did what it is for. */
  worked(what: Provable): Promise<void>;
  /** The helpdesk has no such call, or takes no such field. */
  gone(what: Provable): Promise<void>;
  /** What the helpdesk says its program is: of another one nothing is known. '' tells nothing. */
  build(name: string): Promise<void>;
}

/** `sets`: single values that could be set, where all works. `own`: which are made by a call of the administrator's. */
export function proofsOf(memory: Memory, sets: readonly Value[], own: ReadonlySet<Capability> = new Set()): Proofs {
  const state: { last: Promise<unknown> } = { last: Promise.resolve() };
  const read = async (): Promise<Known> => {
    const found = v.safeParse(KnownShape, await memory.lasting.read(KEY));
    return found.success ? found.output : NOTHING;
  };
  // One after the other: each is made upon what the one before it wrote.
  const change = (next: (known: Known) => Known): Promise<void> => {
    const changed = state.last.then(async () => {
      const before = await read();
      const after = next(before);
      if (after !== before) await memory.lasting.write(KEY, after);
    });
    state.last = changed.catch(() => undefined);
    return changed;
  };
  return {
    async proof() {
      await state.last;
      const { worked, gone } = await read();
      const mine = INFERRED.filter((name) => !own.has(name));
      return {
        unproven: mine.filter((name) => !worked.includes(name) && !gone.includes(name)),
        without: mine.filter((name) => gone.includes(name)),
        sets: sets.filter((name) => !gone.includes(`person.set ${name}`)),
        untried: VALUES.filter((name) => ![...worked, ...gone].includes(`person.set ${name}`)),
      };
    },
    worked: (what) =>
      change((known) =>
        known.worked.includes(what) && !known.gone.includes(what)
          ? known
          : { ...known, worked: [...new Set([...known.worked, what])], gone: known.gone.filter((one) => one !== what) },
      ),
    gone: (what) =>
      change((known) =>
        known.gone.includes(what)
          ? known
          : { ...known, gone: [...known.gone, what], worked: known.worked.filter((one) => one !== what) },
      ),
    build: (name) =>
      change((known) => {
        if (name === '' || known.build === name) return known;
        return known.build === '' ? { ...known, build: name } : { ...NOTHING, build: name };
      }),
  };
}
