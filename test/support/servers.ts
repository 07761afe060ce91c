import { vi } from 'vitest';
import { type FakeRt, fakeRt, TOKEN } from '@/test/connectors/rt/server';
import { standInBrowser } from '@/test/support/stand-in';
import { startBackground } from '@/utils/background/start';
import type { ConnectionDraft } from '@/utils/messages/connections';
import type { FromPanel } from '@/utils/messages/protocol';

/** Where the small Request Tracker of the tests stands. */
export const DESK = 'https://desk.example.test';

/** As the form for a Request Tracker gives it. */
export function draft(some: Partial<ConnectionDraft> = {}): ConnectionDraft {
  return {
    id: null,
    connector: 'rt',
    name: 'Desk',
    mark: { shape: 'diamond', letter: 'R' },
    settings: { address: `${DESK}/rt`, others: '', queue: '' },
    secrets: { token: TOKEN },
    keeps: true,
    ...some,
  };
}

type Asked<Name extends keyof FromPanel> = FromPanel[Name]['answer'];

/** The whole background with a browser that allows `hosts`, asked as our own pages ask it. */
export function servedBackground(hosts: readonly string[] = [`${DESK}/*`]) {
  const browser = standInBrowser();
  for (const host of hosts) browser.give(host);
  startBackground();
  const ask = async <Name extends keyof FromPanel & string>(
    name: Name,
    question: FromPanel[Name]['question'],
  ): Promise<Asked<Name>> => {
    const answer = (await browser.ask(name, question)) as { ok: boolean; value: Asked<Name>; problem?: object };
    if (!answer.ok) throw Object.assign(new Error(name), { problem: answer.problem });
    return answer.value;
  };
  const row = async (id: string) => (await ask('connection.list', {})).find((one) => one.id === id);
  return { browser, ask, row };
}

/** A network with one server; gives that, and the address of each call. */
export function network(rt: FakeRt = fakeRt()): { readonly rt: FakeRt; readonly called: string[] } {
  const called: string[] = [];
  vi.stubGlobal('fetch', async (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    called.push(request.url);
    if (!request.url.startsWith(`${DESK}/rt/`)) throw new TypeError('Failed to fetch');
    return rt.fetch(request);
  });
  return { rt, called };
}
