// The small Request Tracker of the unit tests, behind an address of this machine.
import { type FakeRt, fakeRt, TOKEN } from '@/test/connectors/rt/server';
import { RT_GROUND } from '@/test/support/grounds';
import { type Served, serve } from '@/test/support/served';
import type { Harness } from './harness';

export { LOOPBACK, type Mood } from '@/test/support/served';

export type ServedRt = Served<FakeRt>;

export const serveRt = (rt: FakeRt = fakeRt()): Promise<ServedRt> => serve(rt, RT_GROUND);

interface Added {
  readonly name: string;
  readonly letter?: string;
  readonly shape?: string;
  readonly token?: string;
  readonly keeps?: boolean;
}

/** Adds it as the form does; the permission has to be there. Answers the connection's id. */
export async function addRt(
  browser: Pick<Harness, 'ask'>,
  { address }: Pick<ServedRt, 'address'>,
  added: Added,
): Promise<string> {
  const { name, letter = name.slice(0, 1), shape = 'diamond', token = TOKEN, keeps = true } = added;
  const draft = {
    id: null,
    connector: 'rt',
    name,
    mark: { shape, letter },
    settings: { address, others: 'Other addresses', queue: 'Support' },
    secrets: { token },
    keeps,
  };
  const { id }: { readonly id?: unknown } = Object(await browser.ask('connection.save', { draft }));
  return String(id);
}
