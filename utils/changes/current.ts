import { foldName } from '@/utils/people/fold';
import type { FieldValue, Membership, Person } from '@/utils/people/types';
import { same } from './same';
import type { Change, LabelledAddress, Place } from './types';

/** What stands at the place of a change now, to be held against its `from` and `to`; null: nothing. */
export type Current = { readonly known: true; readonly value: unknown } | { readonly known: false };

/** `known: false`: a record does not tell it, since notes, files and tickets are lists of their own. */
export function currentOf(person: Person, change: Change): Current {
  const known = (value: unknown): Current => ({ known: true, value });
  switch (change.type) {
    case 'person.set':
      return known(singleValue(person, change.field));
    case 'email.set': {
      const address = (one: LabelledAddress | null) => (one === null ? undefined : addressOf(person, one.address));
      return known(address(change.from) ?? address(change.to) ?? null);
    }
    case 'email.primary':
      return known(primaryOf(person));
    case 'contact.set': {
      const contact = (one: FieldValue | null) => contactsOf(person).find((there) => one !== null && same(there, one));
      return known(contact(change.from) ?? contact(change.to) ?? null);
    }
    case 'custom.set':
      return known(customOf(person, change.field));
    case 'label.set':
      return known(person.labels.includes(change.label));
    case 'group.set':
      return known(person.groups.some(({ id }) => id === change.group));
    case 'membership.set': {
      const there = membershipOf(person, change.organisation);
      return known(there ? placeOf(there) : null);
    }
    case 'account.enable':
      return known(person.status !== 'disabled');
    default:
      return { known: false };
  }
}

type SingleField = Extract<Change, { type: 'person.set' }>['field'];

/** A single value, with what stands for it where a record says nothing. */
function singleValue(person: Person, field: SingleField): string | boolean | null {
  if (field === 'name' || field === 'summary') return person[field];
  return field === 'autoReplies' ? autoRepliesOf(person) : (person[field] ?? null);
}

/** Where nothing is said, automatic replies go out: the switch is there to stop them. */
export const autoRepliesOf = ({ autoReplies }: Person): boolean => autoReplies ?? true;

export function addressOf({ emails }: Person, address: string): LabelledAddress | undefined {
  const there = emails.find((one) => one.address === address);
  return there && labelled(there);
}

export const labelled = ({ address, label }: LabelledAddress): LabelledAddress =>
  label === undefined || label === '' ? { address } : { address, label };

export const primaryOf = ({ emails }: Person): string | null => emails.find(({ primary }) => primary)?.address ?? null;

/** The values that stand under Contact, in their order: a contact change counts places among these. */
export const contactsOf = ({ fields }: Person): readonly FieldValue[] => fields.filter(({ custom }) => custom !== true);

export const customOf = ({ fields }: Person, id: string): string | null =>
  fields.find((one) => one.custom === true && one.id === id)?.value ?? null;

/** The one of that id; without an id the one of that name. */
export const membershipOf = (
  { memberships }: Person,
  { id, name }: { readonly id: string | null; readonly name: string },
): Membership | undefined =>
  memberships.find((one) => (id === null ? foldName(one.name) === foldName(name) : one.organisation === id));

export const placeOf = ({ position = '', manager = false }: Membership): Place => ({ position, manager });
