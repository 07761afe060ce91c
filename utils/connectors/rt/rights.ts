import type { Capability } from '@/utils/connectors/types';
import type { Named } from '@/utils/people/types';
import { ask, type Rt } from './rt';
import { NamedShape, pageOf, TicketShape, UserShape } from './shapes';

/** What of RT's rights can be seen beforehand: it has no list of them. */
export interface Rights {
  readonly denied: readonly Capability[];
  /** Queues in which the login may open tickets. */
  readonly queues: readonly Named[];
}

/** What the login may do, asked when it is first needed. */
export interface KnownRights {
  known(): Promise<Rights>;
  /** Anew. */
  ask(signal?: AbortSignal): Promise<Rights>;
}

export function rightsOf(rt: Rt): KnownRights {
  const kept: { last: Promise<Rights> | null } = { last: null };
  const ask = (signal?: AbortSignal): Promise<Rights> => {
    const asked = readRights(rt, signal);
    kept.last = asked;
    asked.catch(() => {
      if (kept.last === asked) kept.last = null;
    });
    return asked;
  };
  return { ask, known: () => kept.last ?? ask() };
}

/** Who the token belongs to: one's own record is always shown. */
export async function nameOf(rt: Rt, signal?: AbortSignal): Promise<string> {
  const user = await ask(rt, UserShape, { path: `user/${rt.self}`, call: 'open', signal });
  return user.RealName || user.Name;
}

const NEEDS_ADMIN_USERS: readonly Capability[] = [
  'person.create',
  'account.enable',
  'person.set',
  'email.set',
  'email.primary',
  'contact.set',
  'membership.set',
];

/**
 * Asks for what only a right shows: all of a user that every RT has (number 1, its own), queues, some tickets. Fails
 * with `forbidden` for a customer's login, which may look nobody up. Whether custom fields may be changed cannot be
 * seen: RT says so when it is tried.
 */
async function readRights(rt: Rt, signal?: AbortSignal): Promise<Rights> {
  const call = 'open';
  const [user, queues, tickets] = await Promise.all([
    ask(rt, UserShape, { path: 'user/1', call, signal }),
    ask(rt, pageOf(NamedShape), {
      path: 'queues/all',
      search: { fields: 'Name,_hyperlinks', per_page: 100 },
      call,
      signal,
    }),
    ask(rt, pageOf(TicketShape), {
      path: 'tickets',
      search: {
        query: "Status = '__Active__'",
        fields: 'Status,_hyperlinks',
        per_page: 5,
        orderby: 'id',
        order: 'DESC',
      },
      call,
      signal,
    }),
  ]);
  const has = (of: { readonly _hyperlinks: typeof user._hyperlinks }, ref: string): boolean =>
    of._hyperlinks.some((link) => link.ref === ref);
  const open = queues.items.filter((queue) => has(queue, 'create'));
  const works = tickets.items.length === 0 || tickets.items.some((ticket) => has(ticket, 'lifecycle'));
  return {
    queues: open.map(({ id, Name }) => ({ id, name: Name })),
    denied: [
      ...(user.Disabled === undefined ? NEEDS_ADMIN_USERS : []),
      ...(has(user, 'memberships') ? [] : (['group.set'] as const)),
      ...(has(user, 'history') ? [] : (['history'] as const)),
      ...(open.length > 0 ? [] : (['ticket.create'] as const)),
      ...(works ? [] : (['ticket.state', 'ticket.delete', 'ticket.move'] as const)),
    ],
  };
}
