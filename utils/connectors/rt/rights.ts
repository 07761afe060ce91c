import * as v from 'valibot';
import type { Capability, Memory } from '@/utils/connectors/types';
import { keeping } from './kept';
import type { Known } from './known';
import { ask, type Rt } from './rt';
import { NamedShape, pageOf, TicketShape } from './shapes';

/** What of RT's rights can be seen beforehand: it has no list of them. */
export interface Rights {
  readonly denied: readonly Capability[];
  /** The right that is missing for each of these. */
  readonly missing: Readonly<Partial<Record<Capability, string>>>;
  /** Queues in which the login may open tickets. */
  readonly queues: readonly { readonly id: string; readonly name: string }[];
  /** Queues that it sees. */
  readonly seen: number;
}

/** What the login may do, asked when it is first needed. */
export interface KnownRights {
  queues(call: string): Promise<Rights['queues']>;
  /** Anew. */
  ask(signal?: AbortSignal): Promise<Rights>;
}

const QueuesShape = v.array(v.object({ id: v.string(), name: v.string(), open: v.boolean() }));
type Queues = v.InferOutput<typeof QueuesShape>;
const MOST = 100;

export function rightsOf(rt: Rt, known: Known, memory: Memory): KnownRights {
  const queues = keeping(memory, 'queues', QueuesShape, (call, _, signal) => readQueues(rt, call, signal));
  const usable = (all: Queues) => all.filter(({ open }) => open);
  return {
    queues: async (call) => usable(await queues.get(call)),
    async ask(signal) {
      const [people, all, works] = await Promise.all([
        known.people.anew('open', signal),
        queues.anew('open', signal),
        readWorks(rt, signal),
      ]);
      const missing = missingOf({ ...people, ...works, create: usable(all).length > 0 });
      const isCapability = (name: string): name is Capability => name in missing;
      return { queues: usable(all), seen: all.length, missing, denied: Object.keys(missing).filter(isCapability) };
    },
  };
}

interface Seen {
  readonly admin: boolean;
  readonly history: boolean;
  readonly memberships: boolean;
  readonly create: boolean;
  readonly modify: boolean;
  readonly remove: boolean;
}

/**
 * Whether custom fields may be changed cannot be seen (RT 5.0.3): RT says so when it is tried. Who may change nothing
 * else is a reader.
 */
function missingOf(seen: Seen): Rights['missing'] {
  const { admin, memberships, history, create, modify, remove } = seen;
  const users = 'AdminUsers';
  return {
    ...(admin
      ? {}
      : {
          'person.create': users,
          'account.enable': users,
          'person.set': users,
          'email.set': users,
          'email.primary': users,
          'contact.set': users,
          'membership.set': users,
          organisation: users,
          organisations: users,
          // Whose groups cannot be read cannot be changed with care.
          'group.set': users,
        }),
    ...(memberships ? {} : { 'group.set': 'AdminGroupMembership' }),
    ...(history ? {} : { history: 'ShowUserHistory' }),
    ...(create ? {} : { 'ticket.create': 'CreateTicket' }),
    ...(modify ? {} : { 'ticket.state': 'ModifyTicket', 'ticket.move': 'ModifyTicket' }),
    ...(remove ? {} : { 'ticket.delete': 'DeleteTicket' }),
    ...(admin || create || modify ? {} : { 'custom.set': 'ModifyCustomField' }),
  };
}

async function readQueues(rt: Rt, call: string, signal?: AbortSignal): Promise<Queues> {
  const search = { fields: 'Name,_hyperlinks', per_page: MOST };
  const { items } = await ask(rt, pageOf(NamedShape), { path: 'queues/all', search, call, signal });
  return items.map(({ id, Name, _hyperlinks }) => ({
    id,
    name: Name,
    open: _hyperlinks.some(({ ref }) => ref === 'create'),
  }));
}

/** By some of the newest tickets; where there are none, nothing speaks against it. */
async function readWorks(rt: Rt, signal?: AbortSignal): Promise<Pick<Seen, 'modify' | 'remove'>> {
  const search = {
    query: "Status = '__Active__'",
    fields: 'Status,_hyperlinks',
    per_page: 5,
    orderby: 'id',
    order: 'DESC',
  };
  const { items } = await ask(rt, pageOf(TicketShape), { path: 'tickets', search, call: 'open', signal });
  const ways = items.flatMap(({ _hyperlinks }) => _hyperlinks).filter(({ ref }) => ref === 'lifecycle');
  // A new ticket can be deleted by whoever may; where all are under way already, it is not seen.
  const fresh = items.some(({ Status }) => Status === 'new');
  const nothing = items.length === 0;
  return {
    modify: nothing || ways.length > 0,
    remove: nothing || ways.some(({ to }) => to === 'deleted') || (!fresh && ways.length > 0),
  };
}
