// What the product asks a server for from an address to a whole profile, with nothing known of the server yet.
import { freshMemory } from '@/test/support/open';
import type { Connection, Connector } from '@/utils/connectors/types';
import type { OpenHttp } from '@/utils/http/types';
import { readProfile } from '@/utils/lookup/profile';
import type { Profile } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';

export interface Cold {
  readonly profile: Profile;
  /** What comes after it. */
  picture(): Promise<unknown>;
}

/** Looks an address up and its person's profile, and beside it what the login may do. */
export async function coldProfile(
  connector: Connector,
  connection: Connection,
  http: OpenHttp,
  text: string,
): Promise<Cold> {
  const { id, name, mark, local } = connection;
  const address = parseAddress(text);
  if (address === null) throw new Error(`no address: ${text}`);
  const opened = await connector.open(connection, http, freshMemory());
  const rights = opened.login?.(undefined, 'rights');
  const [found] = await opened.find(address);
  const person = found?.person.ref.id ?? '';
  const told: { profile: Profile } = { profile: {} };
  await readProfile({
    place: { source: { id, name, mark, local }, session: { ...opened, denied: [] } },
    id: person,
    before: null,
    signal: new AbortController().signal,
    tell: (profile) => {
      told.profile = profile;
    },
  });
  await rights;
  return { profile: told.profile, picture: async () => opened.reads.picture?.(person) };
}
