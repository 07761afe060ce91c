import { describe, expect, it } from 'vitest';
import { fakeZammad, SITE, TOKEN } from './server';
import { ANNA } from './store';

interface Asked {
  readonly method?: string;
  readonly json?: unknown;
  readonly token?: string | null;
  readonly credentials?: RequestCredentials;
}

const told = async (server: ReturnType<typeof fakeZammad>, path: string, asked: Asked = {}) => {
  const { method = asked.json === undefined ? 'GET' : 'POST', json, token = TOKEN, credentials = 'omit' } = asked;
  const response = await server.fetch(`${SITE}/api/v1/${path}`, {
    method,
    credentials,
    headers: token === null ? {} : { authorization: `Token token=${token}` },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
};

const is = (value: unknown) => ({ condition: { 'user.email': { operator: 'is', value } } });
const ids = (answer: unknown): number => (Array.isArray(answer) ? answer.length : -1);

describe('The Zammad of the tests is as bad as the real one', () => {
  it('returns everybody for a condition that is blank or malformed', async () => {
    const server = fakeZammad();
    for (const json of [is(null), is([]), { condition: {} }, { condition: { 'user.email': {} } }]) {
      expect(ids((await told(server, 'users/search', { json })).answer)).toBe(7);
    }
  });

  it('looks at the case of letters in an exact condition', async () => {
    expect(ids((await told(fakeZammad(), 'users/search', { json: is('Anna.Keller@example.com') })).answer)).toBe(0);
  });

  it('fails for an unknown attribute or operator, and says nothing of why', async () => {
    const server = fakeZammad();
    const unknown = { condition: { 'user.nothing': { operator: 'is', value: 'x' } } };
    expect((await told(server, 'users/search', { json: unknown })).status).toBe(500);
    const like = { condition: { 'user.email': { operator: 'like', value: 'x' } } };
    expect(await told(server, 'users/search', { json: like })).toMatchObject({
      status: 500,
      answer: { error: expect.stringContaining('Error ID') },
    });
  });

  it('before 6.5 fails for a search without words, and names the records otherwise', async () => {
    const server = fakeZammad('6.4');
    expect((await told(server, 'users/search', { json: is('a@x.test') })).status).toBe(500);
    expect((await told(server, 'users/search?query=*&full=true')).answer).toHaveProperty('user_ids');
    expect((await told(fakeZammad(), 'users/search?query=*&full=true')).answer).toHaveProperty('record_ids');
    const json = { condition: {}, only_total_count: true };
    expect((await told(server, 'tickets/search', { json })).answer).toMatchObject({ tickets_count: 4 });
  });

  it('takes a new address for the login too where that is the old address, also one that is sent so', async () => {
    const server = fakeZammad();
    const row = server.store.users.find(({ id }) => id === 8);
    const put = (json: object) => told(server, 'users/8', { method: 'PUT', json });
    await put({ email: 'old@example.org', login: 'new@example.org' });
    expect(row).toMatchObject({ email: 'old@example.org', login: 'old@example.org' });
    await put({ email: 'new@example.org', login: ' OLD@example.org' });
    expect(row).toMatchObject({ email: 'new@example.org', login: 'old@example.org' });
  });

  it('gives no more than 200 at a time', async () => {
    const server = fakeZammad();
    const users = server.store.users;
    for (let index = 0; index < 300; index += 1) {
      users.push({ ...users[4], id: 100 + index, updated_at: '2026-01-01T00:00:00.000Z' });
    }
    expect(ids((await told(server, 'users/search?query=*&per_page=1000')).answer)).toBe(200);
    expect(ids((await told(server, 'users/search?query=*')).answer)).toBe(50);
  });

  it('answers 403 to who sends no credentials, 401 to a token that is wrong, and to a cookie that comes along', async () => {
    const server = fakeZammad();
    expect(await told(server, 'users/me', { token: null })).toMatchObject({
      status: 403,
      answer: { error: 'Authentication required' },
    });
    expect((await told(server, 'users/me', { token: 'other' })).status).toBe(401);
    expect((await told(server, 'users/me', { credentials: 'include' })).status).toBe(401);
  });

  it('cuts a long value off without a word, but refuses one of a custom field', async () => {
    const server = fakeZammad();
    const path = `users/${ANNA}`;
    const long = await told(server, path, { method: 'PUT', json: { city: 'x'.repeat(101) } });
    expect(long).toMatchObject({ status: 200, answer: { city: 'x'.repeat(100) } });
    expect((await told(server, path, { method: 'PUT', json: { code: 'x'.repeat(13) } })).status).toBe(422);
  });

  it('replaces the preferences as a whole', async () => {
    const server = fakeZammad();
    await told(server, `users/${ANNA}`, { method: 'PUT', json: { preferences: { locale: 'de' } } });
    expect(server.store.users[ANNA - 1]?.['preferences']).toEqual({ locale: 'de' });
  });

  it('lets the login follow the address that it was', async () => {
    const server = fakeZammad();
    await told(server, `users/${ANNA}`, { method: 'PUT', json: { email: 'Other@example.org' } });
    expect(server.store.users[ANNA - 1]).toMatchObject({ email: 'other@example.org', login: 'other@example.org' });
  });

  it('drops roles that a mere agent sends, without a word', async () => {
    const server = fakeZammad();
    server.rights = new Set(['ticket.agent']);
    const set = await told(server, `users/${ANNA}`, { method: 'PUT', json: { role_ids: [1] } });
    expect(set).toMatchObject({ status: 200, answer: { role_ids: [3] } });
  });

  it.each([
    ['users', { note: 'x' }, 'At least one identifier'],
    ['users', { email: 'olga.ivers@example.org' }, 'is already used for another user'],
    ['users', { email: 'no address' }, 'Invalid email'],
    ['data_privacy_tasks', { deletable_type: 'User', deletable_id: 1 }, 'system user'],
    ['data_privacy_tasks', { deletable_type: 'User', deletable_id: 3 }, 'your current account'],
  ])('refuses what cannot be in its own words: %s %j', async (path, json, text) => {
    expect(await told(fakeZammad(), path, { json })).toMatchObject({
      status: 422,
      answer: { error: expect.stringContaining(text) },
    });
  });

  it('ignores a time of change that is sent along', async () => {
    const server = fakeZammad();
    const json = { city: 'York', updated_at: '2020-01-01T00:00:00.000Z' };
    expect((await told(server, `users/${ANNA}`, { method: 'PUT', json })).status).toBe(200);
    expect(server.store.users[ANNA - 1]?.updated_at).not.toBe(json.updated_at);
  });

  it('deletes nobody who has left a trace', async () => {
    expect((await told(fakeZammad(), `users/${ANNA}`, { method: 'DELETE' })).status).toBe(422);
  });

  it('leaves out of a mass change what is blank', async () => {
    const server = fakeZammad();
    const json = { ticket_ids: [1], attributes: { customer_id: '' } };
    expect((await told(server, 'tickets/mass_update', { json })).status).toBe(200);
    expect(server.store.tickets[0]?.customer_id).toBe(ANNA);
  });

  it('gives a new login a number where somebody has it, and takes a lone name apart', async () => {
    const server = fakeZammad();
    const json = { firstname: 'Jo Public', login: 'old@example.org' };
    expect(await told(server, 'users', { json })).toMatchObject({
      status: 201,
      answer: { firstname: 'Jo', lastname: 'Public', login: 'old@example.org1' },
    });
  });

  it('with an index of words finds no part of a word, and nothing that was written last', async () => {
    const server = fakeZammad();
    server.store.elastic = true;
    const count = async (query: string) =>
      ids((await told(server, `users/search?query=${encodeURIComponent(query)}`)).answer);
    expect(await count('Kell')).toBe(1);
    expect(await count('eller')).toBe(0);
    expect(await count('anna.keller@example.com')).toBe(0);
    expect(await count('email:"anna.keller@example.com"')).toBe(1);
    expect((await told(server, 'users/search?query=Keller)')).status).toBe(500);
    await told(server, `users/${ANNA}`, { method: 'PUT', json: { lastname: 'Wood' } });
    expect(await count('Wood')).toBe(0);
    expect(await count('Keller')).toBe(1);
  });

  it('without one finds a part of one column; before 6.5 by the case of letters', async () => {
    const count = async (server: ReturnType<typeof fakeZammad>, query: string) =>
      ids((await told(server, `users/search?query=${encodeURIComponent(query)}`)).answer);
    expect(await count(fakeZammad(), 'ELLER')).toBe(1);
    expect(await count(fakeZammad(), 'Anna Keller')).toBe(0);
    expect(await count(fakeZammad('6.4'), 'ELLER')).toBe(0);
    expect(await count(fakeZammad('6.4'), 'eller')).toBe(1);
    expect(await count(fakeZammad('6.4'), 'email:"anna.keller@example.com"')).toBe(0);
  });

  it('answers 403 for the one and the other reason in the words of its version', async () => {
    for (const [dialect, token, user] of [
      ['6.5', 'Token authorization failed.', 'User authorization failed.'],
      ['6.4', 'Not authorized (token)!', 'Not authorized (user)!'],
    ] as const) {
      const server = fakeZammad(dialect);
      server.rights = new Set();
      expect((await told(server, 'data_privacy_tasks')).answer).toMatchObject({ error: token });
      server.owner = new Set();
      expect((await told(server, 'data_privacy_tasks')).answer).toMatchObject({ error: user });
    }
  });
});
