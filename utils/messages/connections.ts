// What the settings page asks about servers, secrets and the log. Part of what protocol.ts lists. No answer ever
// holds a secret: what was typed goes in and does not come out again.

import type { Form } from '@/utils/connectors/form';
import type { CallPlace, Connection, KeptCall, Login } from '@/utils/connectors/types';
import type { TextKey } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';
import type { Ask } from './acting';

/** A kind of server, as the form to add one needs it. */
export interface ConnectionKind {
  readonly id: string;
  readonly name: TextKey;
  readonly form: Form;
  /** Suggested until the user picks another. */
  readonly mark: Connection['mark'];
  /** Said once a connection of this kind works: mails that the server sends about it. */
  readonly connected?: TextKey;
  /** There are calls that its administrator may describe: `connection.calls`. */
  readonly calls?: true;
}

/** A line of the list of connections. */
export interface ConnectionRow extends Pick<Connection, 'id' | 'connector' | 'name' | 'mark' | 'local'> {
  /** Without the secret ones. */
  readonly settings: Readonly<Record<string, string>>;
  /** Fields of kind 'secret' that are filled in. */
  readonly filled: readonly string[];
  /** ISO; null: it is asked. */
  readonly pausedAt: string | null;
  readonly keeps: boolean;
  /** `unknown`: not asked since it was added or changed. */
  readonly state: 'ready' | 'unknown' | 'failed' | 'paused' | 'locked' | 'no-access';
  /** Of `failed`, and since when (ms since the epoch). */
  readonly problem?: Problem;
  readonly since?: number;
  /** The last call that was answered: ms since the epoch, and how long it took. */
  readonly contact: { readonly at: number; readonly ms: number } | null;
  /** People in a book of this browser, or answers kept of a server. */
  readonly people: number;
  /** Changes made here that are not sent yet. */
  readonly unsent: number;
}

export interface ConnectionTest {
  /** ms since the epoch. */
  readonly at: number;
  readonly ms: number;
  readonly calls: number;
  readonly login: Login | null;
  /** What the server has, whether this login may or not. */
  readonly has: readonly string[];
  /** Of these nobody knows yet whether the server takes them. */
  readonly unproven: readonly string[];
  readonly problem: Problem | null;
}

/** A call that an administrator may describe, and how it is described now. */
export interface CallRow {
  readonly place: CallPlace;
  readonly kept: KeptCall | null;
  /** What is kept in its place and cannot be read as a call; as it stands on disk. */
  readonly garbage?: string;
}

/** What came of a call that was tried. */
export interface CallTried {
  /** ms since the epoch. */
  readonly at: number;
  readonly ms: number;
  /** Null: the server answered, and well. */
  readonly problem: Problem | null;
}

/** As typed into the form. */
export interface ConnectionDraft {
  /** Null: a new one. */
  readonly id: string | null;
  readonly connector: string;
  readonly name: string;
  readonly mark: Connection['mark'];
  readonly settings: Readonly<Record<string, string>>;
  /** Only those that were typed; the others stay as they are. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly keeps: boolean;
}

/** One call, as the log page lists it. */
export interface LogLine {
  /** Counts up. */
  readonly id: number;
  /** ms since the epoch. */
  readonly at: number;
  readonly connection: string;
  /** The server's name and mark then, so that the line can be read after the connection was renamed. */
  readonly name: string;
  readonly mark: Connection['mark'];
  readonly call: string;
  readonly method: string;
  readonly status: number | null;
  readonly ms: number;
  /** Bytes. */
  readonly sent: number;
  readonly received: number;
}

export interface VaultState {
  /** There is a passphrase. */
  readonly sealed: boolean;
  readonly locked: boolean;
  /** It is locked and stays so: what is kept cannot be read, and `vault.erase` is the only way on. */
  readonly broken: boolean;
  /** Minutes without a key or mouse after which it locks; null: never by itself. */
  readonly idleMinutes: number | null;
  /** Locks with the screen. */
  readonly onScreenLock: boolean;
  /** What was kept of servers' answers goes when it locks. */
  readonly forgets: boolean;
}

type None = Record<never, never>;
type OfId = { readonly id: string };
type OfCall = { readonly id: string; readonly call: string };

export interface ConnectionAsks {
  'connection.kinds': Ask<None, readonly ConnectionKind[]>;
  'connection.list': Ask<None, readonly ConnectionRow[]>;
  /** Answers its id. Fails with `invalid` (detail: the field), `locked`, or `forbidden` without the host's permission. */
  'connection.save': Ask<{ readonly draft: ConnectionDraft }, OfId>;
  /** Asks the server who is signed in and what they may do. What goes wrong stands in the answer. */
  'connection.test': Ask<OfId, ConnectionTest>;
  'connection.pause': Ask<{ readonly id: string; readonly paused: boolean }, null>;
  /** With its secrets, what is kept of its answers, its unsent changes and half-typed texts, its lines in the log. */
  'connection.remove': Ask<OfId, null>;
  /** All ids, as they are to stand. */
  'connection.order': Ask<{ readonly ids: readonly string[] }, null>;
  /** The calls of it that an administrator may describe. Fails with `missing`. */
  'connection.calls': Ask<OfId, readonly CallRow[]>;
  /**
   * `value` null: none. All else of the connection stays as it is. Fails with `invalid` (detail: 'path', 'body' or
   * 'codes') for one that is switched on and cannot be made, with `locked`, and with `missing`.
   */
  'connection.call.save': Ask<OfCall & { readonly value: KeptCall | null }, null>;
  /** Makes one that reads, as it is typed and upon the login's own record. What goes wrong stands in the answer. */
  'connection.call.probe': Ask<OfCall & { readonly value: KeptCall }, CallTried>;
  /** What is kept of its answers goes. */
  'connection.forget': Ask<OfId, null>;
  /** The newest first; `before`: id of a line, older ones than that. `servers`: all whose calls there are. */
  'log.list': Ask<
    { readonly connection: string | null; readonly before: number | null; readonly limit: number },
    {
      readonly lines: readonly LogLine[];
      readonly total: number;
      readonly servers: readonly Pick<LogLine, 'connection' | 'name' | 'mark'>[];
    }
  >;
  'log.clear': Ask<None, null>;
  'vault.state': Ask<None, VaultState>;
  /** Sets, changes (`before`: the old one) or takes away (null) the passphrase. Fails with `forbidden` for a wrong one. */
  'vault.seal': Ask<{ readonly passphrase: string | null; readonly before?: string }, VaultState>;
  /** Fails with `forbidden` for a wrong passphrase. */
  'vault.unlock': Ask<{ readonly passphrase: string }, VaultState>;
  'vault.lock': Ask<None, VaultState>;
  /** Every secret goes, and the passphrase with them; the connections stay. */
  'vault.erase': Ask<None, VaultState>;
  'vault.set': Ask<Partial<Pick<VaultState, 'idleMinutes' | 'onScreenLock' | 'forgets'>>, VaultState>;
}

/** Where the background tells pages whether it is locked, in session storage: missing until it has looked. */
export const LOCK_KEY = 'locked';
