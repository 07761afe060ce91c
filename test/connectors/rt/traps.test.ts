import { describe, expect, it } from 'vitest';
import { fakeRt, SITE, TOKEN } from './server';
import { ALL_RIGHTS } from './store';
import { type Login, traps, type World } from './traps';

const RIGHTS: Readonly<Record<Login, readonly string[]>> = {
  admin: ALL_RIGHTS,
  agent: ['ModifyCustomField', 'ModifyTicket', 'CreateTicket', 'ShowUserHistory'],
  viewer: [],
  nobody: [],
};

/** Anna of the fake's own people. */
function world(): World {
  const server = fakeRt();
  return {
    id: '53',
    choice: 'Plan',
    day: 'Customer since',
    ticket: '1',
    async ask(as, method, path, json) {
      server.rights = new Set(RIGHTS[as]);
      const response = await server.fetch(`${SITE}/REST/2.0/${path}`, {
        method,
        redirect: 'manual',
        credentials: 'omit',
        headers: as === 'nobody' ? {} : { authorization: `token ${TOKEN}` },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        etag: response.headers.get('etag'),
        json: text === '' ? null : JSON.parse(text),
      };
    },
  };
}

describe('The Request Tracker of the tests is as bad as the real one', () => {
  it.each(traps)('$name', async ({ tried, answer }) => {
    expect(await tried(world())).toEqual(answer);
  });
});
