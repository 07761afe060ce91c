// A real Request Tracker with the tickets of rt/table.mjs, read by the built extension in a real browser.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { nameOnly } from './names';
import { logIn } from './rt/desk';
import { agents, tickets } from './rt/table.mjs';
import type { RtAgent, RtTicket } from './rt/types';
import { NONE, startServer } from './start';

const server = await startServer('rt');
const SOON = { timeout: 10_000, interval: 50 };
const numbered = tickets.map((ticket, at) => [`ticket ${at + 1}, ${ticket.about}`, at + 1, ticket] as const);

/** Some agents see names alone: then the panel has no address, and makes none up. */
function asShown(written: string, { names }: RtAgent): string {
  return names === 'concise' ? nameOnly(written) : written;
}

function expected({ expected: { chosen, others = [] } }: RtTicket, agent: RtAgent): object {
  if (chosen === null) return { chosen: null };
  return {
    state: 'open',
    chosen: asShown(chosen, agent),
    addressed: agent.names === 'role' || /^<\S+@\S+>$/.test(chosen),
    others: expect.arrayContaining(others.map((other) => expect.stringContaining(asShown(other, agent)))),
  };
}

describe.skipIf(server === null)('in a real Request Tracker', () => {
  const up = server ?? NONE;
  let opened: Opened;
  let page: Page;
  const open = async (path: string): Promise<void> => {
    await page.goto(`${up.url}${path}`);
  };
  const seen = async () => opened.views.of(await opened.views.tabOf(page));

  beforeAll(async () => {
    opened = await openBrowser(up.url);
  });
  afterAll(async () => {
    await opened?.harness.close();
    server?.stop();
  });

  describe.each(agents.map((agent) => [agent.login, agent.names, agent] as const))(
    'as %s, to whom people are written in the form "%s"',
    (_login, _names, agent) => {
      beforeAll(async () => {
        await page?.close();
        page = await logIn(opened.harness.ctx, up, agent.login);
        console.log(`Request Tracker: ${tickets.length} tickets as ${agent.login}`);
      });

      it.each(numbered)('%s: the panel is about the right person', async (_, number, ticket) => {
        await open(`/Ticket/Display.html?id=${number}`);
        // The history comes later, by a script of the page: the answer must still be right then.
        await page.waitForSelector('.transaction.message');
        await expect.poll(seen, SOON).toMatchObject(expected(ticket, agent));
      });
    },
  );

  describe('on pages that are not a ticket', () => {
    const [agent] = agents;
    const [first, , third] = tickets;
    if (agent === undefined || first === undefined || third === undefined) throw new Error('the table is empty');

    beforeAll(async () => {
      await page.close();
      page = await logIn(opened.harness.ctx, up, agent.login);
      console.log('Request Tracker: lists, forms and other pages');
    });
    // From a ticket with a known person: whoever is shown next has been read anew.
    const comeFromTicket = async (): Promise<void> => {
      await open('/Ticket/Display.html?id=1');
      await expect.poll(seen, SOON).toMatchObject(expected(first, agent));
    };

    it.each([
      '/',
      '/Search/Results.html?Query=id%20%3E%200',
      '/Search/Build.html?NewQuery=1',
      '/User/Summary.html?id=36',
      '/Ticket/Create.html?Queue=1',
      '/Ticket/Display.html?id=999',
      '/Prefs/Other.html',
    ])('%s shows nobody', async (path) => {
      await comeFromTicket();
      await open(path);
      await expect.poll(seen, SOON).toMatchObject({ state: 'none', chosen: null });
    });

    it.each([
      '/Ticket/History.html?id=3',
      '/Ticket/Update.html?id=3&Action=Respond',
      '/Ticket/Modify.html?id=3',
      '/Ticket/ModifyPeople.html?id=3',
      '/Ticket/ModifyAll.html?id=3',
      '/m/ticket/show?id=3',
    ])('%s shows the requestor or nobody', async (path) => {
      await comeFromTicket();
      await open(path);
      await expect.poll(async () => (await seen())?.chosen, SOON).not.toBe(first.expected.chosen);
      await page.waitForLoadState('networkidle');
      expect([null, third.expected.chosen]).toContain((await seen())?.chosen);
    });
  });

  it('nobody else was shown at any moment', async () => {
    const right = new Set([
      null,
      ...agents.flatMap((agent) =>
        tickets.map(({ expected: { chosen } }) => (chosen === null ? null : asShown(chosen, agent))),
      ),
    ]);
    const wrong = (await opened.views.ever()).filter(({ chosen }) => !right.has(chosen));
    expect(wrong).toEqual([]);
  });
  it('our scripts raised no error in a page', () => {
    expect(opened.faults).toEqual([]);
  });
  it('nothing was asked of any other server', () => {
    expect(opened.strays).toEqual([]);
  });
});
