// An agent in a real Request Tracker with the real side panel beside it.
import type { Page } from 'playwright-core';
import { type Harness, launch } from '@/test/e2e/harness';
import { type Before, standBefore } from '@/test/servers/before';
import type { Up } from '@/test/servers/start';
import { type Api, apiOf, type Json, tokenOf } from './api';
import { logIn } from './desk';

export interface Sitting {
  readonly browser: Harness;
  readonly proxy: Before;
  readonly page: Page;
  readonly panel: Page;
  readonly root: Api;
  /** Changes the connection to this token. */
  signIn(token: string): Promise<void>;
  /** Opens a page of RT beside the panel. */
  open(path: string): Promise<void>;
  /**
   * A property of an element of one of RT's own pages, read beside the open one: another tab would take the panel with
   * it. Fails where there is no such element.
   */
  ownPage(path: string, selector: string, property: string): Promise<unknown>;
  /** Calls to RT's interface since the last time this was asked. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/** Signed in to RT's pages as root, and to its interface as a lead; no ticket is open. */
export async function sitAt(up: Up): Promise<Sitting> {
  const proxy = await standBefore(up.url);
  const browser = await launch();
  browser.ctx.setDefaultTimeout(15_000);
  await browser.allow(proxy.url);
  const connection = { id: '' };
  const signIn = async (token: string): Promise<void> => {
    const draft = {
      id: connection.id === '' ? null : connection.id,
      connector: 'rt',
      name: 'Helpdesk',
      mark: { shape: 'circle', letter: 'H' },
      settings: { address: proxy.url, others: 'Other addresses', queue: 'Support' },
      secrets: { token },
      keeps: true,
    };
    connection.id = String(Object(await browser.ask('connection.save', { draft })).id);
  };
  await signIn(tokenOf(up, 'lead'));
  const page = await logIn(browser.ctx, up, 'root');
  await page.goto(`${proxy.url}/`);
  const panel = await browser.openPanel(page);
  const state = { from: 0 };
  return {
    browser,
    proxy,
    page,
    panel,
    root: apiOf(up.url, tokenOf(up, 'root')),
    signIn,
    open: async (path) => {
      await page.goto(`${proxy.url}${path}`);
    },
    ownPage: (path, selector, property) =>
      page.evaluate(
        async ([where, which, what]) => {
          const html = await (await fetch(where)).text();
          const found = new DOMParser().parseFromString(html, 'text/html').querySelector(which);
          if (found === null) throw new Error(`${where} has no ${which}`);
          const value: unknown = Reflect.get(found, what);
          return value;
        },
        [path, selector, property] as const,
      ),
    asked() {
      const calls = proxy.calls.slice(state.from).filter(({ path }) => path.startsWith('/REST/2.0/'));
      state.from = proxy.calls.length;
      return calls.map(({ method, path }) => `${method} ${path.replace('/REST/2.0/', '')}`);
    },
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}

/** Somebody with tickets; the number of the person and of the first ticket. */
export async function addPerson(
  root: Api,
  user: Json & { readonly EmailAddress: string },
  subjects: readonly string[],
): Promise<{ readonly id: string; readonly ticket: string }> {
  await root('POST', 'user', user);
  const { id } = await root('GET', `user/${user.EmailAddress}`);
  const opened: string[] = [];
  for (const Subject of subjects) opened.push(await addTicket(root, Subject, [user.EmailAddress]));
  return { id: String(id), ticket: opened[0] ?? '' };
}

export async function addTicket(root: Api, Subject: string, Requestor: readonly string[]): Promise<string> {
  const json = { Queue: 'Support', Subject, Requestor, Content: 'So it is.', ContentType: 'text/plain' };
  return String((await root('POST', 'ticket', json))['id']);
}
