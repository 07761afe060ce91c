import type { When } from './types';

export const chats: readonly {
  readonly person: string;
  readonly agent: string;
  readonly at: When;
  readonly minutes: number;
  readonly subject: string;
  readonly lines: readonly (readonly ['person' | 'agent', string])[];
}[] = [
  {
    person: 'anna',
    agent: 'priya',
    at: '1d',
    minutes: 6,
    subject: 'Printer',
    lines: [
      ['person', 'The label printer is gone from the list.'],
      ['agent', 'Is its light green?'],
      ['person', 'It is dark. I think the fuse went.'],
      ['agent', 'Then I write you a ticket and we look at the cable.'],
    ],
  },
  {
    person: 'thao',
    agent: 'elif',
    at: '24d',
    minutes: 11,
    subject: 'Credit note',
    lines: [
      ['person', 'The credit note has the old address.'],
      ['agent', 'A new one is on its way.'],
      ['person', 'Thank you, that was fast.'],
    ],
  },
  {
    person: 'hannah',
    agent: 'priya',
    at: '12d',
    minutes: 4,
    subject: 'Second practice',
    lines: [
      ['person', 'Can both practices see one calendar?'],
      ['agent', 'Yes, I can set it up today.'],
    ],
  },
  {
    person: 'mateo',
    agent: 'sam',
    at: '18h',
    minutes: 9,
    subject: 'Refund',
    lines: [
      ['person', 'I was charged twice.'],
      ['agent', 'I see it. The second one goes back today.'],
    ],
  },
];

export const changeLog: readonly {
  readonly person: string;
  readonly by: string;
  readonly at: When;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}[] = [
  { person: 'thao', by: 'Jonas Wirth', at: '6h', field: 'phone', from: '+84 28 5550 0177', to: '+84 28 5550 0142' },
  {
    person: 'thao',
    by: 'Jonas Wirth',
    at: '9h',
    field: 'primary',
    from: 'accounts@harbourfinch.example.com',
    to: 'thao.nguyen@harbourfinch.example.com',
  },
  { person: 'thao', by: 'Elif Demir', at: '24d', field: 'labels', from: null, to: 'net 30' },
  { person: 'thao', by: 'Jonas Wirth', at: '417d', field: 'position', from: 'Accounts', to: 'Accounts lead' },
  { person: 'anna', by: 'Sam Okafor', at: '258d', field: 'labels', from: null, to: 'pays by invoice' },
  {
    person: 'anna',
    by: 'Priya Raman',
    at: '80d',
    field: 'summary',
    from: 'Short answers are welcome.',
    to: 'Knows the product well. Short answers are welcome.',
  },
  { person: 'layla', by: 'Elif Demir', at: '43d', field: 'postal', from: null, to: '14 شارع الميناء، عمّان' },
  { person: 'an', by: 'System', at: '15d', field: 'status', from: 'active', to: 'locked' },
  { person: 'zaneta', by: 'System', at: '12d', field: 'status', from: 'active', to: 'locked' },
  { person: 'rosa', by: 'Jonas Wirth', at: '300d', field: 'status', from: 'active', to: 'disabled' },
  { person: 'sofie', by: 'Elif Demir', at: '390d', field: 'status', from: 'active', to: 'disabled' },
  { person: 'max', by: 'Sam Okafor', at: '44d', field: 'status', from: 'active', to: 'banned' },
  { person: 'ebba', by: 'Sam Okafor', at: '377d', field: 'plan', from: 'Solo', to: 'Team, monthly' },
];

export const activity: readonly {
  readonly person: string;
  readonly at: When;
  readonly what: 'wrote' | 'chatted' | 'signed-in' | 'confirmed' | 'downloaded' | 'rated';
  readonly ticket?: number;
  readonly detail?: string;
}[] = [
  { person: 'thao', at: '3h', what: 'wrote', ticket: 1042 },
  { person: 'thao', at: '2d', what: 'wrote', ticket: 1037 },
  { person: 'thao', at: '7d', what: 'downloaded', detail: 'credit-note-2291.pdf' },
  { person: 'thao', at: '24d', what: 'chatted' },
  { person: 'anna', at: '1h', what: 'wrote', ticket: 1018 },
  { person: 'anna', at: '1d', what: 'chatted' },
  { person: 'anna', at: '80d', what: 'rated', detail: '5 of 5' },
  { person: 'layla', at: '3h', what: 'wrote', ticket: 1041 },
  { person: 'layla', at: '2d', what: 'wrote', ticket: 1019 },
  { person: 'ebba', at: '2h', what: 'wrote', ticket: 1039 },
  { person: 'an', at: '3h', what: 'wrote', ticket: 1040 },
  { person: 'mateo', at: '18h', what: 'chatted' },
  { person: 'bao', at: '100d', what: 'confirmed' },
];

export const signIns: readonly {
  readonly person: string;
  readonly at: When;
  readonly browser: string;
  readonly ip?: string;
  readonly ok: boolean;
}[] = [
  // The networks are those that RFC 5737 and RFC 3849 keep for examples.
  { person: 'thao', at: '1d', browser: 'Firefox on Windows', ip: '203.0.113.24', ok: true },
  { person: 'thao', at: '10d', browser: 'Firefox on Windows', ip: '203.0.113.24', ok: true },
  { person: 'anna', at: '4h', browser: 'Safari on iPad', ip: '198.51.100.7', ok: true },
  { person: 'anna', at: '2d', browser: 'Safari on iPad', ip: '198.51.100.7', ok: true },
  { person: 'layla', at: '8h', browser: 'Chrome on Android', ip: '2001:db8::2f', ok: true },
  { person: 'an', at: '15d', browser: 'Edge on Windows', ip: '192.0.2.180', ok: false },
  { person: 'an', at: '15d', browser: 'Edge on Windows', ip: '192.0.2.180', ok: false },
  { person: 'zaneta', at: '12d', browser: 'Chrome on macOS', ok: false },
  { person: 'ebba', at: '2d', browser: 'Chrome on macOS', ip: '192.0.2.41', ok: true },
  { person: 'dana', at: '3d', browser: 'Safari on macOS', ip: '198.51.100.90', ok: true },
  { person: 'hannah', at: '12d', browser: 'Chrome on Windows', ok: true },
];
