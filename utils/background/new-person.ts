import type { NewPerson } from '@/utils/changes/types';
import type { CreateDraft } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

/** Who a filled form describes: what was left empty is absent. Fails with `invalid` for what is no address. */
export function newPersonOf({ name, address, organisation, more }: CreateDraft): NewPerson {
  const primary = addressOf(address);
  const rest = (more?.addresses ?? []).filter((text) => text.trim() !== '').map(addressOf);
  const called = name.trim();
  const company = organisation.trim();
  return {
    name: called === '' ? primary : called,
    addresses: [...new Set([primary, ...rest])],
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
