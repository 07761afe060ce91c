import { parseAddress } from '@/utils/people/address';
import type { OpenMessage, PageMessage, Party, Reading } from '@/utils/people/message';
import type { Site } from '@/utils/sites/types';

/** A page like the real ones, as small as can be: `<main><article id expanded>address</article></main>`. */
export const plainSite: Site = {
  id: 'plain',
  hosts: ['plain.test'],
  matches: () => true,
  root: (doc) => doc.querySelector('main'),
  attributes: ['expanded'],
  expects: (doc) => doc.querySelector('main')?.hasAttribute('title') === true,
  strategies: [
    {
      name: 'article-2026',
      read(doc) {
        const main = doc.querySelector('main');
        const articles = [...(main?.querySelectorAll('article') ?? [])];
        if (articles.length > 0) return thread(main?.getAttribute('title') ?? null, articles.map(messageOf));
        return main?.hasAttribute('title') ? null : 'nothing';
      },
    },
  ],
};

function messageOf(article: Element): PageMessage {
  return message(article.textContent ?? '', { id: article.id || null, expanded: article.hasAttribute('expanded') });
}

export function party(text: string): Party {
  return { name: '', address: parseAddress(text), shown: text };
}

export function message(from: string, parts: Partial<PageMessage> = {}): PageMessage {
  const nobody: readonly Party[] = [];
  return {
    id: null,
    from: [party(from)],
    sender: nobody,
    replyTo: nobody,
    to: nobody,
    cc: nobody,
    more: 0,
    date: null,
    own: false,
    staff: false,
    expanded: true,
    viaList: false,
    ...parts,
  };
}

export function thread(
  title: string | null,
  messages: readonly PageMessage[],
  parts: Partial<OpenMessage> = {},
): OpenMessage {
  return {
    site: 'plain',
    strategy: 'article-2026',
    kind: 'mail',
    account: [],
    conversation: null,
    title,
    requestors: [],
    messages,
    focus: null,
    ...parts,
  };
}

/** "anna@example.com", "nothing" or "unknown": what a reading says in one word. */
export function inShort(reading: Reading): string {
  if (reading.state !== 'open') return reading.state;
  const { messages, focus } = reading.message;
  return messages.map(({ from }, at) => `${at === focus ? '*' : ''}${from[0]?.shown}`).join(' ');
}
