// How the fake Deskpro answers to what writes.
import { type Call, invalid, one, wrong } from './answers';
import type { FakeDeskpro } from './fake';

/** 204 and nothing; or what is there now, where that was asked for. */
export const updated = (call: Call, shown: () => unknown): Response =>
  call.search.get('follow_location') === '1' ? one(shown()) : new Response(null, { status: 204 });

/** After a deletion 200 was seen with tickets, 204 is what the status codes say: one in each dialect. */
export const deleted = ({ dialect }: FakeDeskpro): Response =>
  dialect === 'legacy' ? Response.json({}) : new Response(null, { status: 204 });

export const bad = (name: string, code: string, message: string): Response => invalid({ [name]: wrong(code, message) });

/** What is wrong with all of it, with no field of its own. */
export const badAtAll = (code: string, message: string): Response => invalid({}, [{ code, message }]);
