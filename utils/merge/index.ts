import type { ChangeType } from '@/utils/changes/types';
import type { Room, Session } from '@/utils/connectors/types';
import type { Address, CustomField, Person } from '@/utils/people/types';
import { differing } from './differ';
import { wayOf } from './steps';
import type { Comparison, Keep, Side, Takes, Two } from './types';
import { united } from './unite';

export { type Refusal, refusalOf } from './refusal';
export { type Proposed, whoStays } from './stays';
export { mergeSteps, wayOf } from './steps';
export type { Comparison, Differing, Keep, Side, Two } from './types';

type Limits = NonNullable<Session['limits']>;

export interface Compared extends Two {
  /** What the agent chose; empty: all as by default. */
  readonly keep?: Keep;
  /** Which address is to be the primary one; null: as it is. */
  readonly primary?: Address | null;
  /** Whether the connection makes such changes and this login may. Absent: all. */
  can?(type: ChangeType): boolean;
  /** See `Session.oneOrganisation`. */
  readonly oneOrganisation?: boolean;
  /** See `Session.room`; whoever stays may have less. */
  readonly room?: Room;
  /** Tickets of the one merged in that this login cannot move: see `Reads.unseen`. Their addresses stay with them then. */
  readonly unseen?: number;
  /** See `Session.limits`. */
  readonly limits?: Limits;
  /** Custom fields in their order; without them they are called as the records call them. */
  readonly definitions?: readonly CustomField[];
}

/** What becomes of two records of one person. Of the same connection, see `refusalOf`. */
export function compare({ keep = {}, primary = null, definitions = [], ...asked }: Compared): Comparison {
  const two = { stays: asked.stays, goes: asked.goes };
  const takes = takesOf(asked);
  const rows = differing(two, takes, keep, definitions);
  const lists = united(two, takes, (asked.can?.('email.primary') ?? true) ? primary : null);
  const one = rows.find(({ what }) => what === 'organisation');
  return { differing: rows, ...lists, ...(one ? { memberships: onlyOf(two[one.wins], one.wins) } : {}) };
}

const onlyOf = ({ memberships }: Person, from: Side): Comparison['memberships'] =>
  memberships.slice(0, 1).map((membership) => ({ membership, from }));

/** A server's own merge unites the lists by itself; the single values of whoever stays win there. */
function takesOf({
  can = () => true,
  oneOrganisation = false,
  room = {},
  unseen = 0,
  limits = {},
  ...two
}: Compared): Takes {
  const own = can('person.merge');
  const stuck = unseen > 0 && wayOf(can) === 'disable';
  const { mostAddresses } = two.stays;
  const addresses = Math.min(room.addresses ?? Number.POSITIVE_INFINITY, mostAddresses ?? Number.POSITIVE_INFINITY);
  return {
    values: can('person.set'),
    custom: can('custom.set'),
    addresses: own || (can('email.set') && !stuck),
    contacts: own || can('contact.set'),
    labels: own || can('label.set'),
    groups: own || can('group.set'),
    memberships: own || can('membership.set'),
    places: can('membership.set'),
    oneOrganisation,
    // Where there are no notes, the summary is the place for them: nobody wants to lose those of either.
    ...(own || can('note.add') ? {} : { longestNote: limits.summary ?? Number.POSITIVE_INFINITY }),
    room: Number.isFinite(addresses) ? { ...room, addresses } : room,
  };
}
