import type { Found, MatchReason } from '@/utils/connectors/types';
import { withoutTag } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import type { Known } from './known';
import { listUsers, loadByAddress, loadById } from './load';
import { emailsOf, type Loaded, toPerson } from './person';
import type { Rt } from './rt';
import type { User } from './shapes';
import type { Tickets } from './tickets';

/**
 * Who has this address, as RT's own or in the custom field; only if there is nobody, who has it without the +tag of
 * either side. RT finds by name before it finds by address, and ignores what it may not search by: each hit is checked.
 */
export async function find(
  rt: Rt,
  known: Known,
  tickets: Tickets,
  address: Address,
  signal?: AbortSignal,
): Promise<Found[]> {
  const blind = (await known.people.known())?.admin === false;
  signal?.throwIfAborted();
  const asking = { call: 'find', signal, blind };
  // Needed for whoever is found; under way while they are looked for.
  known.fields('find').catch(() => undefined);
  const exact = await byAddress(rt, address, asking);
  const hits = exact.length > 0 ? exact : await byTag(rt, address, asking);
  signal?.throwIfAborted();
  const found = await Promise.all(
    hits.map(async ({ loaded, reason }) => {
      const [person, counts] = await Promise.all([
        toPerson(rt, known, loaded, 'find'),
        tickets.count(loaded.user.id, 'find', signal),
      ]);
      return { person, reason, ...counts };
    }),
  );
  signal?.throwIfAborted();
  return found;
}

interface Hit {
  readonly loaded: Loaded;
  readonly reason: MatchReason;
}
interface Asking {
  readonly call: string;
  readonly signal: AbortSignal | undefined;
  readonly blind: boolean;
}

async function byAddress(rt: Rt, address: Address, asking: Asking): Promise<readonly Hit[]> {
  const [named, others] = await Promise.all([loadByAddress(rt, address, asking), byOthers(rt, address, asking)]);
  const ids = new Set<string>();
  const hits: Hit[] = [];
  const add = (loaded: Loaded, reason: MatchReason): void => {
    if (!ids.has(loaded.user.id)) hits.push({ loaded, reason });
    ids.add(loaded.user.id);
  };
  const isMine = (user: User): boolean =>
    emailsOf(rt, user).some((email) => email.address === address && email.primary);
  if (named !== null && isMine(named.user)) add(named, { kind: 'primary' });
  // Found by the name, which may be an address that is somebody else's by now.
  else if (named === null ? address.includes('/') : named.user.Name.toLowerCase() === address) {
    const rows = await listUsers(rt, [{ field: 'EmailAddress', value: address }], { ...asking, disabledToo: true });
    for (const { id } of rows.filter(isMine)) add(await loadById(rt, id, asking), { kind: 'primary' });
  }
  // Neither name nor address: RT itself says that this is who had it, since users were merged there.
  else if (named !== null) add(named, { kind: 'other-address' });
  for (const loaded of others) add(loaded, { kind: 'other-address' });
  return hits;
}

async function byOthers(rt: Rt, address: Address, asking: Asking): Promise<readonly Loaded[]> {
  if (rt.others === '') return [];
  const condition = { field: `CustomField.{${rt.others}}`, value: address };
  const rows = await listUsers(rt, [condition], { ...asking, disabledToo: true });
  const fits = rows.filter((user) => emailsOf(rt, user).some((email) => email.address === address));
  return Promise.all(fits.map(({ id }) => loadById(rt, id, asking)));
}

async function byTag(rt: Rt, address: Address, asking: Asking): Promise<readonly Hit[]> {
  const bare = withoutTag(address);
  const [local = '', domain = ''] = split(bare);
  const begun = { field: 'EmailAddress', operator: 'STARTSWITH', value: `${local}+` } as const;
  const [same, tagged] = await Promise.all([
    bare === address ? [] : byAddress(rt, bare, asking),
    listUsers(rt, [begun], { ...asking, disabledToo: true }),
  ]);
  const near = tagged.flatMap((user) => {
    const email = emailsOf(rt, user).find((one) => one.primary && one.address.endsWith(`@${domain}`));
    return email !== undefined && withoutTag(email.address) === bare ? [{ id: user.id, address: email.address }] : [];
  });
  const loaded = await Promise.all(near.map(({ id }) => loadById(rt, id, asking)));
  return [
    ...same.map(({ loaded: one }): Hit => ({ loaded: one, reason: { kind: 'tag', address: bare } })),
    ...loaded.map((one, at): Hit => ({ loaded: one, reason: { kind: 'tag', address: near[at]?.address ?? bare } })),
  ];
}

const split = (address: Address): readonly string[] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
};
