import type { Capability, Login } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { type Part, together } from './batch';
import { type Asking, ask, type Deskpro, isProblem } from './deskpro';
import { anything, one } from './envelope';
import type { Known } from './known';
import { AS_QUERY, PeopleShape } from './load';
import { nameOf } from './person';
import type { Proofs } from './proofs';
import { DiscoveryShape, MeShape } from './shapes';

interface Parts {
  readonly desk: Deskpro;
  readonly known: Known;
  readonly proofs: Pick<Proofs, 'build'>;
  /** No agent was named with the key: one of a super-user needs that. */
  readonly agentless: boolean;
}

/**
 * Who the key acts as and what they may do. Fails with `signed-out` where it is wrong (or is a super-user's without an
 * agent), with `forbidden` where it may look nobody up.
 */
export async function login(
  { desk, known, proofs, agentless }: Parts,
  signal?: AbortSignal,
  what: 'all' | 'rights' = 'all',
): Promise<Login> {
  const asking = { call: 'open', signal };
  const [found, { data: me }] = await Promise.all([
    discovered(desk, asking),
    ask(desk, one(MeShape), { path: 'me', ...asking }).catch((error: unknown) => {
      throw agentless ? withoutAgent(error) : error;
    }),
  ]).catch((error: unknown) => {
    throw notDeskpro(desk, error);
  });
  if (found !== null && !found.is_deskpro) throw elsewhere(desk, undefined);
  const id = me.person?.id ?? me.person_id;
  if (found !== null) await Promise.all([desk.facts.build(found.build), proofs.build(found.build)]);
  if (me.person !== null) await desk.facts.seenHorizon(me.person.organization_members !== undefined);
  const [denied] = await Promise.all([
    deniedTo(desk, id, asking),
    proveBodyQuery(desk, id, asking),
    what === 'all' ? anew(known, signal) : null,
  ]);
  signal?.throwIfAborted();
  return {
    name: me.person === null ? '' : nameOf(me.person) || me.person.primary_email,
    // As Deskpro's own pages call them.
    role: me.person?.can_admin === true ? 'Admin' : 'Agent',
    version: found?.build_name || found?.build || null,
    denied,
  };
}

/** What of it is not what we know, its own section says. */
const anew = (known: Known, signal: AbortSignal | undefined): Promise<unknown> =>
  known.lists.anew('open', signal).catch((error: unknown) => {
    if (!isProblem(error, 'server')) throw error;
  });

/** Whether it is a Deskpro, and which; null where it does not say: then the rest tells. */
async function discovered(desk: Deskpro, asking: Asking) {
  const asked = ask(desk, one(DiscoveryShape), { path: 'helpdesk/discover', ...asking });
  const found = await asked.catch((error: unknown) => {
    if (isProblem(error, 'missing', 'forbidden', 'signed-out')) return null;
    throw error;
  });
  return found?.data ?? null;
}

/** A wrong key is refused in the same words (GUIDE api-keys: 401 "Invalid API key."). */
function withoutAgent(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.kind !== 'signed-out' || error.problem.status !== 401)
    return error;
  return new ProblemError({ ...error.problem, because: 'no-agent' });
}

function notDeskpro(desk: Deskpro, error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { kind, detail } = error.problem;
  return kind === 'missing' || (kind === 'server' && (detail ?? '').includes('not JSON'))
    ? elsewhere(desk, error.problem.status, detail)
    : error;
}

function elsewhere({ connection }: Deskpro, status: number | undefined, detail?: string): ProblemError {
  const told = `no Deskpro with an API v2 at this address${detail === undefined ? '' : `: ${detail}`}`;
  const about = { kind: 'server', connection, call: 'open', detail: told } as const;
  return new ProblemError(status === undefined ? about : { ...about, status });
}

/** What goes with a read that is refused. Which tag or right of the agent is missing, Deskpro does not say. */
const WITH = {
  people: [],
  tickets: ['tickets', 'archived', 'unseen', 'ticket.create', 'ticket.state', 'ticket.urgent', 'ticket.move'],
  notes: ['notes', 'note.add', 'note.set', 'note.remove'],
  organizations: ['organisations', 'organisation', 'membership.set'],
} as const satisfies Readonly<Record<string, readonly Capability[]>>;

/** By reads alone, and on the agent's own record. */
async function deniedTo(desk: Deskpro, me: string, asking: Asking): Promise<readonly Capability[]> {
  const some = { count: 1 };
  const parts: Readonly<Record<keyof typeof WITH, Part>> = {
    people: { path: 'people', search: { ids: me, count: 1 } },
    tickets: { path: 'tickets', search: some },
    notes: { path: `people/${me}/notes`, search: some },
    organizations: { path: 'organizations', search: some },
  };
  const answers = await together(desk, parts, asking);
  answers('people', PeopleShape);
  const isRefused = (key: 'tickets' | 'notes' | 'organizations'): boolean => {
    try {
      answers(key, anything);
      return false;
    } catch (error) {
      return isProblem(error, 'forbidden');
    }
  };
  return (['tickets', 'notes', 'organizations'] as const).flatMap((key) => (isRefused(key) ? WITH[key] : []));
}

/**
 * Whether a POST with the header is run as a read. A helpdesk that does not know it would take the body for somebody
 * new: this one has neither name nor address, and can be nobody (200 with a list: it understood).
 */
async function proveBodyQuery(desk: Deskpro, me: string, asking: Asking): Promise<void> {
  if (me === '' || (await desk.facts.bodyQuery()) !== null) return;
  const asked = { path: 'people', method: 'post', json: { ids: me }, headers: AS_QUERY, ...asking } as const;
  const understood = await desk.http.answer(asked).then(
    ({ status, json }) =>
      status === 200 && typeof json === 'object' && json !== null && 'data' in json && Array.isArray(json.data),
    (error: unknown) => {
      // Nothing is known where nothing was answered.
      if (isProblem(error, 'invalid', 'forbidden', 'missing', 'conflict')) return false;
      return null;
    },
  );
  if (understood !== null) await desk.facts.provenBodyQuery(understood);
}
