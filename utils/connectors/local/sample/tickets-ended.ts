import type { SampleTicket, When } from './types';

type Line = readonly [title: string, created: When, updated: When, agent: string];

/** The tickets with a story that has ended. */
const ended: Readonly<Record<string, readonly Line[]>> = {
  thao: [
    ['Credit note for October', '30d', '24d', 'elif'],
    ['Two users with the same name in approvals', '52d', '50d', 'priya'],
    ['Rate table shows last year’s prices', '75d', '70d', 'jonas'],
    ['Import of old invoices', '110d', '96d', 'elif'],
    ['Bank details for warehouse south', '140d', '138d', 'sam'],
    ['Invoice mails arrive in English', '190d', '185d', 'tomasz'],
    ['Purchase order number on every invoice', '330d', '320d', 'elif'],
    ['Access for the auditor', '420d', '417d', 'jonas'],
    ['Change of the billing address', '610d', '609d', 'sam'],
    ['First steps with approvals', '2021-03-08', '2021-03-11', 'jonas'],
  ],
  'thao-n': [
    ['Password for the approvals page', '120d', '119d', 'tomasz'],
    ['Invite link has expired', '2025-02-11', '2025-02-12', 'tomasz'],
  ],
  anna: [
    ['Labels for half bottles', '85d', '80d', 'priya'],
    ['Invoice to the office, please', '260d', '258d', 'sam'],
  ],
  georg: [['Contract for another year', '66d', '60d', 'jonas']],
  lukas: [['Shop shows the wrong vintage', '20d', '16d', 'priya']],
  heike: [['Bookkeeping export in UTF-8', '29d', '25d', 'elif']],
  ebba: [
    ['Shared mailbox gets no copies', '95d', '93d', 'priya'],
    ['Model viewer is slow', '150d', '144d', 'tomasz'],
    ['Wrong VAT number', '240d', '238d', 'elif'],
    ['Move our account to yearly', '380d', '377d', 'sam'],
  ],
  oskar: [['Cannot open the model of the library', '2024-06-03', '2024-06-11', 'tomasz']],
  layla: [
    ['تغيير عنوان الفواتير', '45d', '43d', 'elif'],
    ['إضافة مستخدم جديد', '88d', '87d', 'priya'],
    ['التاريخ معكوس في الكشف', '130d', '121d', 'tomasz'],
    ['نسخة من فاتورة مايو', '180d', '179d', 'elif'],
    ['لا تصل رسائل التذكير', '270d', '266d', 'priya'],
    ['طلب عرض سعر', '400d', '391d', 'sam'],
    ['الخطوات الأولى', '2021-03-04', '2021-03-09', 'jonas'],
  ],
};

export const storiesEnded: readonly SampleTicket[] = Object.entries(ended).flatMap(([person, lines]) =>
  lines.map(([title, created, updated, agent]) => ({ person, title, state: 'resolved', created, updated, agent })),
);
