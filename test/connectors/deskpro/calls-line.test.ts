import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import type { OwnCall } from '@/utils/connectors/types';
import { open } from './desk';
import { fakeDeskpro } from './server';
import { ANNA } from './store';
import { BANS, CALLS, settingsOf } from './writing';

const id = String(ANNA);
const anna = address('anna.keller@example.com');
const legacy = () => fakeDeskpro('legacy');
const all = settingsOf({ ...CALLS, ...BANS });
const ban: OwnCall = { method: 'get', path: '/api/bans?email={email}', body: '', codes: [200] };

describe('A call that an administrator set up, on a bad line', () => {
  const breaking = (pattern: RegExp) => {
    const server = legacy();
    const made: string[] = [];
    const fetch: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!pattern.test(request.url)) return server.fetch(request);
      made.push(request.method);
      throw new TypeError('Failed to fetch');
    };
    return { server: { ...server, fetch }, made };
  };

  it('is made once where it does something, also by GET', async () => {
    const { server, made } = breaking(/bans/u);
    const own = settingsOf({ ...BANS, ban });
    const change = { type: 'address.ban', person: id, address: anna, from: false, to: true } as const;
    await expect(write(await open(server, own), change)).rejects.toMatchObject({ problem: { kind: 'offline' } });
    expect(made).toEqual(['GET']);
  });

  it('is made again where it only lists', async () => {
    const { server, made } = breaking(/billing/u);
    const { reads } = await open(server, all);
    await expect(reads.billing?.(id, { limit: 5, now: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({
      problem: { kind: 'offline' },
    });
    expect(made).toEqual(['GET', 'GET']);
  });
});

describe('An answer of the old API', () => {
  it.each([null, '', 0, false])('with an error that is none (%j) is no error', async (none) => {
    const server = legacy();
    const session = await open(server, all);
    const asked = write(session, { type: 'login.reset', person: id, address: anna });
    server.instead.push(
      Response.json({ data: { id: ANNA, emails: [anna] } }),
      Response.json({ error_code: none, error_message: '', success: true }),
    );
    await expect(asked).resolves.toMatchObject({ id });
  });

  it('that refuses with a body that is no sentence tells no password in it', async () => {
    const server = legacy();
    const session = await open(server, all);
    const asked = write(session, { type: 'login.password', person: id, secret: 'Correct"Horse\\7' });
    server.instead.push(
      Response.json({ data: { id: ANNA } }),
      Response.json({ sent: { password: 'Correct"Horse\\7' } }, { status: 400 }),
    );
    const error = await asked.catch((failed: unknown) => failed);
    expect(JSON.stringify(error)).toContain('invalid');
    expect(JSON.stringify(error)).not.toMatch(/Horse/u);
  });
});
