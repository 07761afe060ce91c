import { describe, expect, it } from 'vitest';
import { found } from '@/test/support/people';
import { openCache } from '@/utils/lookup/cache';

describe('the cache of servers’ answers', () => {
  it('gives back what was put, for this server and address only', async () => {
    const cache = openCache({ name: 'cache-test-1' });
    const matches = [{ ...found(), profile: null }];
    await cache.put('rt', 'anna@example.com', { at: '2026-11-21T12:00:00.000Z', matches });
    expect(await cache.get('rt', 'anna@example.com')).toMatchObject({ at: '2026-11-21T12:00:00.000Z', matches });
    expect(await cache.get('zammad', 'anna@example.com')).toBeNull();
    expect(await cache.get('rt', 'ben@example.com')).toBeNull();
  });

  it('keeps no answer that was on its way when its server’s were cleared', async () => {
    const cache = openCache({ name: 'cache-test-1b' });
    const answer = { at: '2026-11-21T12:00:00.000Z', matches: [] };
    const putting = [cache.put('rt', 'anna@example.com', answer), cache.put('other', 'anna@example.com', answer)];
    await cache.clear('rt');
    await Promise.all(putting);
    expect(await cache.count('rt')).toBe(0);
    expect(await cache.count('other')).toBe(1);
    const late = cache.put('other', 'ben@example.com', answer);
    await cache.clearAll();
    await late;
    expect(await cache.count('other')).toBe(0);
  });

  it('keeps the newest 2,000 answers', async () => {
    const cache = openCache({ name: 'cache-test-2' });
    for (let n = 0; n < 2003; n += 1) {
      await cache.put('rt', `p${n}@example.com`, { at: new Date(1_700_000_000_000 + n).toISOString(), matches: [] });
    }
    expect(await cache.get('rt', 'p2@example.com')).toBeNull();
    expect(await cache.get('rt', 'p3@example.com')).not.toBeNull();
  });

  it('changes or drops a person in all answers of one server', async () => {
    const cache = openCache({ name: 'cache-test-3' });
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

describe('What is kept of servers', () => {
  const at = (n: number): string => new Date(1_700_000_000_000 + n).toISOString();
  const answerOf = (n: number, summary = '') => ({
    at: at(n),
    matches: [{ ...found({ ref: { connection: 'rt', id: `${n}` }, summary }), profile: null }],
  });

  it('is no larger than its limit: the oldest answers go first', async () => {
    const cache = openCache({ name: 'cache-test-4', bytes: 50_000 });
    for (let n = 0; n < 5; n += 1) await cache.put('rt', `p${n}@example.com`, answerOf(n, 'x'.repeat(15_000)));
    const kept = await Promise.all([0, 1, 2, 3, 4].map((n) => cache.get('rt', `p${n}@example.com`)));
    expect(kept.map((one) => one !== null)).toEqual([false, false, true, true, true]);
  });

  it('counts an answer that is put anew once', async () => {
    const cache = openCache({ name: 'cache-test-5', bytes: 50_000 });
    await cache.put('rt', 'old@example.com', answerOf(0));
    for (let n = 1; n < 9; n += 1) await cache.put('rt', 'p@example.com', answerOf(n, 'x'.repeat(15_000)));
    expect(await cache.get('rt', 'old@example.com')).not.toBeNull();
  });

  it('is counted and forgotten by the connection', async () => {
    const cache = openCache({ name: 'cache-test-6' });
    for (const [server, n] of [
      ['rt', 1],
      ['rt', 2],
      ['rt2', 3],
    ] as const) {
      await cache.put(server, `p${n}@example.com`, answerOf(n));
    }
    expect(await cache.count('rt')).toBe(2);
    await cache.clear('rt');
    expect(await Promise.all(['rt', 'rt2'].map(cache.count))).toEqual([0, 1]);
    await cache.clearAll();
    expect(await cache.count('rt2')).toBe(0);
  });

  it('by another version of the product is dropped, not trusted', async () => {
    await openCache({ name: 'cache-test-7', by: '1.0' }).put('rt', 'p@example.com', answerOf(1));
    const newer = openCache({ name: 'cache-test-7', by: '1.1' });
    expect(await newer.search(['rt'], 'p', 5)).toEqual([]);
    expect(await newer.get('rt', 'p@example.com')).toBeNull();
    expect(await newer.count('rt')).toBe(0);
  });

  it('is found by the beginnings of words, of the connections that are asked', async () => {
    const cache = openCache({ name: 'cache-test-8' });
    const put = async (server: string, name: string, mail: string) =>
      cache.put(server, mail, {
        at: at(1),
        matches: [{ ...found({ name, mail, ref: { connection: server, id: mail } }), profile: null }],
      });
    await put('rt', 'Anna Keller', 'anna.keller@example.com');
    await put('rt', 'Ben Adler', 'ben@example.org');
    await put('rt2', 'Anna Sørensen', 'anna@example.net');
    const names = async (text: string, servers = ['rt', 'rt2']) =>
      (await cache.search(servers, text, 5)).map(({ person }) => person.name).sort();
    expect(await names('ann')).toEqual(['Anna Keller', 'Anna Sørensen']);
    expect(await names('ann', ['rt'])).toEqual(['Anna Keller']);
    expect(await names('kel ann')).toEqual(['Anna Keller']);
    expect(await names('anna soren')).toEqual(['Anna Sørensen']);
    expect(await names('ben@exa')).toEqual(['Ben Adler']);
    expect(await names('example.org')).toEqual(['Ben Adler']);
    expect(await names('  ')).toEqual([]);
  });
});
