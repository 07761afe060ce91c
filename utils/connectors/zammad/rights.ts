import * as v from 'valibot';
import type { Capability, Login } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { readFactors } from './factors';
import type { Known } from './known';
import { nameOf } from './person';
import { DoneShape, type User, UserShape } from './shapes';
import { ask, isProblem, type Zammad } from './zammad';

/** Who may do what with a token cannot be asked: it is tried with reads, each a call that is answered or refused. */
interface Seen {
  readonly agent: boolean;
  readonly users: boolean;
  readonly privacy: boolean;
}

const MeShape = v.looseObject({ ...UserShape.entries, roles: v.nullish(v.array(v.string()), []) });

/**
 * Who the token belongs to and what both they and it may do. Fails with `signed-out` where the token is wrong, with
 * `forbidden` where it may look nobody up.
 */
export async function login(zammad: Zammad, known: Known, signal?: AbortSignal): Promise<Login> {
  const asking = { call: 'open', signal };
  const me = await ask(zammad, MeShape, { path: 'users/me', search: { expand: true }, ...asking }).catch(
    (error: unknown) => {
      throw notZammad(zammad, error);
    },
  );
  const [seen] = await Promise.all([
    seenBy(zammad, me, signal),
    // Whoever is neither agent nor administrator may search nobody: this one is to fail.
    known.generation.anew('open', signal),
    known.fields.anew('open', signal),
  ]);
  signal?.throwIfAborted();
  const missing = missingOf(seen);
  const isCapability = (name: string): name is Capability => name in missing;
  return {
    name: nameOf(me) || me.login,
    role: me.roles.length === 0 ? null : me.roles.join(', '),
    // It is for administrators of the whole server only.
    version: null,
    denied: Object.keys(missing).filter(isCapability),
    missing,
  };
}

async function seenBy(zammad: Zammad, { id }: Pick<User, 'id'>, signal?: AbortSignal): Promise<Seen> {
  const asking = { call: 'open', signal };
  const may = (asked: Promise<unknown>): Promise<boolean> =>
    asked.then(
      () => true,
      (error: unknown) => {
        if (isProblem(error, 'forbidden')) return false;
        throw error;
      },
    );
  const [agent, users, privacy] = await Promise.all([
    may(ask(zammad, DoneShape, { path: 'ticket_customer', search: { customer_id: id }, ...asking })),
    may(adminOfUsers(zammad, id, signal)),
    may(ask(zammad, DoneShape, { path: 'data_privacy_tasks', search: { per_page: 1 }, ...asking })),
  ]);
  return { agent, users, privacy };
}

/** By the ways of one's own second factor; before 6.1 there are none, and a small file of examples tells. */
async function adminOfUsers(zammad: Zammad, id: string, signal?: AbortSignal): Promise<void> {
  const asking = { call: 'open', signal };
  await readFactors(zammad, id, asking).catch(async (error: unknown) => {
    if (!isProblem(error, 'missing')) throw error;
    // What comes is no JSON; that it comes is the answer.
    await ask(zammad, DoneShape, { path: 'users/import_example', ...asking }).catch((refused: unknown) => {
      if (!(refused instanceof ProblemError) || refused.problem.status !== 200) throw refused;
    });
  });
}

function missingOf({ agent, users, privacy }: Seen): Readonly<Partial<Record<Capability, string>>> {
  const tickets = 'ticket.agent';
  return {
    ...(agent
      ? {}
      : {
          tickets,
          'ticket.create': tickets,
          'ticket.state': tickets,
          'ticket.urgent': tickets,
          'ticket.move': tickets,
        }),
    ...(users ? {} : { 'account.unlock': 'admin.user', 'factor.remove': 'admin.user' }),
    ...(privacy ? {} : { 'person.erase': 'admin.data_privacy' }),
  };
}

/** Where this path leads nowhere there is another program. Whoever has a right token may always ask who they are. */
function notZammad({ connection }: Zammad, error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { kind, status, detail } = error.problem;
  if (kind === 'forbidden') return new ProblemError({ ...error.problem, kind: 'signed-out' });
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
