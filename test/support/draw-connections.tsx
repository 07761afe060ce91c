import { fireEvent, render, screen } from '@testing-library/preact';
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
    'vault.state': () => ({
      sealed: false,
      locked: false,
      idleMinutes: null,
      onScreenLock: false,
      forgets: false,
      broken: false,
    }),
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

export const SECRET = '1-22-abcdef';
export const ADDRESS = 'Address';
export const TOKEN = 'Authentication token';

export const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
export const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const save = () => press('Save and allow access');

/** Opens the form of a new server. */
export async function startAdding() {
  fireEvent.click(await screen.findByRole('button', { name: 'Add server' }));
  await screen.findByRole('form', { name: 'Add a server' });
}

/** Opens the form of the server that `connectionRow` gives. */
export async function startEditing() {
  fireEvent.click(await screen.findByRole('button', { name: 'More for RT Support' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
  await screen.findByRole('form', { name: 'Edit RT Support' });
}

export function fill(where = 'https://tickets.example.org:8443/rt/') {
  type(ADDRESS, where);
  type(TOKEN, SECRET);
}
