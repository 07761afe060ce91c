import { parseAddress } from '@/utils/people/address';
import type { Change } from './types';

/** The text that a change writes, where it writes one that could be another; null: it is no matter of text. */
export function textOf(change: Change): string | null {
  switch (change.type) {
    case 'person.set':
      return typeof change.to === 'string' && change.field !== 'picture' ? change.to : null;
    case 'custom.set':
    case 'note.set':
      return change.to;
    case 'contact.set':
      return change.to?.value ?? null;
    case 'email.set':
      return change.to?.address ?? null;
    default:
      return null;
  }
}

/** The same change with another text; null where it takes none, or not this one. */
export function withText(change: Change, text: string): Change | null {
  if (textOf(change) === null) return null;
  switch (change.type) {
    case 'person.set':
      // A field of text by the line above, which the compiler cannot follow.
      return { ...change, to: text } as Change<'person.set'>;
    case 'custom.set':
    case 'note.set':
      return { ...change, to: text };
    case 'contact.set':
      return change.to && { ...change, to: { ...change.to, value: text } };
    case 'email.set': {
      const address = parseAddress(text);
      return address === null ? null : change.to && { ...change, to: { ...change.to, address } };
    }
    default:
      return null;
  }
}
