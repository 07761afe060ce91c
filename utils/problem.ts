/** The closed list of what a person is told about. Servers' errors become these in `http` and in connectors. */
export type ProblemKind =
  | 'offline'
  | 'timeout'
  | 'signed-out'
  /** The browser may not call this host: the permission was not given, or taken back. */
  | 'no-access'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'rate-limited'
  /** The whole helpdesk is closed for a while, for maintenance. */
  | 'closed'
  | 'invalid'
  | 'server'
  | 'locked'
  | 'storage-full'
  | 'page-unknown'
  | 'bug';

export interface Problem {
  readonly kind: ProblemKind;
  /** Id of the connection it happened at. */
  readonly connection?: string;
  /** Which call: 'find', 'notes', 'tickets', … */
  readonly call?: string;
  /** Of several actions run as one: which of them, from 0. */
  readonly step?: number;
  /** The server's HTTP status. */
  readonly status?: number;
  /** When to try again, in ms since the epoch. */
  readonly retryAt?: number;
  /** For the log. Shown only where somebody could not be made for a `conflict`: who has the address. */
  readonly detail?: string;
  /** The server's own words for people, in the language it has for this login: why it refused. Shown as a quotation. */
  readonly said?: string;
  /** Of a `server`: which field of its answer is not what we know ("0.customer_id"); '' where all of it is not. */
  readonly field?: string;
  /** Why it was refused, where the kind alone would not tell; see its sentence among the texts, `problem_because_…`. */
  readonly because?: 'no-call' | 'no-field' | 'not-kept' | 'hidden-address' | 'made-already' | 'no-agent';
  /** The server's own page where it can be done by hand. http or https. */
  readonly page?: string;
  /** Of an `invalid`: characters that there is room for; what was to be written has more. */
  readonly longest?: number;
  /** Of a `forbidden`: the right that is missing, as the server names it ("admin.user"). */
  readonly right?: string;
  /** Number of the ticket that stood in the way of all others; the same is tried without it next time. */
  readonly ticket?: string;
  /** Of a `conflict`: what is there now, where it was not what the change was made upon. */
  readonly theirs?: unknown;
  /** Of an undo: how many of its changes were not taken back, since the value was changed again; the others were. */
  readonly left?: { readonly count: number; readonly of: number };
  /** Of a `forbidden`: this address is banned, and can be had once that is lifted. */
  readonly banned?: string;
  /** Of a `conflict` over an address: who has it. */
  readonly owner?: { readonly id: string; readonly name: string };
}

/** An error that carries a problem: thrown by connectors, caught where a message is answered or a place is drawn. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** What the server said to it, decoded from JSON by nobody yet: for connectors alone, never told on. Null: nothing. */
  readonly answer: unknown;
  constructor(problem: Problem, options?: ErrorOptions & { readonly answer?: unknown }) {
    super(problem.detail ?? problem.kind, options);
    this.name = 'ProblemError';
    this.problem = problem;
    this.answer = options?.answer ?? null;
  }
}

/** A full disk, as the browser names it; Dexie wraps it in an error of its own and keeps it in `inner`. */
function isFull(error: Error): boolean {
  if (error.name === 'QuotaExceededError') return true;
  const within = 'inner' in error ? error.inner : error.cause;
  return within instanceof Error && isFull(within);
}

/** Any thrown thing → a problem; what is not one of ours is a `bug` with its stack kept in `detail`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error && isFull(error)) return { kind: 'storage-full', detail: error.message };
  if (error instanceof Error) return { kind: 'bug', detail: error.stack ?? error.message };
  return { kind: 'bug', detail: String(error) };
}
