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
export async function readRights(rt: Rt): Promise<Rights> {
  const call = 'open';
  const [user, queues, tickets] = await Promise.all([
    ask(rt, UserShape, { path: 'user/1', call }),
    ask(rt, pageOf(NamedShape), {
      path: 'queues/all',
      search: { fields: 'Name,_hyperlinks', per_page: 100 },
      call,
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
