import type { ChangedField } from '@/utils/people/record';
import type { When } from './types';

/** `which`: a type of contact data, the title of a custom field, the number of a ticket. */
export const changeLog: readonly {
  readonly person: string;
  readonly by: string;
  readonly at: When;
  readonly field: ChangedField;
  readonly which?: string;
  readonly from: string | null;
  readonly to: string | null;
}[] = [
  {
    person: 'thao',
    by: 'Jonas Wirth',
    at: '6h',
    field: 'contact',
    which: 'phone',
    from: '+84 28 5550 0177',
    to: '+84 28 5550 0142',
  },
  {
    person: 'thao',
    by: 'Jonas Wirth',
    at: '9h',
    field: 'primary',
    from: 'accounts@harbourfinch.example.com',
    to: 'thao.nguyen@harbourfinch.example.com',
  },
  { person: 'thao', by: 'Jonas Wirth', at: '6d', field: 'file', from: null, to: 'signed-form-2291.pdf' },
  { person: 'thao', by: 'Elif Demir', at: '24d', field: 'label', from: null, to: 'net 30' },
  {
    person: 'thao',
    by: 'Elif Demir',
    at: '24d',
    field: 'summary',
    from: 'Runs accounts payable for three warehouses. Prefers mail over calls; answers before 10:00 local time.',
    to: 'Runs accounts payable for three warehouses. Prefers mail over calls; answers before 10:00 local time. Approve credit notes with Dana first.',
  },
  {
    person: 'thao',
    by: 'Priya Raman',
    at: '112d',
    field: 'custom',
    which: 'Plan',
    from: 'Team, yearly',
    to: 'Fleet, yearly',
  },
  { person: 'thao', by: 'Jonas Wirth', at: '140d', field: 'group', from: null, to: 'Key accounts' },
  {
    person: 'thao',
    by: 'Jonas Wirth',
    at: '417d',
    field: 'organisation',
    which: 'Harbour & Finch Logistics',
    from: 'Accounts',
    to: 'Accounts lead',
  },
  { person: 'thao', by: 'Jonas Wirth', at: '417d', field: 'timezone', from: 'Europe/London', to: 'Asia/Ho_Chi_Minh' },
  {
    person: 'anna',
    by: 'Priya Raman',
    at: '4h',
    field: 'contact',
    which: 'messenger',
    from: null,
    to: 'anna.keller',
  },
  { person: 'anna', by: 'Jonas Wirth', at: '8d', field: 'custom', which: 'Seats', from: '5', to: '6' },
  {
    person: 'anna',
    by: 'Priya Raman',
    at: '80d',
    field: 'summary',
    from: 'Short answers are welcome.',
    to: 'Knows the product well. Short answers are welcome.',
  },
  { person: 'anna', by: 'Elif Demir', at: '80d', field: 'label', from: 'trial', to: null },
  { person: 'anna', by: 'Sam Okafor', at: '258d', field: 'label', from: null, to: 'pays by invoice' },
  {
    person: 'layla',
    by: 'Elif Demir',
    at: '43d',
    field: 'contact',
    which: 'postal',
    from: null,
    to: '14 شارع الميناء، عمّان',
  },
  { person: 'layla', by: 'Jonas Wirth', at: '121d', field: 'label', from: null, to: 'net 30' },
  { person: 'layla', by: 'Elif Demir', at: '179d', field: 'language', from: 'en', to: 'ar' },
  { person: 'an', by: 'System', at: '15d', field: 'status', from: 'active', to: 'locked' },
  { person: 'zaneta', by: 'System', at: '12d', field: 'status', from: 'active', to: 'locked' },
  { person: 'rosa', by: 'Jonas Wirth', at: '300d', field: 'status', from: 'active', to: 'disabled' },
  { person: 'sofie', by: 'Elif Demir', at: '390d', field: 'status', from: 'active', to: 'disabled' },
  { person: 'max', by: 'Sam Okafor', at: '44d', field: 'status', from: 'active', to: 'banned' },
  {
    person: 'ebba',
    by: 'Sam Okafor',
    at: '377d',
    field: 'custom',
    which: 'Plan',
    from: 'Solo',
    to: 'Team, monthly',
  },
];
