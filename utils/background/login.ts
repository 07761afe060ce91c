import { writeLogin } from '@/utils/connections/logins';
import type { Login } from '@/utils/connectors/types';

/** Keeps what a server told of a login, and when. */
export async function keepLogin(connection: string, login: Login): Promise<void> {
  await writeLogin(connection, { ...login, denied: [...login.denied], at: Date.now() });
}
