import { expect, test, vi } from 'vitest';
import { sites } from '@/utils/sites';
import { readPage } from '@/utils/sites/read';
import { readAs } from './page';
import { inShort } from './page-of-ours';

const gmail = sites.find(({ id }) => id === 'gmail');
const url = new URL('https://mail.google.com/mail/u/0/#inbox/FMfcgz');
const view = (address: string, style = '') =>
  `<div role="main" style="${style}"><div role="list"><div role="listitem" class="adn" data-message-id="#msg-f:1">
  <table><tr><td><h3><span class="gD" email="${address}" name="A">A</span></h3></td></tr></table></div></div></div>`;

function page(html: string): { readonly doc: Document; readonly root: (last?: Element) => Element | null } {
  const doc = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  return { doc, root: (last) => gmail?.root(doc, last) ?? null };
}

test('The place of a shown message in Gmail is not looked for a second time', () => {
  const { doc, root } = page(`<div id="mail">${view('anna@example.com')}</div>`);
  const first = root();
  expect(first?.id).toBe('mail');
  const search = vi.spyOn(doc, 'querySelectorAll');
  expect(root(first ?? undefined)).toBe(first);
  if (gmail) expect(inShort(readPage(gmail, doc, url, first ?? undefined))).toBe('anna@example.com');
  expect(search).not.toHaveBeenCalledWith('[role="main"]');
});

test('A view that Gmail opens elsewhere in its page is found when the one before is left', () => {
  const { doc, root } = page(`<div id="mail">${view('anna@example.com')}</div><div id="other"></div>`);
  const first = root() ?? undefined;
  const other = doc.getElementById('other');
  if (other) other.innerHTML = view('bo@example.com');
  doc.querySelector('[role=main]')?.setAttribute('style', 'display: none');
  const next = root(first);
  expect(next).toBe(doc.body);
  expect(inShort(readAs(doc, url.href).reading)).toBe('bo@example.com');
  if (gmail) expect(inShort(readPage(gmail, doc, url, next ?? undefined))).toBe('bo@example.com');
});
