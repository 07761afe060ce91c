// What the fake Zammad answers to a call that is made in the name of somebody else.
import { type Call, paged } from './answers';
import type { Row, Store } from './store';
import { shown } from './users';

/** As that user sees it; null: as anybody does. */
export function asUser(store: Store, call: Call, user: Row): Response | null {
  const [kind, id = ''] = call.path;
  if (call.method !== 'GET') return null;
  if (kind === 'users' && id === 'me') return Response.json(shown(store, user, true));
  const theirs = [user['organization_id'], ...listOf(user['organization_ids'])];
  if (kind === 'organizations' && id === '') {
    // A customer is told no more of it.
    const mine = store.organizations.filter((one) => theirs.includes(one.id));
    return Response.json(mine.map(({ id: own, ...one }) => ({ id: own, name: one['name'], active: true })));
  }
  if (kind === 'tickets' && id === '') {
    const shared = store.organizations.filter((one) => one['shared'] === true && theirs.includes(one.id));
    const seen = store.tickets.filter(
      ({ customer_id: of, organization_id: in_ }) => of === user.id || shared.some((one) => one.id === in_),
    );
    // Here no more at a time.
    return Response.json(paged(seen, call, 100, 100));
  }
  return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
