// What was found out of this helpdesk by trying, beyond what it can be asked: known until the connection is changed or
// Deskpro is updated.
import * as v from 'valibot';
import type { Memory } from '@/utils/connectors/types';

const FactsShape = v.object({
  build: v.string(),
  batch: v.nullable(v.boolean()),
  bodyQuery: v.nullable(v.boolean()),
  horizon: v.nullable(v.boolean()),
});
type Known = v.InferOutput<typeof FactsShape>;

const KEY = 'facts';
const NOTHING: Known = { build: '', batch: null, bodyQuery: null, horizon: null };

export interface Facts {
  /** Whether several reads can be asked as one; true until it was refused. */
  batches(): Promise<boolean>;
  noBatch(): Promise<void>;
  /** Whether a POST with its header is run as a read: null where nobody has tried. */
  bodyQuery(): Promise<boolean | null>;
  provenBodyQuery(is: boolean): Promise<void>;
  /** Whether it is Horizon, by what its people have: the number of its build does not tell. Null: not known yet. */
  horizon(): Promise<boolean | null>;
  seenHorizon(is: boolean): Promise<void>;
  /** Of another build nothing is known; '' tells nothing. */
  build(name: string): Promise<void>;
}

export function factsOf(memory: Memory): Facts {
  const here: { known: Promise<Known> | null } = { known: null };
  const read = async (): Promise<Known> => {
    const found = v.safeParse(FactsShape, await memory.lasting.read(KEY));
    return found.success ? found.output : NOTHING;
  };
  const known = (): Promise<Known> => {
    here.known ??= read();
    return here.known;
  };
  const change = async (next: (before: Known) => Known): Promise<void> => {
    const before = await known();
    const after = next(before);
    if (after === before) return;
    here.known = Promise.resolve(after);
    await memory.lasting.write(KEY, after);
  };
  return {
    batches: async () => (await known()).batch !== false,
    noBatch: () => change((before) => ({ ...before, batch: false })),
    bodyQuery: async () => (await known()).bodyQuery,
    provenBodyQuery: (is) => change((before) => (before.bodyQuery === is ? before : { ...before, bodyQuery: is })),
    horizon: async () => (await known()).horizon,
    seenHorizon: (is) => change((before) => (before.horizon === is ? before : { ...before, horizon: is })),
    build: (name) =>
      change((before) => {
        if (name === '' || before.build === name) return before;
        return before.build === '' ? { ...before, build: name } : { ...NOTHING, build: name };
      }),
  };
}
