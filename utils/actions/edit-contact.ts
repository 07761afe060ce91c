import { contactsOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import type { FieldValue } from '@/utils/people/types';
import { type Action, outdated, senseless } from './types';

/** Adds, changes or removes a phone number, a website, a postal address and the like. */
export const editContact: Action<'edit-contact'> = {
  id: 'edit-contact',
  needs: ['contact.set'],
  waits: true,
  plan({ person, input }) {
    const from = input.from && tidy(input.from);
    const to = input.to && tidy(input.to);
    if (from === null && to === null) throw senseless('neither added nor removed');
    if (to !== null && isEmpty(to)) throw senseless('an empty value');
    const contacts = contactsOf(person);
    const place = (wanted: FieldValue | null) =>
      contacts.findIndex((one) => wanted !== null && same(tidy(one), wanted));
    const there = place(from);
    // As wanted already: the same value twice says no more than once.
    if (to === null ? there < 0 : place(to) >= 0 && (there < 0 || there === place(to))) return [];
    if (from !== null && there < 0) throw outdated(successor(contacts, from));
    if (place(to) >= 0) throw senseless('the person has this value already');
    const at = from === null ? contacts.length : there;
    return [{ type: 'contact.set', person: person.ref.id, at, from: contacts[there] ?? null, to }];
  },
};

/** Empty words are none; a custom field is no contact value. */
function tidy({ type, label = '', value, parts = {} }: FieldValue): FieldValue {
  const told = Object.entries(parts).filter(([, text]) => text !== '');
  return {
    type,
    value: value.trim(),
    ...(label === '' ? {} : { label }),
    ...(told.length === 0 ? {} : { parts: Object.fromEntries(told) }),
  };
}

const isEmpty = ({ type, value, parts }: FieldValue): boolean =>
  value === '' && (type !== 'postal' || parts === undefined);

/** What the value may have become: the only one of its kind. Of several, nobody can tell. */
function successor(contacts: readonly FieldValue[], { type }: FieldValue): FieldValue | null {
  const [only, ...more] = contacts.filter((one) => one.type === type);
  return more.length === 0 ? (only ?? null) : null;
}
