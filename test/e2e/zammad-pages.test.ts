// Beside Zammad's own pages, in both of its interfaces, the panel shows whose ticket or record is open: by the address alone.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANNA } from '@/test/connectors/zammad/store';
import { LOOPBACK } from '@/test/support/served';
import { addZammad, serveZammad, VERA } from './fake-zammad';
import { type Harness, launch, shoot } from './harness';
import { shootFailures } from './profile';

let browser: Harness;
let server: Awaited<ReturnType<typeof serveZammad>>;
let page: Page;
let panel: Page;

beforeAll(async () => {
  server = await serveZammad();
  browser = await launch();
  browser.ctx.setDefaultTimeout(10_000);
  await browser.allow(LOOPBACK);
  await addZammad(browser, server, 'Helpdesk');
  page = await browser.ctx.newPage();
  await page.goto(server.address);
  panel = await browser.openPanel(page);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
shootFailures(() => panel);

const shown = (name: string) => panel.getByRole('heading', { level: 1 }).getByText(name, { exact: true }).waitFor();
const ticketOf = (customer: number): number =>
  server.fake.store.tickets.find(({ customer_id: of }) => of === customer)?.id ?? 0;
/** As the interface does it: without a page load. */
const turn = (path: string) => page.evaluate((to) => history.pushState(null, '', to), path);

describe('Beside Zammad itself the panel shows', () => {
  test('who an open ticket is from, and the next one’s without a page load, in the classic interface', async () => {
    await turn(`/#ticket/zoom/${ticketOf(server.vera.id)}`);
    await shown(VERA.name);
    await turn(`/#ticket/zoom/${ticketOf(ANNA)}`);
    await shown('Anna Keller');
    await shoot(panel, 'zammad-page');
  });

  test('the same in the new interface', async () => {
    await turn(`/desktop/tickets/${ticketOf(server.vera.id)}`);
    await shown(VERA.name);
    await page.goto(`${server.address}/desktop/tickets/${ticketOf(ANNA)}`);
    await shown('Anna Keller');
  });

  test('whose record is open', async () => {
    await turn(`/desktop/users/${server.vera.id}`);
    await shown(VERA.name);
    await turn(`/#user/profile/${ANNA}`);
    await shown('Anna Keller');
    expect(server.fake.calls.every((call) => call.startsWith('GET') || call.endsWith('/search'))).toBe(true);
  });
});
