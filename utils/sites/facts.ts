import { parseAddress } from '@/utils/people/address';
import type { OpenMessage, PageMessage, Party } from '@/utils/people/message';
import type { Address } from '@/utils/people/types';
import { viaName } from '@/utils/people/via';

/** A page can name any number of recipients; nobody looks at more, and each costs a message to the background. */
export const MOST_PARTIES = 200;
const MOST_MESSAGES = 500;

export interface Parties {
  readonly list: readonly Party[];
  /** Counted, not listed. */
  readonly more: number;
}

/** One message out of what a page shows of it. What is not said is empty; `own` follows from the account. */
export function pageMessage(parts: Partial<PageMessage>, account: readonly Address[]): PageMessage {
  const from = parts.from ?? [];
  const to = parts.to ?? [];
  const cc = parts.cc ?? [];
  const shown = { from: few(from), to: few(to), cc: few(cc) };
  const cut = from.length + to.length + cc.length - shown.from.length - shown.to.length - shown.cc.length;
  return {
    id: null,
    date: null,
    staff: false,
    expanded: true,
    viaList: from.length === 1 && from.some(({ name, address }) => address !== null && viaName(name) !== null),
    own: from.length > 0 && from.every(({ address }) => address !== null && account.includes(address)),
    ...parts,
    ...shown,
    sender: few(parts.sender ?? []),
    replyTo: few(parts.replyTo ?? []),
    more: (parts.more ?? 0) + cut,
  };
}

/** An open message or ticket; what is not said is empty. */
export function openMessage(
  parts: Pick<OpenMessage, 'site' | 'strategy' | 'messages'> & Partial<OpenMessage>,
): OpenMessage {
  return {
    kind: 'mail',
    account: [],
    conversation: null,
    title: null,
    focus: null,
    ...parts,
    requestors: few(parts.requestors ?? []),
    messages: parts.messages.slice(-MOST_MESSAGES),
  };
}

/** One party an element, up to the limit; the same record or address twice counts once. */
export function partiesOf(elements: Iterable<Element>, read: (element: Element) => Party | null): Parties {
  const list: Party[] = [];
  const seen = new Set<string>();
  let more = 0;
  for (const element of elements) {
    if (list.length >= MOST_PARTIES) {
      more += 1;
      continue;
    }
    const found = read(element);
    const key = found === null ? '' : (found.address ?? found.record ?? `name:${found.name}`);
    if (found === null || seen.has(key)) continue;
    seen.add(key);
    list.push(found);
  }
  return { list, more };
}

/** The addresses in a few texts, each text being one address. */
export function addressesIn(texts: Iterable<string>): readonly Address[] {
  const found = new Set<Address>();
  for (const text of texts) {
    const address = text.includes('@') ? parseAddress(text) : null;
    if (address !== null) found.add(address);
  }
  return [...found];
}

/** Null for an empty text. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function few(parties: readonly Party[]): readonly Party[] {
  return parties.length > MOST_PARTIES ? parties.slice(0, MOST_PARTIES) : parties;
}
