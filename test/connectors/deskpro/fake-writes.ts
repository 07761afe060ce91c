import { type Call, notAllowed, notFound } from './answers';
import type { FakeDeskpro } from './fake';

/** What API v2 writes; null: no such path. */
export const fakeWrites = (_fake: FakeDeskpro, call: Call): Response | null =>
  call.path.length === 0 ? null : notAllowed();

/** API v1, reading and writing. */
export const fakeOld = (_fake: FakeDeskpro, _call: Call): Response => notFound();
