// A mail program that lays its pages out as Gmail does (webmail-dom.md §2): views beside each other, all but one
// hidden; the address first and the content later; folded messages without ids. Written by us, nothing is copied.
import type { Served } from '@/test/e2e/harness';

export interface Mail {
  readonly name: string;
  readonly email: string;
  readonly expanded?: boolean;
}
export interface Thread {
  readonly id: string;
  readonly subject: string;
  readonly mails: readonly Mail[];
}

export const GMAIL = 'https://mail.google.com';
export const INBOX = `${GMAIL}/mail/u/0/#inbox`;
const ME = 'support@northlight.example.com';

/** Nothing but our own scripts, and none may write markup: stricter than the real one. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** @param preview the thread stands beside the list, and the address stays as it is */
export function gmailPages(threads: readonly Thread[], preview = false): (url: URL) => Served | null {
  return ({ pathname }) => {
    if (pathname === '/app.js') {
      return {
        body: `(${app})(${JSON.stringify({ threads, preview, me: ME })})`,
        headers: { 'content-type': 'text/javascript' },
      };
    }
    if (!pathname.startsWith('/mail/')) return null;
    return {
      body: '<!doctype html><html lang="en"><head><title>Inbox</title><script src="/app.js" defer></script></head><body></body></html>',
      headers: { 'content-security-policy': STRICT },
    };
  };
}

/** Runs in the page, so it can use nothing from around it. */
function app({ threads, preview, me }: { threads: readonly Thread[]; preview: boolean; me: string }): void {
  const make = (name: string, attributes: Record<string, string> = {}, ...inner: (Node | string)[]): HTMLElement => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inner);
    return element;
  };
  const person = (kind: string, { name, email }: Mail): Node =>
    make('span', { class: kind, name, email, 'data-hovercard-id': email }, make('span', {}, name));

  const header = (mail: Mail): Node =>
    make(
      'table',
      { class: 'cf gJ' },
      make(
        'tr',
        {},
        make(
          'td',
          { class: 'gF' },
          make('h3', { class: 'iw' }, person('gD', mail), make('span', { class: 'go' }, `<${mail.email}>`)),
        ),
        make('td', { class: 'gH' }, make('span', { class: 'g3', title: 'Nov 21, 2026, 9:42 AM' }, '9:42 AM')),
      ),
      make('tr', {}, make('td', {}, make('span', { class: 'hb' }, 'to ', person('g2', { name: 'me', email: me })))),
    );

  const folded = (mail: Mail): Node => make('div', { class: 'adf ads' }, header(mail));
  const open = (mail: Mail, id: string): Node =>
    make(
      'div',
      { class: 'adn ads', 'data-message-id': `#msg-f:1${id}`, 'data-legacy-message-id': `18a41665ecb4${id.slice(-4)}` },
      header(mail),
      // What a sender can write into a mail.
      make(
        'div',
        { class: 'ii gt' },
        make('div', { class: 'a3s' }, 'Hello ', person('gD', { name: 'Mallory', email: 'mallory@example.net' })),
      ),
    );

  const item = (mail: Mail, at: number, thread: Thread): HTMLElement => {
    const expanded = mail.expanded !== false;
    const id = `${thread.id}${1000 + at}`.padStart(18, '7');
    const element = make('div', { role: 'listitem', class: expanded ? 'h7' : 'kv', 'aria-expanded': `${expanded}` });
    const draw = (now: boolean) => element.replaceChildren(now ? open(mail, id) : folded(mail));
    element.addEventListener('click', () => {
      const now = element.getAttribute('aria-expanded') !== 'true';
      element.setAttribute('aria-expanded', `${now}`);
      element.className = now ? 'h7' : 'kv';
      draw(now);
    });
    draw(expanded);
    return element;
  };

  const threadView = (thread: Thread): HTMLElement =>
    make(
      'div',
      { class: 'ao9' },
      make(
        'h2',
        { class: 'hP', 'data-legacy-thread-id': `18a41665ecb47${thread.id}`, 'data-thread-perm-id': 'undefined' },
        thread.subject,
      ),
      make('div', { role: 'list' }, ...thread.mails.map((mail, at) => item(mail, at, thread))),
    );

  const list = make(
    'div',
    { gh: 'tl' },
    make(
      'table',
      {},
      ...threads.map((thread) => {
        const [first] = thread.mails;
        const row = make(
          'tr',
          { class: 'zA', role: 'row' },
          make('td', {}, first ? person('yP', first) : '', ` ${thread.subject}`),
        );
        row.addEventListener('click', () => go(thread.id));
        return row;
      }),
    ),
  );
  const listView = make('div', { role: 'main' }, list);
  const pane = make('div', { class: 'aia' });
  if (preview) listView.append(pane);
  const views = make('div', { class: 'nH' }, listView);
  document.body.append(make('div', { class: 'aeF' }, views));

  const token = (id: string): string =>
    `FMfcgzQ${id.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '')}`.padEnd(32, 'x');
  const go = (id: string): void => {
    if (!preview) location.hash = `#inbox/${token(id)}`;
    else show(threads.find((thread) => thread.id === id));
  };
  const show = (thread: Thread | undefined): void => {
    document.title = `${thread?.subject ?? 'Inbox'} - ${me} - Gmail`;
    if (preview) {
      pane.replaceChildren(...(thread ? [threadView(thread)] : []));
      return;
    }
    for (const view of [...views.children]) if (view !== listView) view.remove();
    listView.style.display = thread ? 'none' : '';
    if (thread) views.append(make('div', { role: 'main' }, threadView(thread)));
  };
  // The address is there at once, the content comes from the server.
  const follow = (): void => {
    setTimeout(() => show(threads.find((thread) => location.hash === `#inbox/${token(thread.id)}`)), 30);
  };
  addEventListener('hashchange', follow);
  follow();
}
