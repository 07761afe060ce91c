import { describe, expect, it } from 'vitest';
import { sites } from '@/utils/sites';
import { openMessage, pageMessage } from '@/utils/sites/facts';
import { readPage } from '@/utils/sites/read';
import { siteFor } from '@/utils/sites/site-for';
import type { Site, Strategy } from '@/utils/sites/types';
import { ownPages, parse, readAs } from './page';

const url = new URL('https://example.com/');

function site(strategies: readonly Strategy[], expects: Site['expects'] = () => false): Site {
  return { id: 'test', hosts: [], matches: () => true, root: () => null, attributes: [], strategies, expects };
}

const broken: Strategy = {
  name: 'broken-2020',
  read: () => {
    throw new TypeError('null is not an object');
  },
};
const unknowing: Strategy = { name: 'unknowing-2021', read: () => null };
const knowing: Strategy = {
  name: 'knowing-2022',
  read: () => openMessage({ site: 'test', strategy: 'knowing-2022', messages: [pageMessage({}, [])] }),
};
const empty: Strategy = { name: 'empty-2023', read: () => 'nothing' };

describe('a page', () => {
  it('is read by the first strategy that knows it', () => {
    const reading = readPage(site([unknowing, knowing, empty]), parse(''), url);
    expect(reading).toMatchObject({ state: 'open', message: { strategy: 'knowing-2022' } });
    expect(readPage(site([empty, knowing]), parse(''), url)).toEqual({ state: 'nothing' });
  });

  it('that breaks a strategy is read by the next one', () => {
    expect(readPage(site([broken, knowing]), parse(''), url).state).toBe('open');
  });

  it('that nobody knows is unreadable only if something should be open', () => {
    expect(readPage(site([broken, unknowing]), parse(''), url)).toEqual({ state: 'nothing' });
    expect(
      readPage(
        site([broken, unknowing], () => true),
        parse(''),
        url,
      ),
    ).toEqual({ state: 'unknown', site: 'test' });
  });

  it('that breaks even the question is taken for empty', () => {
    const asking = site([broken], () => {
      throw new TypeError('null is not an object');
    });
    expect(readPage(asking, parse(''), url)).toEqual({ state: 'nothing' });
  });

  it('of another site is not ours', () => {
    const doc = parse('<title>#1: Our ticket - anna@example.com - Gmail</title><main role="main"><p>Text</p></main>');
    for (const address of [
      'https://example.com/Ticket/Display.html?id=1',
      'https://example.com/?_task=mail',
      'about:blank',
    ]) {
      expect(siteFor(sites, doc, new URL(address))).toBeNull();
    }
  });

  it('belongs to one site only', () => {
    for (const { html, url: address, site: id, path } of ownPages()) {
      const doc = parse(html);
      const matching = sites.filter((one) => one.matches(doc, new URL(address))).map((one) => one.id);
      expect(matching, path).toEqual([id]);
    }
  });

  it('without body, head or anything is nobody’s, and breaks nothing', () => {
    const doc = document.implementation.createHTMLDocument('');
    doc.documentElement.replaceChildren();
    for (const one of sites) expect(readPage(one, doc, url), one.id).toEqual({ state: 'nothing' });
    expect(siteFor(sites, doc, url)).toBeNull();
  });
});

describe('a view that is hidden', () => {
  const sheet = document.createElement('style');
  sheet.textContent = '.left { display: none }';
  const view = (address: string, kind: string): string =>
    `<div role="main" ${kind}><div role="list"><div role="listitem"><span class="gD" email="${address}"></span></div></div></div>`;
  const from = (): readonly string[] => {
    const { reading } = readAs(document, 'https://mail.google.com/mail/u/0/#inbox');
    return reading.state === 'open' ? reading.message.messages.flatMap(({ from: [one] }) => one?.address ?? []) : [];
  };

  it.each(['class="left"', 'style="color: red; display:none"', 'hidden'])('by %s is not read', (kind) => {
    document.head.append(sheet);
    document.body.innerHTML = view('shown@example.com', '') + view('left@example.com', kind);
    expect(from()).toEqual(['shown@example.com']);
    document.body.innerHTML = view('left@example.com', kind);
    expect(from()).toEqual([]);
    document.body.replaceChildren();
    sheet.remove();
  });
});

describe('a megabyte of recipients', () => {
  const crowd = Array.from({ length: 12_000 }, (_, at) => `p${at}@crowd.example.net`);
  const pages: readonly { readonly id: string; readonly at: string; readonly html: string }[] = [
    {
      id: 'gmail',
      at: 'https://mail.google.com/mail/u/0/#inbox/1547986a2fbf2cbf',
      html: `<div role="main"><div role="list"><div role="listitem" aria-expanded="true"><table><tr><td><h3>
        <span class="gD" email="anna@example.com" name="Anna">Anna</span></h3></td></tr><tr><td><span class="hb">
        ${crowd.map((one) => `<span class="g2" email="${one}" name="${one}"></span>`).join(', ')}</span></td></tr></table></div></div></div>`,
    },
    {
      id: 'outlook',
      at: 'https://outlook.office.com/mail/inbox/id/AAQ',
      html: `<div id="ReadingPaneContainerId"><div id="MSG_1_FROM" aria-label="From: Anna"><button>Anna&lt;anna@example.com&gt;</button></div>
        <div id="MSG_1_TO" aria-label="To: ">${crowd.map((one) => `<button>${one}</button>`).join('; ')}</div><div role="document">x</div></div>`,
    },
    {
      id: 'roundcube',
      at: 'https://webmail.example.com/?_task=mail&_action=show&_uid=1&_mbox=INBOX',
      html: `<div id="messageframe"><table><tr><td class="header from"><span class="adr">Anna &lt;anna@example.com&gt;</span></td></tr>
        <tr><td class="header to">${crowd.map((one) => `<span class="adr">${one}</span>`).join(', ')}</td></tr></table></div><div id="messagebody">x</div>`,
    },
    {
      id: 'rt',
      at: 'https://rt.example.com/Ticket/Display.html?id=1',
      html: `<title>#1: Crowd</title><div id="ticket-show"></div><div class="ticket-info-people"><div class="requestors"></div></div>
        <div class="transaction message" data-transaction-id="1"><div class="content"><table>
        <tr><td class="message-header-key">From:</td><td class="message-header-value">Anna &lt;anna@example.com&gt;</td></tr>
        <tr><td class="message-header-key">To:</td><td class="message-header-value">${crowd.join(', ')}</td></tr></table></div></div>`,
    },
  ];
  for (const { id, at, html } of pages) {
    it(`in ${id}: the writer is found, two hundred are named, the rest is counted`, () => {
      const { site: found, reading } = readAs(parse(html), at);
      expect(found).toBe(id);
      if (reading.state !== 'open') throw new Error(reading.state);
      const [one] = reading.message.messages;
      expect(one?.from.map(({ address }) => address)).toEqual(['anna@example.com']);
      expect(one?.to).toHaveLength(200);
      expect(one?.more).toBeGreaterThan(0);
      expect(JSON.stringify(reading).length).toBeLessThan(40_000);
    });
  }

  it('whose label names them all too, in Outlook, is gone through once', () => {
    const names = Array.from({ length: 60_000 }, (_, at) => `Person ${at}`);
    const chips = names.slice(0, 200).map((name) => `<button>Opens card for ${name}</button>`);
    const doc =
      parse(`<div id="ReadingPaneContainerId"><div id="MSG_1_FROM" aria-label="From: Anna"><button>Anna</button></div>
      <div id="MSG_1_TO" aria-label="To: ${names.join('; ')}">${chips.join('; ')}</div><div role="document">x</div></div>`);
    const started = performance.now();
    const { reading } = readAs(doc, 'https://outlook.office.com/mail/inbox/id/AAQ');
    expect(performance.now() - started).toBeLessThan(2000);
    expect(reading.state === 'open' && reading.message.messages[0]?.to[7]?.name).toBe('Person 7');
  });
});
