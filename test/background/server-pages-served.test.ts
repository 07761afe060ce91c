import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeZammad, SITE, TOKEN } from '@/test/connectors/zammad/server';
import { ANNA, addTicket, seeded } from '@/test/connectors/zammad/store';
import { draft, servedBackground } from '@/test/support/servers';

const TAB = 7;
const PATTERN = `${SITE}/*`;
const zammad = draft({
  connector: 'zammad',
  name: 'Support',
  settings: { address: SITE, group: '', live: '' },
  secrets: { token: TOKEN },
});

afterEach(() => vi.restoreAllMocks());

/** The whole background, beside a Zammad with one ticket of Anna's. */
function served() {
  const store = seeded();
  const { id } = addTicket(store, { customer_id: ANNA });
  const server = fakeZammad('6.5', store);
  vi.stubGlobal('fetch', (input: Request | string | URL, init?: RequestInit) => server.fetch(new Request(input, init)));
  const background = servedBackground([PATTERN]);
  const view = () => background.ask('panel.open', { tab: TAB });
  return { ...background, view, ticket: `${SITE}/#ticket/zoom/${id}` };
}

describe('A Zammad that is connected', () => {
  it('is followed in its own pages from then on, in a tab that was open before, until it is paused', async () => {
    const { browser, ask, view, ticket } = served();
    browser.open(TAB, ticket, () => ({ ok: true, value: true }));
    browser.loaded(TAB);
    expect((await view()).subject).toBeNull();
    const { id } = await ask('connection.save', { draft: zammad });
    await expect.poll(async () => (await view()).shown, { timeout: 5000 }).toEqual({ connection: id, id: `${ANNA}` });
    expect((await view()).page).toMatchObject({ state: 'open', ticket: { connection: id, state: 'known' } });
    await ask('connection.pause', { id, paused: true });
    await expect.poll(async () => (await view()).subject).toBeNull();
    await ask('connection.pause', { id, paused: false });
    await expect.poll(async () => (await view()).shown, { timeout: 5000 }).toEqual({ connection: id, id: `${ANNA}` });
  });
});
