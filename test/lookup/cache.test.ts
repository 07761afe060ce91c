import { describe, expect, it } from 'vitest';
import { found } from '@/test/support/people';
import { openCache } from '@/utils/lookup/cache';

describe('the cache of servers’ answers', () => {
  it('gives back what was put, for this server and address only', async () => {
    const cache = openCache('cache-test-1');
    const matches = [{ ...found(), profile: null }];
    await cache.put('rt', 'anna@example.com', { at: '2026-11-21T12:00:00.000Z', matches });
    expect(await cache.get('rt', 'anna@example.com')).toMatchObject({ at: '2026-11-21T12:00:00.000Z', matches });
    expect(await cache.get('zammad', 'anna@example.com')).toBeNull();
    expect(await cache.get('rt', 'ben@example.com')).toBeNull();
  });

  it('keeps the newest 2,000 answers', async () => {
    const cache = openCache('cache-test-2');
    for (let n = 0; n < 2003; n += 1) {
      await cache.put('rt', `p${n}@example.com`, { at: new Date(1_700_000_000_000 + n).toISOString(), matches: [] });
    }
    expect(await cache.get('rt', 'p2@example.com')).toBeNull();
    expect(await cache.get('rt', 'p3@example.com')).not.toBeNull();
  });

  it('changes or drops a person in all answers of one server', async () => {
    const cache = openCache('cache-test-3');
    const [anna, ben] = [found({ ref: { connection: 'rt', id: '1' } }), found({ ref: { connection: 'rt', id: '2' } })];
    const kept = (...people: readonly (typeof anna)[]) => ({
      at: '2026-11-21T12:00:00.000Z',
      matches: people.map((one) => ({ ...one, profile: null })),
    });
    await cache.put('rt', 'anna@example.com', kept(anna));
    await cache.put('rt', 'both@example.com', kept(anna, ben));
    await cache.put('zammad', 'anna@example.com', kept(anna));
    await cache.change('rt', (match) =>
      match.person.ref.id === '1' ? { ...match, person: { ...match.person, summary: 'new' } } : null,
    );
    const summaries = async (server: string, mail: string) =>
      (await cache.get(server, mail))?.matches.map(({ person }) => person.summary);
    expect(await summaries('rt', 'anna@example.com')).toEqual(['new']);
    expect(await summaries('rt', 'both@example.com')).toEqual(['new']);
    expect(await summaries('zammad', 'anna@example.com')).toEqual(['']);
  });
});
