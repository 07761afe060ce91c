import type { ChangedField, ChangedItem } from '@/utils/people/record';
import type { Named } from '@/utils/people/types';
import { isOthers } from './custom';
import type { Rt } from './rt';
import type { CustomValue, Transaction } from './shapes';

const FIELDS: Readonly<Record<string, readonly [ChangedField, string?]>> = {
  RealName: ['name'],
  Comments: ['summary'],
  Timezone: ['timezone'],
  Lang: ['language'],
  EmailAddress: ['primary'],
  Organization: ['organisation'],
  WorkPhone: ['contact', 'phone'],
  MobilePhone: ['contact', 'phone'],
  HomePhone: ['contact', 'phone'],
  PagerPhone: ['contact', 'phone'],
  NickName: ['contact', 'Nickname'],
  FreeformContactInfo: ['contact', 'Extra info'],
  Address1: ['contact', 'postal'],
  Address2: ['contact', 'postal'],
  City: ['contact', 'postal'],
  State: ['contact', 'postal'],
  Zip: ['contact', 'postal'],
  Country: ['contact', 'postal'],
};

/** A change of a user, with the names of custom fields and groups, which RT's log calls by their numbers. */
export function changeOf(
  rt: Rt,
  entry: Transaction,
  fields: readonly CustomValue[],
  groups: readonly Named[],
): ChangedItem {
  const { id, Created: at } = entry;
  const item = { kind: 'change', id, at, by: whoOf(entry) } as const;
  const from = entry.OldValue || null;
  const to = entry.NewValue || null;
  switch (entry.Type) {
    case 'Set': {
      const [field, which] = FIELDS[entry.Field] ?? [];
      if (field === undefined) return { ...item, field: 'other', which: entry.Field, from, to };
      return { ...item, field, from, to, ...(which === undefined ? {} : { which }) };
    }
    case 'CustomField': {
      const title = fields.find((one) => one.id === entry.Field)?.name ?? entry.Field;
      return isOthers(rt, title)
        ? { ...item, field: 'address', from, to }
        : { ...item, field: 'custom', which: title, from, to };
    }
    case 'AddMembership':
    case 'DeleteMembership': {
      const name = groups.find((one) => one.id === entry.Field)?.name ?? entry.Field;
      return {
        ...item,
        field: 'group',
        ...(entry.Type === 'AddMembership' ? { from: null, to: name } : { from: name, to: null }),
      };
    }
    case 'Disabled':
      return { ...item, field: 'status', from: 'active', to: 'disabled' };
    case 'Enabled':
      return { ...item, field: 'status', from: 'disabled', to: 'active' };
    case 'Create':
      return { ...item, field: 'person', from: null, to: null };
    default:
      return { ...item, field: 'other', which: entry.Type, from, to };
  }
}

/** Who did it, as RT names them. */
export const whoOf = ({ Creator }: Transaction): string => Creator.RealName || Creator.Name || Creator.id;
