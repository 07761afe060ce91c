import * as v from 'valibot';
import type { Login, Memory } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { keeping } from './kept';
import type { KnownRights } from './rights';
import { ask, type Rt } from './rt';
import { UserShape } from './shapes';

/** Plugins are told to superusers only. */
const AboutShape = v.object({ Version: v.string(), Plugins: v.exactOptional(v.array(v.string())) });
const RememberedShape = v.object({ version: v.string(), plugins: v.nullable(v.array(v.string())) });
export type About = v.InferOutput<typeof RememberedShape>;

export interface Logins {
  /** What is known of the server, without asking. */
  known(): Promise<About | undefined>;
  login(signal?: AbortSignal, what?: 'all' | 'rights'): Promise<Login>;
}

/**
 * Who the token belongs to and what they may do. Of 'rights' the version is told only if it is known already: it is a
 * call of its own, and nobody looks at it while a message is open.
 */
export function loginOf(rt: Rt, rights: KnownRights, memory: Memory): Logins {
  const name = keeping(memory, `name ${rt.self}`, v.string(), (call, _, signal) => readName(rt, call, signal));
  const about = keeping(memory, 'about', RememberedShape, (call, _, signal) => readAbout(rt, call, signal));
  return {
    known: () => about.known(),
    async login(signal, what = 'all') {
      const whole = what === 'all';
      const [{ denied, missing, seen }, mine, server] = await Promise.all([
        rights.ask(signal),
        whole ? name.anew('open', signal) : name.get('open'),
        whole ? about.anew('open', signal) : about.known(),
      ]).catch((error: unknown) => {
        throw notRt(rt, error);
      });
      signal?.throwIfAborted();
      return {
        name: mine,
        // RT has no ranks, but one right that is all rights: only who has it is told the plugins.
        role: server !== undefined && server.plugins !== null ? 'SuperUser' : null,
        version: server?.version ?? null,
        denied,
        missing,
        queues: seen,
      };
    },
  };
}

/** Who the token belongs to: one's own record is always shown. */
async function readName(rt: Rt, call: string, signal?: AbortSignal): Promise<string> {
  // A token that does not tell whose it is was not made by RT 5: there is nobody to name.
  if (rt.self === '') return '';
  const user = await ask(rt, UserShape, { path: `user/${rt.self}`, call, signal });
  return user.RealName || user.Name;
}

async function readAbout(rt: Rt, call: string, signal?: AbortSignal): Promise<About> {
  const { Version, Plugins = null } = await ask(rt, AboutShape, { path: 'rt', call, signal });
  return { version: Version, plugins: Plugins };
}

/** Where these paths lead nowhere there is another program, or an RT without REST 2; only customers may list nobody. */
function notRt({ connection }: Rt, error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { kind, status, detail } = error.problem;
  if (kind === 'forbidden') {
    return new ProblemError({ ...error.problem, detail: 'the login of a customer, who may look nobody up' });
  }
  const elsewhere = kind === 'missing' || (kind === 'server' && (detail ?? '').includes('not JSON'));
  if (!elsewhere) return error;
  const told = `no REST 2 of a Request Tracker at this address${detail === undefined ? '' : `: ${detail}`}`;
  return new ProblemError({
    kind: 'server',
    connection,
    call: 'open',
    detail: told,
    ...(status === undefined ? {} : { status }),
  });
}
