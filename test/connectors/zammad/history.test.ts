import { describe, expect, it } from 'vitest';
import { zammad } from '@/utils/connectors/zammad';
import { open } from './desk';
import { fakeZammad } from './server';
import { ANNA, type Entry, ME } from './store';

const ID = String(ANNA);
const entry = (id: number, some: Partial<Entry> & { readonly sourceable_name?: string }): Entry => ({
  id,
  o_id: ANNA,
  object: 'User',
  type: 'updated',
  attribute: 'email',
  value_from: 'a@x.test',
  value_to: 'b@x.test',
  created_at: '2026-01-06T08:00:00.000Z',
  created_by_id: ME,
  ...some,
});

async function told(which: 'changes' | 'activity' | 'all', ...entries: readonly Entry[]) {
  const server = fakeZammad();
  server.store.log.push(...entries);
  const { reads } = await open(server);
  return reads.history?.(ID, { which, text: '' }, { limit: 20 });
}

describe('The log of a user in Zammad', () => {
  it('tells of references by their names, of what was added and removed, and whether somebody may sign in', async () => {
    const part = await told(
      'changes',
      entry(1, { attribute: 'organization', value_from: 'Acme', value_to: 'Quay', created_at: '2026-01-06T08:00:04Z' }),
      entry(2, { attribute: 'active', value_from: 'true', value_to: 'false', created_at: '2026-01-06T08:00:03Z' }),
      entry(3, { type: 'added', attribute: 'organizations', value_from: '', value_to: 'Kestrel' }),
    );
    expect(part?.items).toMatchObject([
      { field: 'organisation', from: 'Acme', to: 'Quay', by: 'Lena Lead' },
      { field: 'status', from: 'active', to: 'disabled' },
      { field: 'organisation', from: null, to: 'Kestrel' },
    ]);
  });

  it('names what did it by itself', async () => {
    const part = await told('changes', entry(1, { sourceable_name: 'Nightly sync' }));
    expect(part?.items).toMatchObject([{ by: 'Nightly sync' }]);
  });

  it('is no list of failed sign-ins, though Zammad writes each of them down', async () => {
    const part = await told('changes', entry(1, { attribute: 'login_failed', value_from: '0', value_to: '1' }));
    expect(part).toEqual({ items: [], total: 0 });
  });

  it('as activity knows of tickets and the last sign-in only, and that is said', async () => {
    const part = await told('activity', entry(1, {}));
    expect(part?.items.map((item) => (item.kind === 'activity' ? item.what : item.kind)).toSorted()).toEqual([
      'signed-in',
      'wrote',
      'wrote',
      'wrote',
    ]);
    expect(zammad.says?.activity).toBe('zammad_says_activity');
  });
});
