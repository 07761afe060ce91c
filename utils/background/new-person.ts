import type { NewPerson } from '@/utils/changes/types';
import type { CreateDraft } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

/**
 * Who a filled form describes: what was left empty is absent. A name is enough without an address. Fails with `invalid`
 * for what is no address, and for nothing at all.
 */
export function newPersonOf({ name, address, organisation, more }: CreateDraft): NewPerson {
  const called = name.trim();
  const typed = [address, ...(more?.addresses ?? [])].filter((text) => text.trim() !== '');
  // Of nobody at all the address is what is missing.
  const addresses = (typed.length === 0 && called === '' ? [address] : typed).map(addressOf);
  const company = organisation.trim();
  return {
    name: called === '' ? (addresses[0] ?? '') : called,
    addresses: [...new Set(addresses)],
    ...(company === '' ? {} : { organisation: { create: company } }),
    ...(more && {
      ...(more.position.trim() === '' || company === '' ? {} : { position: more.position.trim() }),
      ...(more.summary.trim() === '' ? {} : { summary: more.summary }),
      ...(more.timezone === '' ? {} : { timezone: more.timezone }),
      ...(more.language === '' ? {} : { language: more.language }),
      ...(more.labels.length === 0 ? {} : { labels: more.labels }),
      ...(more.groups.length === 0 ? {} : { groups: more.groups }),
      ...(more.fields.length === 0 ? {} : { fields: more.fields }),
      ...(more.picture === undefined ? {} : { picture: more.picture }),
    }),
  };
}

function addressOf(text: string): Address {
  const address = parseAddress(text);
  if (!address) throw new ProblemError({ kind: 'invalid', call: 'person.create', detail: text });
  return address;
}
