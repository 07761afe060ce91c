import type * as v from 'valibot';
import { decoded } from '@/utils/connectors/decoded';
import type { Answer, Http, HttpCall } from '@/utils/http';

/** One open connection to a Request Tracker, as everything here needs it. */
export interface Rt {
  readonly connection: string;
  readonly http: Http;
  /** Where RT's own pages stand, without a slash at its end. */
  readonly site: string;
  /** Number of the user that the token belongs to, '' if the token does not tell. */
  readonly self: string;
  /** Name of the custom field that keeps a person's other addresses; '' if there is none. */
  readonly others: string;
  /** Name of the queue for new tickets; '' for the first that the login may use. */
  readonly queue: string;
}

/** An id of a user or ticket: anything else RT would take for a name, and find somebody else. */
export const isId = (id: string): boolean => /^[1-9]\d{0,9}$/u.test(id);

/** A call's answer in the shape that is expected. Fails with `server` for anything else. */
export async function ask<Schema extends v.GenericSchema>(
  rt: Rt,
  schema: Schema,
  call: HttpCall,
): Promise<v.InferOutput<Schema>> {
  return read(rt, schema, await rt.http.answer(call), call);
}

/** The shape of an answer. Fails with `server`. */
export function read<Schema extends v.GenericSchema>(
  { connection }: Rt,
  schema: Schema,
  { json }: Answer,
  { call = '' }: HttpCall,
): v.InferOutput<Schema> {
  return decoded(schema, json, { connection, call });
}

export interface Condition {
  readonly field: string;
  readonly operator?: 'LIKE' | 'STARTSWITH' | 'IN';
  readonly value: string | readonly string[];
  /** Of a second condition upon the same field: without it RT takes either. */
  readonly entry_aggregator?: 'AND';
}

/** By GET: the next page of a POST would be everybody. */
export const where = (conditions: readonly Condition[]) => ({ query: JSON.stringify(conditions) });

/**
 * A part of a text as LIKE takes it. SQLite knows the case of ASCII letters only, and "_" stands for any letter: what is
 * found so is to be checked, as "_" and "%" in the text itself cannot be escaped either.
 */
export const like = (text: string): string => text.replaceAll(/[^\x20-\x7E]/gu, '_');

/** RT's word for never is the beginning of its time. */
export const timeOf = (text: string): string | null => (text === '' || text.startsWith('1970-01-01') ? null : text);
