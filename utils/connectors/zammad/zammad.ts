import type * as v from 'valibot';
import { decoded } from '@/utils/connectors/decoded';
import type { Http, HttpCall } from '@/utils/http';
import { ProblemError } from '@/utils/problem';
import { refusedAs } from './said';

/** One open connection to a Zammad, as everything here needs it. */
export interface Zammad {
  readonly connection: string;
  readonly http: Http;
  /** Where Zammad's own pages stand, without a slash at its end. */
  readonly site: string;
  /** Name of the group for new tickets; '' for the first that the login sees. */
  readonly group: string;
  /** What pictures of people who were just read are asked for by: each is used once, then the person is read anew. */
  readonly images: Map<string, string>;
  /** It is asked to tell of changes while somebody looks. */
  readonly live: boolean;
}

/** Whose question it is, and until when somebody waits for the answer. */
export interface Asking {
  readonly call: string;
  readonly signal?: AbortSignal | undefined;
}

/** Zammad's ids are numbers from 1; user 1 is Zammad itself, which no list tells. */
export const isId = (id: string): boolean => /^[1-9]\d{0,9}$/u.test(id);

/**
 * A call's answer in the shape that is expected. Fails with `server`, naming the field, for anything else; with `closed`
 * while Zammad is; with `forbidden` and Zammad's own words.
 */
export async function ask<Schema extends v.GenericSchema>(
  { connection, http }: Zammad,
  schema: Schema,
  call: HttpCall,
): Promise<v.InferOutput<Schema>> {
  const json = await http.ask(call).catch((error: unknown) => {
    throw refusedAs(error);
  });
  return decoded(schema, json, { connection, call: call.call ?? '' });
}

export const isProblem = (error: unknown, ...kinds: readonly ProblemError['problem']['kind'][]): boolean =>
  error instanceof ProblemError && kinds.includes(error.problem.kind);

/**
 * What only adds to a person is left out where Zammad answers something new, or nothing to this login: the place that it
 * has of its own asks once more, and tells. Fails where nothing of Zammad can be read.
 */
export const orWithout = <Value, Other>(asked: Promise<Value>, instead: Other): Promise<Value | Other> =>
  asked.catch((error: unknown) => {
    const isNew = error instanceof ProblemError && error.problem.field !== undefined;
    if (isNew || isProblem(error, 'forbidden')) return instead;
    throw error;
  });

export const missing = ({ connection }: Zammad, call: string, detail?: string): ProblemError =>
  new ProblemError({ kind: 'missing', connection, call, ...(detail === undefined ? {} : { detail }) });
