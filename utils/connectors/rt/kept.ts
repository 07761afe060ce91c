import * as v from 'valibot';
import type { Memory } from '@/utils/connectors/types';

/** Ms after which what changes seldom is asked anew: an administrator may have added a field or a group. */
const GOOD_FOR = 60 * 60_000;

const RememberedShape = v.object({ at: v.number(), value: v.unknown() });

export interface Kept<Value> {
  /** What is known, or asked now. `call` is what problems name. */
  get(call: string, key?: string): Promise<Value>;
  /** Asked now, whatever is known. */
  anew(call: string, signal?: AbortSignal): Promise<Value>;
  /** What is known, without asking or waiting for who asks. */
  known(key?: string): Promise<Value | undefined>;
}

/**
 * Asked once, and remembered beyond a stopped background. One question for all who want the same at once; one that
 * failed is asked again. What was remembered in another shape, by an older version of ours, is asked anew.
 */
export function keeping<Schema extends v.GenericSchema>(
  memory: Memory,
  name: string,
  schema: Schema,
  read: (call: string, key: string, signal?: AbortSignal) => Promise<v.InferOutput<Schema>>,
): Kept<v.InferOutput<Schema>> {
  type Value = v.InferOutput<Schema>;
  const here = new Map<string, { readonly at: number; readonly value: Promise<Value> }>();
  const done = new WeakMap<Promise<Value>, { readonly value: Value }>();
  const isGood = (at: number): boolean => Math.abs(Date.now() - at) < GOOD_FOR;
  const keep = (key: string, at: number, value: Promise<Value>): Promise<Value> => {
    const mine = { at, value };
    here.set(key, mine);
    value.then(
      (told) => done.set(value, { value: told }),
      () => {
        if (here.get(key) === mine) here.delete(key);
      },
    );
    return value;
  };
  const recall = async (key: string): Promise<{ readonly value: Value } | undefined> => {
    const found = v.safeParse(RememberedShape, await memory.read(name + key));
    if (!found.success || !isGood(found.output.at)) return undefined;
    const value = v.safeParse(schema, found.output.value);
    return value.success ? { value: value.output } : undefined;
  };
  const asked = async (call: string, key: string, signal?: AbortSignal): Promise<Value> => {
    const value = await read(call, key, signal);
    await memory.write(name + key, { at: Date.now(), value });
    return value;
  };
  const inMind = (key: string): Promise<Value> | undefined => {
    const mine = here.get(key);
    return mine !== undefined && isGood(mine.at) ? mine.value : undefined;
  };
  return {
    get: (call, key = '') =>
      inMind(key) ??
      keep(
        key,
        Date.now(),
        recall(key).then((found) => (found === undefined ? asked(call, key) : found.value)),
      ),
    anew: (call, signal) => keep('', Date.now(), asked(call, '', signal)),
    async known(key = '') {
      const mine = inMind(key);
      return (mine === undefined ? await recall(key) : done.get(mine))?.value;
    },
  };
}
