import * as v from 'valibot';
import type { Memory } from './types';

/** Ms after which what an administrator may have changed is asked anew. */
const GOOD_FOR = 60 * 60_000;

const RememberedShape = v.object({ at: v.number(), value: v.unknown() });

export interface Kept<Value> {
  /** What is known, or asked now: one question for all who want it at once. `call` is what problems name. */
  get(call: string): Promise<Value>;
  /** What is known already; null where it would have to be asked. */
  known(): Promise<Value | null>;
  /** Asked now, whatever is known; where it is being asked anyway, that answer is as new. */
  anew(call: string, signal?: AbortSignal): Promise<Value>;
}

/** Asked once, and remembered beyond a stopped background. One that failed, or has another shape by now, is asked again. */
export function keeping<Schema extends v.GenericSchema>(
  memory: Memory,
  name: string,
  schema: Schema,
  read: (call: string, signal?: AbortSignal) => Promise<v.InferOutput<Schema>>,
  goodFor = GOOD_FOR,
): Kept<v.InferOutput<Schema>> {
  type Value = v.InferOutput<Schema>;
  const here: { at: number; value: Promise<Value> | null; asking: Promise<Value> | null } = {
    at: 0,
    value: null,
    asking: null,
  };
  const keep = (value: Promise<Value>): Promise<Value> => {
    Object.assign(here, { at: Date.now(), value });
    value.catch(() => {
      if (here.value === value) here.value = null;
    });
    return value;
  };
  const isGood = (at: number): boolean => Math.abs(Date.now() - at) < goodFor;
  const asked = (call: string, signal?: AbortSignal): Promise<Value> => {
    const asking = read(call, signal)
      .finally(() => {
        if (here.asking === asking) here.asking = null;
      })
      .then(async (value) => {
        await memory.write(name, { at: Date.now(), value });
        return value;
      });
    // Whoever may stop waiting is nobody to wait with.
    if (signal === undefined) here.asking = asking;
    return asking;
  };
  const recall = async (): Promise<{ readonly value: Value } | null> => {
    const found = v.safeParse(RememberedShape, await memory.read(name));
    const value = found.success && isGood(found.output.at) ? v.safeParse(schema, found.output.value) : null;
    return value?.success ? { value: value.output } : null;
  };
  const recalled = async (call: string): Promise<Value> => (await recall())?.value ?? asked(call);
  return {
    get: (call) => (here.value !== null && isGood(here.at) ? here.value : keep(recalled(call))),
    known: async () => (await recall())?.value ?? null,
    anew: (call, signal) => here.asking ?? keep(asked(call, signal)),
  };
}
