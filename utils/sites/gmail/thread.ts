import type { OpenMessage, PageMessage, Party } from '@/utils/people/message';
import type { Address } from '@/utils/people/types';
import { viaName } from '@/utils/people/via';
import { attr, countIn, firstFree, lineOf } from '@/utils/sites/elements';
import { openMessage, orNull, pageMessage } from '@/utils/sites/facts';
import type { Strategy } from '@/utils/sites/types';
import { isMe } from '@/utils/sites/words';
import { accountOf } from './account';
import { headerOf } from './header';
import { idOf, tokenIn } from './ids';
import { addressText, BODY, face, firstSpan, type Mark, senderSpan, type Writer } from './marks';
import { viewOf } from './view';

const MARKS: readonly Mark[] = [senderSpan, firstSpan, face, addressText];

/** A conversation in the main view, the preview pane or its own window, by one way to find the writers. */
function thread(name: string, mark: Mark): Strategy {
  return {
    name,
    read(doc, url, within) {
      const { element, items } = viewOf(doc, within) ?? NOTHING;
      const writers = items.map(mark);
      if (element === null || writers.every((writer) => writer === null)) return null;
      // Messages that lack this mark are read by the others.
      const found = items.map((item, at) => ({ item, writer: writers[at] ?? anyOf(item) }));
      return open({ name, doc, url, view: element, found });
    },
  };
}

const NOTHING = { element: null, items: [] };

function anyOf(item: Element): Writer | null {
  for (const mark of MARKS) {
    const writer = mark(item);
    if (writer !== null) return writer;
  }
  return null;
}

/** The message is there, with its ids, and nothing says who wrote it: understood, and nobody is guessed. */
const withoutWriter: Strategy = {
  name: 'message-ids-2018',
  read(doc, url, within) {
    const { element, items } = viewOf(doc, within) ?? NOTHING;
    const found = items.map((item) => ({ item, writer: null }));
    const message = element === null ? null : open({ name: withoutWriter.name, doc, url, view: element, found });
    return message === null || message.messages.length === 0 ? null : message;
  },
};

export const threadStrategies: readonly Strategy[] = [
  thread('sender-span-2015', senderSpan),
  thread('first-span-2016', firstSpan),
  thread('face-2016', face),
  thread('address-text-2016', addressText),
  withoutWriter,
];

interface Found {
  readonly name: string;
  readonly doc: Document;
  readonly url: URL;
  readonly view: Element;
  readonly found: readonly { readonly item: Element; readonly writer: Writer | null }[];
}

function open({ name, doc, url, view, found }: Found): OpenMessage {
  const account = accountOf(doc);
  const messages = found
    .map(({ item, writer }) => message(item, writer, account))
    // A place kept for a message that is not loaded, or an answer being written.
    .filter(({ from, sender, id }) => from.length + sender.length > 0 || id !== null);
  const [first, ...later] = messages;
  const folded = countIn(lineOf(firstFree(view, '.adx,.adv', BODY)));
  const heading = firstFree(view, 'h2.hP', BODY) ?? firstFree(view, 'h2', `${BODY},[role="listitem"]`);
  const token = tokenIn(url);
  return openMessage({
    site: 'gmail',
    strategy: name,
    account,
    conversation:
      idOf(heading, ['data-legacy-thread-id', 'data-thread-perm-id']) ??
      (token !== null && /^[0-9a-f]{16}$/u.test(token) ? token : null),
    title: orNull(lineOf(heading)),
    messages: first === undefined ? [] : [{ ...first, more: first.more + folded }, ...later],
  });
}

function message(item: Element, writer: Writer | null, account: readonly Address[]): PageMessage {
  const id = messageId(item);
  const expanded = isExpanded(item);
  if (writer === null) return pageMessage({ id, expanded }, account);
  const header = headerOf(item, writer);
  const own = writer.from.some(({ name, address }) =>
    account.length > 0 ? address !== null && account.includes(address) : isMe(name),
  );
  return pageMessage(
    {
      id,
      expanded,
      own,
      from: nameless(writer.from, account),
      sender: [...writer.sender, ...header.sender],
      replyTo: header.replyTo,
      to: nameless(header.to, account),
      cc: nameless(header.cc, account),
      more: header.more,
      date: orNull(header.date),
      viaList: [writer.label, writer.from[0]?.name ?? ''].some((text) => viaName(text) !== null),
    },
    account,
  );
}

// For its own user Gmail writes "me" in the language of the page; that is nobody's name.
function nameless(parties: readonly Party[], account: readonly Address[]): readonly Party[] {
  return parties.map((one) =>
    one.address !== null && (account.includes(one.address) || isMe(one.name)) ? { ...one, name: '' } : one,
  );
}

const IDS = ['data-legacy-message-id', 'data-message-id'];

function messageId(item: Element): string | null {
  const marked = firstFree(item, '[data-legacy-message-id],[data-message-id]', BODY);
  const id = idOf(item, IDS) ?? idOf(marked, IDS);
  if (id !== null) return id;
  // Before 2018 the id was a class of the text's container: m1547986a2fbf2cbf.
  return /(?:^|\s)m([0-9a-f]{16})(?:\s|$)/u.exec(attr(item.querySelector('.a3s'), 'class'))?.[1] ?? null;
}

function isExpanded(item: Element): boolean {
  const said = item.getAttribute('aria-expanded');
  return said === null ? !item.matches('.kv,.ky,.kQ,.kx') : said === 'true';
}
