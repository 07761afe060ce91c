// What the fake Deskpro is, for those who answer as it and those who ask it.
import type { Dialect } from './answers';
import type { Store } from './store';

export const SITE = 'https://help.example.test';
export const KEY = '7:DK0123456789ABCDEF';

export interface FakeDeskpro {
  readonly fetch: typeof fetch;
  readonly store: Store;
  dialect: Dialect;
  /** Each call so far: method and path. Those of API v1 begin with 'v1 '. */
  readonly calls: string[];
  /** The addresses that were called. */
  readonly urls: string[];
  /** The bodies that were sent, in the order of the calls. */
  readonly bodies: unknown[];
  /** The most calls that were made one after the other, each upon an answer to the one before. */
  depth(): number;
  /** Answers to be given instead, once each. */
  readonly instead: ('page' | 'garbage' | Response)[];
  /** What the key's tags or its agent's rights refuse: 'GET tickets', '* people/10/notes', 'DELETE *'. */
  readonly refuses: string[];
  /** The batch call: as it should, not there, or not for this key. */
  batch: 'works' | 'unknown' | 'forbidden';
  /** Whether X-Deskpro-Api-Get-Query-Body is known. */
  bodyQuery: boolean;
  /** A key of a super-user: each call names the agent. */
  superUser: boolean;
  build: { id: string; name: string };
  /** The word for people in `{type}_labels`. */
  labelWord: 'person' | 'people';
  /** Whether text search and the tickets' `person` filter find additional addresses. */
  findsOthers: { text: boolean; tickets: boolean };
  /** Whether `people?search=` is known: names that are not are ignored. */
  nameFilter: boolean;
  /** Whether API v1 answers beside v2. */
  old: boolean;
  /** Body fields of a person that may not be written. */
  readonly fixedFields: Set<string>;
  /** Body fields that are taken (204), and left as they were. */
  readonly ignoredFields: Set<string>;
  /** Calls that there are not: 'POST people/notes' (404), 'PUT people' (405 where there is another verb). */
  readonly lacks: Map<string, 404 | 405>;
  /** What becomes of contact data that are not sent: gone, or the sent ones come beside them. */
  contacts: 'replaced' | 'added';
  /** What becomes of custom fields that are not sent: kept, or gone. */
  fields: 'kept' | 'replaced';
  /** The most that one page holds, whatever is asked for. */
  most: number;
  /** `page` is passed over: the first one comes each time. */
  onePage: boolean;
  /** `tickets?person=` is passed over: everybody's are listed. */
  ignoresPerson: boolean;
}
