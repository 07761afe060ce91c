import type { OwnCall } from '@/utils/connectors/types';
import type { Answer, HttpCall } from '@/utils/http';
import { ProblemError } from '@/utils/problem';
import type { Asking, Deskpro } from './deskpro';
import { type FilledCall, filled, isOld, type Values } from './filled';

/**
 * Makes a call that an administrator set up, by API v1 where its path begins with '/api/'. Fails with `invalid` and
 * what the helpdesk said where it answers another status than those by which it works, or an `error_code` (API v1).
 */
export async function sendOwn(
  desk: Deskpro,
  id: string,
  values: Values,
  asking: Asking & Pick<HttpCall, 'timeoutMs'>,
): Promise<Answer> {
  const own = desk.own.get(id);
  const call = own === undefined ? null : filled(own, values);
  const about = { connection: desk.connection, call: asking.call };
  if (own === undefined || call === null) throw new ProblemError({ ...about, kind: 'invalid', detail: `call ${id}` });
  const answer = await made(desk, id, own, call, asking).catch((error: unknown): Answer => {
    if (!(error instanceof ProblemError)) throw error;
    // The old API may take another key: nobody is signed out of the helpdesk by that.
    if (error.problem.kind === 'signed-out' && isOld(own)) {
      throw new ProblemError({ ...error.problem, kind: 'forbidden' });
    }
    if (isNoCall(error)) throw new ProblemError({ ...error.problem, kind: 'invalid', because: 'no-call' });
    throw error;
  });
  const said = oldError(answer.json);
  if (said !== null || !own.codes.includes(answer.status)) {
    const { status } = answer;
    const told = said === null || said === '' ? {} : { said };
    throw new ProblemError({ ...about, ...told, kind: 'invalid', status, detail: `answered ${status}` });
  }
  return answer;
}

/** Whether there is no such call at all, or it is not made so. */
export const isNoCall = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && [404, 405, 410].includes(error.problem.status ?? 0);

/** What only lists may be asked for again; of all else an administrator may have said that it goes by GET. */
const LISTS: ReadonlySet<string> = new Set(['billing', 'activity', 'chats']);

const made = ({ http, old }: Deskpro, id: string, own: OwnCall, call: FilledCall, asking: Asking): Promise<Answer> =>
  (isOld(own) ? old : http).answer({ ...call, ...asking, ...(LISTS.has(id) ? {} : { once: true }) });

/** API v1 tells its errors by `error_code` and `error_message` (DeskPRO/deskpro-api-php, 2014-2020). */
function oldError(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('error_code' in json)) return null;
  // The name alone is none.
  if ([null, '', 0, false].some((none) => none === json.error_code)) return null;
  return 'error_message' in json && typeof json.error_message === 'string' ? json.error_message : '';
}
