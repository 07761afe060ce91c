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
  {
    person: 'thao',
    agent: 'jonas',
    at: '52d',
    minutes: 3,
    subject: 'On-site day',
    lines: [
      ['person', 'Is nine o’clock at warehouse south right?'],
      ['agent', 'Yes, I am at the north gate.'],
    ],
  },
  {
    person: 'thao',
    agent: 'priya',
    at: '112d',
    minutes: 14,
    subject: 'Import, warehouse south',
    lines: [
      ['person', 'The numbers of the south do not fit the list.'],
      ['agent', 'They begin with an S there. Please send me the first ten.'],
      ['person', 'Sent.'],
    ],
  },
  {
    person: 'thao',
    agent: 'sam',
    at: '249d',
    minutes: 7,
    subject: 'Reminder',
    lines: [
      ['person', 'We were reminded of an invoice that is paid.'],
      ['agent', 'It is taken back, and you get a letter.'],
    ],
  },
  {
    person: 'anna',
    agent: 'elif',
    at: '80d',
    minutes: 5,
    subject: 'Half bottles',
    lines: [
      ['person', 'Can the label be smaller?'],
      ['agent', 'The template is in your files now.'],
    ],
  },
  {
    person: 'layla',
    agent: 'jonas',
    at: '2d',
    minutes: 8,
    subject: 'الفاتورة',
    lines: [
      ['person', 'وصلتنا الفاتورة مرتين.'],
      ['agent', 'نراجعها اليوم ونرسل إشعار الخصم.'],
    ],
  },
  {
    person: 'layla',
    agent: 'elif',
    at: '121d',
    minutes: 6,
    subject: 'كشوف الحساب',
    lines: [
      ['person', 'التواريخ في الكشف غير صحيحة.'],
      ['agent', 'تم التصحيح، الكشف الجديد في ملفاتكم.'],
    ],
  },
];
