// Ways in which a page differs from the one that was saved: other class names, views left in the document, a text
// that shows the site's own header, parts that are missing.

/** All class names replaced, the same one by the same. */
export function withClassesRenamed(html: string): string {
  const names = new Map<string, string>();
  return html.replace(/(\sclass=")([^"]*)"/gu, (_, start: string, list: string) => {
    const renamed = list.split(/\s+/u).map((name) => {
      if (name === '') return '';
      if (!names.has(name)) names.set(name, `k${((names.size + 7) * 7919).toString(36)}`);
      return names.get(name);
    });
    return `${start}${renamed.join(' ')}"`;
  });
}

/** Everybody in it is somebody else. */
export function ofStrangers(html: string): string {
  // Of large pages the drawings, forms and menus, which name nobody, would only take time.
  const short = html.length < 40_000 ? html : html.replace(/<(svg|form|select|ul|script)\b.*?<\/\1>/gsu, '');
  return short
    .replace(/@[\w.-]+\.[a-z]+/giu, '@stranger.invalid')
    .replace(/(\s(?:name|title|data-name)=")[^"@<]*"/gu, '$1Stranger"');
}

/** A view of strangers that Gmail has left and hidden, before and after the one that is shown. */
export function withHiddenView(doc: Document): Document {
  const views = Array.from(doc.querySelectorAll('[role="main"]'));
  for (const view of views) {
    for (const place of ['beforebegin', 'afterend'] as const) {
      const copy = doc.createElement('div');
      copy.setAttribute('role', 'main');
      copy.setAttribute('style', 'display: none;');
      copy.append(...parsed(ofStrangers(view.innerHTML), doc));
      view.insertAdjacentElement(place, copy);
    }
  }
  return doc;
}

const TEXTS = '.a3s,[id^="UniqueMessageBody"],#messagebody,.messagebody,[data-sample-body]';

/** The page's own markup, with strangers in it, stands in every text: before and after what is there. */
export function withHeaderInText(doc: Document): Document {
  const markup = ofStrangers(doc.body.innerHTML);
  const texts = Array.from(doc.querySelectorAll(TEXTS)).filter((text) => text.parentElement?.closest(TEXTS) === null);
  for (const text of texts.slice(0, 2)) {
    text.prepend(...parsed(markup, doc));
    if (markup.length < 20_000) text.append(...parsed(markup, doc));
  }
  return doc;
}

function parsed(html: string, doc: Document): readonly Node[] {
  const made = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  return Array.from(made.body.childNodes, (node) => doc.importNode(node, true));
}

/** A row of numbers between 0 and 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** What was taken out of a page, and the way to put it back. */
export interface Damage {
  readonly what: readonly string[];
  undo(): void;
}

/** Takes some elements and attributes out, at random. */
export function damaged(doc: Document, next: () => number): Damage {
  const done: { readonly text: string; readonly undo: () => void }[] = [];
  const all = Array.from(doc.body.querySelectorAll('*'));
  const times = 1 + Math.floor(next() * 4);
  for (let time = 0; time < times; time += 1) {
    const element = all[Math.floor(next() * all.length)];
    if (element === undefined) break;
    // Without these a view that was left is shown.
    const names = element.getAttributeNames().filter((one) => one !== 'style' && one !== 'hidden');
    const name = names[Math.floor(next() * names.length)];
    const { parentNode, nextSibling } = element;
    if (name !== undefined && next() < 0.6) {
      const value = element.getAttribute(name) ?? '';
      element.removeAttribute(name);
      done.push({
        text: `${element.localName} without ${name}="${value}"`,
        undo: () => element.setAttribute(name, value),
      });
    } else if (parentNode !== null && element.querySelectorAll('*').length < all.length / 3) {
      const text = `no ${element.outerHTML.slice(0, 80)}`;
      element.remove();
      done.push({ text, undo: () => parentNode.insertBefore(element, nextSibling) });
    }
  }
  return {
    what: done.map(({ text }) => text),
    undo: () => {
      for (const { undo } of [...done].reverse()) undo();
    },
  };
}
