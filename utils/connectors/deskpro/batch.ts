// Several reads as one call: POST batch {"requests": {"k": {method, url}}} → {"responses": {"k": {headers, data, meta,
// linked}}} (deskpro-api-client-php, 2023; hmrc/api-platform-deskpro, 2024-2026: with the prefix /api/v2).
import * as v from 'valibot';
import { decoded } from '@/utils/connectors/decoded';
import type { HttpCall } from '@/utils/http';
import { problemOf } from '@/utils/http/status';
import { ProblemError } from '@/utils/problem';
import { type Asking, type Deskpro, isProblem } from './deskpro';
import { mapOf } from './envelope';

/** A read by itself: what stands in its address. */
export type Part = Pick<HttpCall, 'path' | 'search'>;

/** One answer of several, in the shape that is expected. Fails as the read itself would have: alone. */
export type Answers<Key extends string> = <Schema extends v.GenericSchema>(
  key: Key,
  schema: Schema,
) => v.InferOutput<Schema>;

const BatchShape = v.looseObject({ responses: v.pipe(v.unknown(), mapOf(v.unknown())) });
const PartShape = v.record(v.string(), v.unknown());

type Told = { readonly json: unknown } | { readonly error: unknown };

/**
 * All of them with one call, or each by itself where the helpdesk takes no batch. One that fails does so when its answer
 * is looked at; the call itself fails for all of them.
 */
export async function together<Key extends string>(
  desk: Deskpro,
  parts: Readonly<Record<Key, Part>>,
  asking: Asking,
): Promise<Answers<Key>> {
  const told = await answered(desk, Object.entries<Part>(parts), asking);
  asking.signal?.throwIfAborted();
  return (key, schema) => {
    const one = told.get(key);
    const about = { connection: desk.connection, call: asking.call };
    if (one === undefined) throw new ProblemError({ ...about, kind: 'server', field: `responses.${key}` });
    if ('error' in one) throw one.error;
    return decoded(schema, one.json, about);
  };
}

type Several = ReadonlyMap<string, Told>;

async function answered(desk: Deskpro, list: readonly [string, Part][], asking: Asking): Promise<Several> {
  const whole = (await desk.facts.batches()) ? await inBatches(desk, list, asking) : null;
  const isGone = (told: Several): boolean =>
    [...told.values()].every((one) => 'error' in one && isProblem(one.error, 'missing'));
  if (whole !== null && !isGone(whole)) return whole;
  const single = await apart(desk, list, asking);
  // It reads the addresses in a batch in another way than they were written.
  if (whole !== null && !isGone(single)) await desk.facts.noBatch();
  return single;
}

/** So many at a time: how many a batch may hold is in no public source. */
const AT_MOST = 25;

async function inBatches(desk: Deskpro, list: readonly [string, Part][], asking: Asking): Promise<Several | null> {
  const slices = Array.from({ length: Math.ceil(list.length / AT_MOST) }, (_, at) =>
    list.slice(at * AT_MOST, (at + 1) * AT_MOST),
  );
  const told = await Promise.all(slices.map((some) => batched(desk, some, asking)));
  return told.includes(null) ? null : new Map(told.flatMap((some) => [...(some ?? [])]));
}

/** Null where there is no batch, or none this time. */
async function batched(desk: Deskpro, list: readonly [string, Part][], asking: Asking): Promise<Several | null> {
  const requests = Object.fromEntries(list.map(([key, part]) => [key, { method: 'GET', url: urlOf(part) }]));
  const about = { connection: desk.connection, call: asking.call };
  const json = await desk
    .pause(about, async () => {
      const answer = await desk.http.ask({ path: 'batch', method: 'post', json: { requests }, ...asking });
      // Asking for the rest, or for this once more, is what it does not want.
      if (isLimited(answer)) throw new ProblemError({ ...about, kind: 'rate-limited', status: LIMITED });
      return answer;
    })
    .catch((error: unknown) => {
      if (isProblem(error, 'missing', 'forbidden', 'invalid')) return REFUSED;
      if (isBroken(error)) return BROKEN;
      throw error;
    });
  if (json === BROKEN) return null;
  const read = json === REFUSED ? null : v.safeParse(BatchShape, json);
  if (read?.success !== true) {
    await desk.facts.noBatch();
    return null;
  }
  const { responses } = read.output;
  const told = new Map(list.map(([key]) => [key, toldOf(desk, responses[key], key, asking)]));
  return told;
}

const LIMITED = 429;

function isLimited(answer: unknown): boolean {
  const read = v.safeParse(BatchShape, answer);
  return (
    read.success &&
    Object.values(read.output.responses).some((part) => v.is(PartShape, part) && statusOf(part) === LIMITED)
  );
}

const REFUSED = Symbol('refused');
const BROKEN = Symbol('broken');

/** It failed over the batch itself: one of the reads may have been too much for it. */
const isBroken = (error: unknown): boolean =>
  error instanceof ProblemError && [500, 501].includes(error.problem.status ?? 0);

function urlOf({ path, search = {} }: Part): string {
  const query = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString();
  return `/api/v2/${path}${query === '' ? '' : `?${query}`}`;
}

function toldOf({ connection }: Deskpro, part: unknown, key: string, { call }: Asking): Told {
  if (Array.isArray(part) || !v.is(PartShape, part)) {
    return { error: new ProblemError({ connection, call, kind: 'server', field: `responses.${key}` }) };
  }
  const status = statusOf(part);
  const answer = new Response(null, { status: status >= 200 && status < 600 ? status : 500 });
  const problem = problemOf(answer, JSON.stringify(part), Date.now());
  return problem === null ? { json: part } : { error: new ProblemError({ ...problem, connection, call }) };
}

/** Among its headers; else in the part itself, as a refusal tells it. A part that tells none was answered. */
function statusOf(part: Readonly<Record<string, unknown>>): number {
  const headers = v.is(PartShape, part['headers']) ? part['headers'] : {};
  const told = [headers, part].flatMap((where) =>
    Object.entries(where).flatMap(([name, value]) => (STATUS.has(name.toLowerCase()) ? [value].flat() : [])),
  );
  const codes = told.map((value) => Number.parseInt(String(value), 10));
  return codes.find((code) => code >= 100) ?? 200;
}

const STATUS = new Set(['status-code', 'status_code', 'statuscode', 'status']);

async function apart({ http }: Deskpro, list: readonly [string, Part][], asking: Asking): Promise<Several> {
  const one = ([key, part]: [string, Part]): Promise<[string, Told]> =>
    http.ask({ ...part, ...asking }).then(
      (json): [string, Told] => [key, { json }],
      (error: unknown): [string, Told] => {
        if (!isProblem(error, 'forbidden', 'missing', 'invalid', 'server')) throw error;
        return [key, { error }];
      },
    );
  return new Map(await Promise.all(list.map(one)));
}

type Kind = Parameters<typeof isProblem>[1];
/** What is kept from this key, or is not there. */
export const KEPT: readonly Kind[] = ['forbidden', 'missing', 'invalid'];

/** `instead` of one of several that may not be read, is not there or is not what we know: the rest is shown without it. */
export function orElse<Value>(read: () => Value, instead: Value, kinds: readonly Kind[] = [...KEPT, 'server']): Value {
  try {
    return read();
  } catch (error) {
    if (isProblem(error, ...kinds)) return instead;
    throw error;
  }
}
