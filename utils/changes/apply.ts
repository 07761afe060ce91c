import type { FieldValue, Membership, Person } from '@/utils/people/types';
import { contactsOf, membershipOf } from './current';
import { same } from './same';
import type { Change } from './types';

/**
 * The person as they will be after a change, for planning the next one upon it. What only the server knows (names of
 * groups, types of custom fields) is left open; notes, files and tickets are no part of the record.
 */
export function applied(person: Person, change: Change): Person {
  switch (change.type) {
    case 'person.set':
      // The value is the field's own; one that is not there is undefined, for planning that is the same as absent.
      return { ...person, [change.field]: change.to ?? undefined } as Person;
    case 'email.set': {
      const { at, from, to } = change;
      const there = person.emails.findIndex(({ address }) => address === from?.address);
      const primary = person.emails[there]?.primary ?? person.emails.length === 0;
      return { ...person, emails: put(person.emails, from === null ? null : there, at, to && { ...to, primary }) };
    }
    case 'email.primary':
      return {
        ...person,
        emails: person.emails.map((one) => ({ ...one, primary: one.address === change.to })),
      };
    case 'contact.set': {
      const { at, from, to } = change;
      const contacts = contactsOf(person);
      const there = contacts.findIndex((one) => from !== null && same(one, from));
      const custom = person.fields.filter((one) => one.custom === true);
      return { ...person, fields: [...put(contacts, from === null ? null : there, at, to), ...custom] };
    }
    case 'custom.set': {
      const { field, to } = change;
      const there = person.fields.findIndex((one) => one.custom === true && one.id === field);
      const before: FieldValue = person.fields[there] ?? { type: 'text', value: '', custom: true, id: field };
      const after = to === null ? null : { ...before, value: to };
      return { ...person, fields: put(person.fields, there < 0 ? null : there, person.fields.length, after) };
    }
    case 'label.set': {
      const there = person.labels.indexOf(change.label);
      return {
        ...person,
        labels: put(person.labels, there < 0 ? null : there, change.at, change.to ? change.label : null),
      };
    }
    case 'group.set': {
      const rest = person.groups.filter(({ id }) => id !== change.group);
      return { ...person, groups: change.to ? [...rest, { id: change.group, name: '' }] : rest };
    }
    case 'membership.set': {
      const { organisation, at, to } = change;
      const there = membershipOf(person, organisation);
      const after: Membership | null = to && {
        ...(there ?? { organisation: organisation.id ?? '', name: organisation.name }),
        ...to,
      };
      const place = there ? person.memberships.indexOf(there) : null;
      return { ...person, memberships: put(person.memberships, place, at, after) };
    }
    case 'account.enable':
      return { ...person, status: change.to ? 'active' : 'disabled' };
    case 'account.unlock':
      return { ...person, status: 'active' };
    default:
      return person;
  }
}

/** `there`: index of what is replaced or (by null) removed; null: `item` comes in at `at`. */
function put<Item>(list: readonly Item[], there: number | null, at: number, item: Item | null): readonly Item[] {
  if (there === null) return item === null ? list : list.toSpliced(at, 0, item);
  if (there < 0) return list;
  return item === null ? list.toSpliced(there, 1) : list.with(there, item);
}
