// Who of a book is on a card already: by address, which is sure, or by name, which is not.

import type { AskBackground } from '@/utils/messages/protocol';
import type { Person } from '@/utils/people/types';
import type { LoadedCard } from './read-files';

export type Standing =
  | { readonly kind: 'new' }
  /** Somebody has one of its addresses: nobody is made, but they can be filled up from it. */
  | { readonly kind: 'there'; readonly person: Person }
  /** Somebody is called the same. */
  | { readonly kind: 'near'; readonly person: Person }
  /** An earlier card of the same files has the address. */
  | { readonly kind: 'twice'; readonly name: string }
  /** Nobody can be made with neither an address nor a name. */
  | { readonly kind: 'no-address' }
  /** The book could not be asked. */
  | { readonly kind: 'unknown' };

const FEW = 5;
const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

async function search(ask: AskBackground, connection: string, text: string): Promise<readonly Person[] | null> {
  const query = { text, role: 'anyone', group: null, label: null, sort: 'best' } as const;
  const answer = await ask('search', { query, limit: FEW, connections: [connection] });
  return answer.ok ? answer.value.items.map(({ person }) => person) : null;
}

/** `before`: the address of each earlier card, and its name. */
export async function standingOf(
  ask: AskBackground,
  connection: string,
  { values }: LoadedCard,
  before: ReadonlyMap<string, string>,
): Promise<Standing> {
  if (values.emails.length === 0 && !values.named) return { kind: 'no-address' };
  const earlier = values.emails.map(({ address }) => before.get(address)).find((name) => name !== undefined);
  if (earlier !== undefined) return { kind: 'twice', name: earlier };
  for (const { address } of values.emails) {
    const found = await search(ask, connection, address);
    if (found === null) return { kind: 'unknown' };
    const person = found.find(({ emails }) => emails.some((email) => email.address === address));
    if (person !== undefined) return { kind: 'there', person };
  }
  if (!values.named) return { kind: 'new' };
  const found = await search(ask, connection, values.name);
  const person = found?.find(({ name }) => fold(name) === fold(values.name));
  return person === undefined ? { kind: 'new' } : { kind: 'near', person };
}
