import type { Party } from '@/utils/people/message';
import { party, partyFromText } from '@/utils/people/party';
import { attr, lineOf } from '@/utils/sites/elements';
import { partiesOf } from '@/utils/sites/facts';

/** A user as RT writes them; how is a setting of the server and of each user (UsernameFormat). */
export interface User {
  /** With the number of the record: surer than the text. */
  readonly party: Party;
  /** `login (Name)` is how RT writes its own people. */
  readonly login: string | null;
  /** The name within. */
  readonly own: string;
}

/** `Name <address>`, `<address>`, `login (Name)` or, with "concise", a name alone. Null for RT's own Nobody and empty text. */
export function userOf(element: Element): User | null {
  const text = lineOf(element);
  const found = text.includes('<') && namesOnly(element.ownerDocument) ? party(text, '') : partyFromText(text);
  const id = attr(element, 'data-user-id') || attr(element.querySelector('[data-user-id]'), 'data-user-id');
  if (found === null) return null;
  const [, login = null, own = ''] = (found.address === null && /^(\S+) \((.+)\)$/u.exec(text)) || [];
  return { party: id === '' ? found : { ...found, record: id }, login, own };
}

/** Who may own the ticket, that is the staff: the hidden form for changing the owner has them all, in every format. */
export const OWNERS = 'select[name="Owner"] option[value]';

/**
 * Does the page write people without addresses ("concise")? Then what stands in brackets is part of a name that
 * somebody gave themselves. Known by the staff, who are `login (Name)` or `Name <address>` in the other formats.
 */
function namesOnly(doc: Document): boolean {
  const owners = doc.querySelectorAll(OWNERS);
  // One is RT's own Nobody, who looks the same in all formats.
  return owners.length > 1 && Array.from(owners).every((owner) => !/[(<]/u.test(owner.textContent ?? ''));
}

/** One party a user; of RT's own people the name without the login. */
export function requestorsOf(elements: Iterable<Element>): readonly Party[] {
  return partiesOf(elements, (element) => {
    const user = userOf(element);
    if (user === null || user.login === null) return user?.party ?? null;
    const named = party(user.own, '');
    return named && { ...user.party, ...named };
  }).list;
}
