import type * as v from 'valibot';
import { decoded } from '@/utils/connectors/decoded';
import type { OwnCall } from '@/utils/connectors/types';
import type { Http, HttpCall } from '@/utils/http';
import type { pausing } from '@/utils/http/pauses';
import { ProblemError } from '@/utils/problem';
import type { Facts } from './facts';
import type { Links } from './links';

/** One open connection to a Deskpro, as everything here needs it. */
export interface Deskpro {
  readonly connection: string;
  /** API v2: 'https://HOST/api/v2/'. */
  readonly http: Http;
  /** API v1, which old helpdesks have beside it: only for calls that an administrator set up. */
  readonly old: Http;
  /** Its pages, without the key: pictures of people. */
  readonly pages: Http;
  /** Where the helpdesk stands, without a slash at its end. */
  readonly site: string;
  readonly links: Links;
  /** Calls that an administrator set up, by their `CallPlace.id`. */
  readonly own: ReadonlyMap<string, OwnCall>;
  readonly facts: Facts;
  /** Leaves the helpdesk alone for a while that asks for that in a part of a batch: its way there knows only whole answers. */
  readonly pause: ReturnType<typeof pausing>;
}

/** Whose question it is, and until when somebody waits for the answer. */
export interface Asking {
  readonly call: string;
  readonly signal?: AbortSignal | undefined;
}

/** Deskpro's ids are numbers from 1. */
export const isId = (id: string): boolean => /^[1-9]\d{0,9}$/u.test(id);

/** A call's answer in the shape that is expected. Fails with `server`, naming the field, for anything else. */
export async function ask<Schema extends v.GenericSchema>(
  { connection, http }: Deskpro,
  schema: Schema,
  call: HttpCall,
): Promise<v.InferOutput<Schema>> {
  return decoded(schema, await http.ask(call), { connection, call: call.call ?? '' });
}

export const isProblem = (error: unknown, ...kinds: readonly ProblemError['problem']['kind'][]): boolean =>
  error instanceof ProblemError && kinds.includes(error.problem.kind);

export const missing = ({ connection }: Deskpro, call: string, detail?: string): ProblemError =>
  new ProblemError({ kind: 'missing', connection, call, ...(detail === undefined ? {} : { detail }) });
