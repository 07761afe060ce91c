/** One call as the log page lists it: no address of a person, no value, no token. */
export interface Heard {
  readonly connection: string | null;
  /** What it was for ('find', 'tickets', 'person.set'). */
  readonly call: string | null;
  readonly method: string;
  /** Ms since the epoch, when it was sent. */
  readonly at: number;
  readonly ms: number;
  /** Bytes of the bodies, without heads. */
  readonly sent: number;
  readonly received: number;
  /** Null: no answer came. */
  readonly status: number | null;
}

export interface HttpSettings {
  /** Address of the server with the path that all its calls begin with. */
  readonly base: string;
  /** Sent with each call: tokens stand here and nowhere else. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For one call, from when it is sent until its answer is read. */
  readonly timeoutMs: number;
  /** Calls at a time; the others wait their turn. Absent: as many as there are. */
  readonly atOnce?: number;
  /** A server that asks to wait without saying how long is left alone for a while, longer each time. */
  readonly pauses?: boolean;
  /** Named in problems. */
  readonly connection?: string;
  /** Told of each call that was made, once it is over. */
  readonly heard?: (call: Heard) => void;
  /** For tests. */
  readonly fetch?: typeof fetch;
}

export interface HttpCall {
  /** Relative to the base; a leading slash changes nothing. */
  readonly path: string;
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly search?: Readonly<Record<string, string | number | boolean>>;
  readonly json?: unknown;
  /** The version that the change was made upon: fails with `conflict` where the server has another by now. */
  readonly ifMatch?: string;
  /** What the call is for, as problems name it: 'find', 'notes', … */
  readonly call?: string;
  readonly signal?: AbortSignal | undefined;
  /** Beside those of the connection, for this call alone. */
  readonly headers?: Readonly<Record<string, string>>;
  /** 'bytes': a picture, a file; they are in `Answer.blob`, and `json` is null. */
  readonly wants?: 'bytes';
  /** A form with one file, instead of `json`. */
  readonly file?: { readonly field: string; readonly name: string; readonly blob: Blob };
  /** It does something, though it is a GET: never joined, never made once more. */
  readonly once?: true;
  /** Ms until it is given up; absent: as `HttpSettings` says. */
  readonly timeoutMs?: number;
}

export interface Answer {
  /** Null for an empty one. Shared between those who asked the same: not to be changed. */
  readonly json: unknown;
  /** As `ifMatch` takes it. */
  readonly etag: string | null;
  /** Where the server says that what was made stands. */
  readonly location: string | null;
  /** 200, 201, …: some servers tell by it what they did. */
  readonly status: number;
  /** What was asked for as 'bytes'. */
  readonly blob?: Blob;
}

export interface Http {
  /** See `answer`: its JSON alone. */
  ask(call: HttpCall): Promise<unknown>;
  /**
   * Fails with a `ProblemError`: `offline` if no server was reached, `timeout`, `signed-out` also where the server
   * would lead elsewhere, or what the status says (status.ts). An aborted call fails with the signal's reason.
   */
  answer(call: HttpCall): Promise<Answer>;
}

/** What a connector says of its server; the rest is the same for all connections. */
export type ServerSettings = Pick<HttpSettings, 'base' | 'headers' | 'atOnce' | 'pauses'>;
/** Gives a connector its way to the one server of its connection. */
export type OpenHttp = (server: ServerSettings) => Http;
