import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { attr } from '@/utils/sites/elements';
import { addressesIn } from '@/utils/sites/facts';

/**
 * The mailbox's address: in the title, before the last " - " ("Order 7 - anna@example.com - Gmail", 2016 to 2026), or
 * in the brackets that end the account button's label. The words around both are translated.
 */
export function accountOf(doc: Document): readonly Address[] {
  const parts = doc.title.split(' - ');
  // A subject can hold an address too, so the search goes backwards; the first part is always subject or view.
  for (let at = parts.length - 2; at > 0; at -= 1) {
    const part = parts[at] ?? '';
    const address = part.includes(' ') ? null : parseAddress(part);
    if (address !== null) return [address];
  }
  const button = doc.querySelector('a[aria-label*="@"][aria-label$=")"]');
  return addressesIn([/\(([^()\s]+@[^()\s]+)\)$/u.exec(attr(button, 'aria-label').trim())?.[1] ?? '']);
}
