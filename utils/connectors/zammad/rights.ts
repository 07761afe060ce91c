import type { Capability, Login } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { askAsAdmin } from './factors';
import type { Known } from './known';
import { nameOf, rolesOf } from './person';
import { includes } from './roles';
import { DoneShape, type User, UserShape } from './shapes';
import { ask, isProblem, type Zammad } from './zammad';

/** Who may do what with a token cannot be asked: it is tried with reads, each a call that is answered or refused. */
interface Seen {
  readonly agent: boolean;
  readonly users: boolean;
  readonly privacy: boolean;
  /** Organisations may be looked up. */
  readonly organisations: boolean;
  /** Custom fields are known. */
  readonly fields: boolean;
  /** The owner may do as somebody else; the token's own rights are not looked at for that. */
  readonly others: boolean;
}

/**
 * Who the token belongs to and what both they and it may do. Fails with `signed-out` where the token is wrong, with
 * `forbidden` where it may look nobody up, with `closed` while Zammad is.
 */
export async function login(
  zammad: Zammad,
  known: Known,
  signal?: AbortSignal,
  what: 'all' | 'rights' = 'all',
): Promise<Login> {
  const asking = { call: 'open', signal };
  const me = await ask(zammad, UserShape, { path: 'users/me', search: { expand: true }, ...asking }).catch(
    (error: unknown) => {
      throw notZammad(zammad, error);
    },
  );
  const [probed, , { admin, fields }, roles] = await Promise.all([
    probe(zammad, me, signal),
    // Whoever is neither agent nor administrator may search nobody: this one is to fail.
    known.generation.anew('open', signal),
    // A big answer: asked anew where somebody waits for a test.
    (what === 'all' ? known.told.anew('open', signal) : Promise.resolve()).then(() =>
      known.fields.anew('open', signal),
    ),
    known.roles.get('open').catch(() => []),
  ]);
  signal?.throwIfAborted();
  const missing = missingOf({ ...probed, fields: admin || fields.length > 0 });
  const isCapability = (name: string): name is Capability => name in missing;
  const owns = rolesOf(me, roles).flatMap(({ permissions }) => permissions);
  const lacking = new Set([...Object.values(missing), ...(admin ? [] : ['admin.object'])]);
  return {
    name: nameOf(me) || me.login,
    role: me.roles.length === 0 ? null : me.roles.join(', '),
    // It is for administrators of the whole server only.
    version: null,
    denied: Object.keys(missing).filter(isCapability),
    missing,
    lacks: Object.fromEntries([...lacking].map((right) => [right, includes(owns, right) ? 'token' : 'owner'])),
  };
}

async function probe(zammad: Zammad, { id }: Pick<User, 'id'>, signal?: AbortSignal): Promise<Omit<Seen, 'fields'>> {
  const asking = { call: 'open', signal };
  const may = (asked: Promise<unknown>): Promise<boolean> =>
    asked.then(
      () => true,
      (error: unknown) => {
        if (isProblem(error, 'forbidden')) return false;
        throw error;
      },
    );
  const [agent, users, privacy, others] = await Promise.all([
    may(ask(zammad, DoneShape, { path: 'ticket_customer', search: { customer_id: id }, ...asking })),
    may(adminOfUsers(zammad, id, signal)),
    may(ask(zammad, DoneShape, { path: 'data_privacy_tasks', search: { per_page: 1 }, ...asking })),
    // As themselves: nothing is read that they do not see anyway.
    may(ask(zammad, DoneShape, { path: 'users/me', headers: { From: id }, ...asking })),
  ]);
  // Agents may; others with a right of their own.
  const found = { path: 'organizations/search', search: { query: '*', per_page: 1 }, ...asking };
  const organisations = agent || (await may(ask(zammad, DoneShape, found)));
  return { agent, users, privacy, others, organisations };
}

/** By the ways of one's own second factor, as an administrator sees them; before 6.5 a small file of examples tells. */
async function adminOfUsers(zammad: Zammad, id: string, signal?: AbortSignal): Promise<void> {
  const asking = { call: 'open', signal };
  await askAsAdmin(zammad, id, asking).catch(async (error: unknown) => {
    if (!isProblem(error, 'missing')) throw error;
    // What comes is no JSON; that it comes is the answer.
    await ask(zammad, DoneShape, { path: 'users/import_example', ...asking }).catch((refused: unknown) => {
      if (!(refused instanceof ProblemError) || refused.problem.status !== 200) throw refused;
    });
  });
}

const TICKETS = 'ticket.agent';
const USERS = 'admin.user';
const PRIVACY = 'admin.data_privacy';
const FIELDS = 'admin.object';

/**
 * What each right that is missing switches off (6.5, the policies of each controller). Customers can be edited with
 * either of the first two; records of people who work there with the second only, which is told where it is refused. A
 * session as somebody else is of whoever is signed in with the browser, of whom the token knows nothing.
 */
function missingOf({ agent, users, privacy, organisations, fields, others }: Seen): NonNullable<Login['missing']> {
  return {
    ...(agent
      ? {}
      : {
          tickets: TICKETS,
          requestors: TICKETS,
          belongings: TICKETS,
          unseen: TICKETS,
          holdings: TICKETS,
          billing: TICKETS,
          'ticket.create': TICKETS,
          'ticket.state': TICKETS,
          'ticket.urgent': TICKETS,
          'ticket.move': TICKETS,
        }),
    ...(organisations ? {} : { organisations: TICKETS, organisation: TICKETS, 'membership.set': TICKETS }),
    ...(users ? {} : { 'account.unlock': USERS, 'factor.remove': USERS }),
    ...(others ? {} : { sees: USERS }),
    ...(privacy ? {} : { 'person.erase': PRIVACY, 'erase.cancel': PRIVACY, leaving: PRIVACY }),
    ...(fields ? {} : { definitions: FIELDS, 'custom.set': FIELDS }),
  };
}

/** Where this path leads nowhere there is another program. */
function notZammad({ connection }: Zammad, error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { kind, status, detail } = error.problem;
  if (kind !== 'missing' && !(kind === 'server' && (detail ?? '').includes('not JSON'))) return error;
  const told = `no Zammad at this address${detail === undefined ? '' : `: ${detail}`}`;
  return new ProblemError({
    kind: 'server',
    connection,
    call: 'open',
    detail: told,
    ...(status === undefined ? {} : { status }),
  });
}
