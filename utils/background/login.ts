import { readLogins, writeLogin } from '@/utils/connections/logins';
import type { Login } from '@/utils/connectors/types';

export interface Logins {
  /** Keeps what a server told of a login, and when; nothing where it is not `still` the login of that connection. */
  keep(connection: string, login: Login, still?: () => Promise<boolean>): Promise<void>;
  /** The connection was changed or removed. */
  forget(connection: string): Promise<void>;
}

/** One after the other: the logins of all connections are one value, and several servers answer at a time. */
export function keepLogins(): Logins {
  const queue = { last: Promise.resolve() };
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const done = queue.last.then(act);
    queue.last = done.catch(() => undefined);
    return done;
  };
  return {
    keep: (connection, login, still) =>
      inTurn(async () => {
        // In its turn: whoever forgets the login comes before this, or after.
        if (still !== undefined && !(await still())) return;
        // Beside a lookup the version is not asked for: it stays as it was told last.
        const version = login.version ?? (await readLogins())[connection]?.version ?? null;
        await writeLogin(connection, { ...login, version, denied: [...login.denied], at: Date.now() });
      }),
    forget: (connection) => inTurn(() => writeLogin(connection, null)),
  };
}
