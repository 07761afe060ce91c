// A mailbox page of our own with Gmail's marks (span[email][name] in an .adn inside the visible main view) and as
// many nodes as a long-used mailbox has. It opens message after message without a page load.
import type { Page } from 'playwright-core';
import type { Harness } from '@/test/e2e/harness';

export const GMAIL = 'https://mail.google.com';
const NODES = 24_000;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Inbox - agent@helpdesk.test - Gmail</title></head><body>
<div id="chrome"></div><div class="aeF"><div class="nH"><div role="main" class="view"></div></div></div>
<script>
  // Rows of the list and the furniture around it: what a reader has to pass by.
  const chrome = document.getElementById('chrome');
  const rows = document.createDocumentFragment();
  while (rows.querySelectorAll('*').length < ${NODES}) {
    for (let n = 0; n < 200; n += 1) {
      const row = document.createElement('div');
      row.className = 'row';
      row.innerHTML = '<span class="bA4"><span class="yP" email="row@list.example.com" name="Row">Row</span></span>' +
        '<div class="xS"><div class="xT"><span class="y6"><span>Title</span></span></div></div><td class="xW"><span title="date">3 Mar</span></td>';
      rows.append(row);
    }
  }
  chrome.append(rows);
  const main = document.querySelector('[role=main]');
  // One conversation at a time, as a click in the list brings it.
  window.openMessage = (id, name, email) => {
    const view = document.createElement('div');
    view.innerHTML = '<h2 class="hP" data-legacy-thread-id="t' + id + '">Message ' + id + '</h2>' +
      '<div role="list"><div role="listitem" aria-expanded="true" class="h7"><div class="adn ads" data-message-id="#msg-f:' + id +
      '" data-legacy-message-id="' + id + '"><div class="gs"><table><tbody><tr><td class="gF gK"><h3 class="iw"><span class="qu"><span class="gD"></span>' +
      '</span></h3></td><td class="gH"><span class="g3" title="20 Nov 2026, 13:19">13:19</span></td></tr>' +
      '<tr><td><div class="iw ajw"><span class="hb">to <span class="g2" email="agent@helpdesk.test" name="me">me</span></span></div></td></tr></tbody></table></div>' +
      '<div class="ii gt"><div class="a3s"></div></div></div></div></div>';
    const sender = view.querySelector('.gD');
    sender.setAttribute('email', email);
    sender.setAttribute('name', name);
    sender.textContent = name;
    view.querySelector('.a3s').innerHTML = '<p>Hello <a href="mailto:body@decoy.example.com">body</a></p>'.repeat(40);
    location.hash = '#inbox/FMfcg' + id;
    main.replaceChildren(view);
    return performance.timeOrigin + performance.now();
  };
</script></body></html>`;

/** Opens the mailbox in a tab; the extension must have access already. */
export async function openMailbox(harness: Harness): Promise<Page> {
  await harness.serve(GMAIL, () => ({ body: page }));
  const tab = await harness.ctx.newPage();
  await tab.goto(`${GMAIL}/mail/u/0/#inbox`);
  return tab;
}

/** Opens a message; gives when it was put into the page, in ms since the epoch. */
export async function openMessage(tab: Page, id: number, name: string, email: string): Promise<number> {
  return tab.evaluate(([n, who, mail]) => (globalThis as unknown as Mailbox).openMessage(n, who, mail), [
    id,
    name,
    email,
  ] as const);
}

interface Mailbox {
  openMessage(id: number, name: string, email: string): number;
}
