import { render } from '@testing-library/preact';
import { Options } from '@/components/options/Options';
import { type Answers, answering, pageActs } from '@/test/support/asking';
import { connectionTest, ownRow, rtKind } from '@/test/support/connections';
import type { ConnectionRow, PageActs } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

/** The settings page at its connections, above a background that keeps `rows`. */
export function drawConnections(
  given: readonly ConnectionRow[] = [ownRow],
  { answers = {}, page: some = {} }: { readonly answers?: Answers; readonly page?: Partial<PageActs> } = {},
) {
  location.hash = '#connections';
  const kept = { rows: [...given] };
  const change = (id: string, how: Partial<ConnectionRow>): null => {
    kept.rows = kept.rows.map((row) => (row.id === id ? { ...row, ...how } : row));
    return null;
  };
  const background = answering({
    'connection.list': () => kept.rows,
    'connection.kinds': () => [rtKind],
    'connection.test': () => connectionTest(),
    'connection.save': ({ draft }) => ({ id: draft.id ?? 'new' }),
    'connection.pause': ({ id, paused }) =>
      change(id, paused ? { state: 'paused', pausedAt: new Date().toISOString() } : { state: 'ready', pausedAt: null }),
    'connection.remove': ({ id }) => {
      kept.rows = kept.rows.filter((row) => row.id !== id);
      return null;
    },
    'connection.order': ({ ids }) => {
      kept.rows = kept.rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
      return null;
    },
    'connection.forget': ({ id }) => change(id, { people: 0 }),
    'vault.state': () => ({ sealed: false, locked: false, idleMinutes: null, onScreenLock: false, forgets: false }),
    'site.list': () => [],
    ...answers,
  });
  const page = pageActs(some);
  render(<Options ask={background.ask} page={page} importState={null} />);
  return { ...background, page, kept };
}

/** An answer "no" for this reason. */
export const refusing = (problem: ProblemError['problem']) => (): never => {
  throw new ProblemError(problem);
};
