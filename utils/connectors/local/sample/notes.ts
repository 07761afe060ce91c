import type { SampleNote } from './types';

export const notes: readonly SampleNote[] = [
  {
    person: 'thao',
    author: 'Jonas Wirth',
    at: '7d',
    text: 'Credit note 2291 agreed, waiting for the signed form.',
    files: [{ name: 'credit-note-2291.pdf', size: 184_000 }],
  },
  {
    person: 'thao',
    author: 'Elif Demir',
    at: '24d',
    text: 'October is settled. She checks every line: send the long form, not the summary.',
  },
  {
    person: 'thao',
    author: 'Priya Raman',
    at: '96d',
    text: 'Old invoices are imported. Warehouse south uses its own numbers until the end of the year.',
    files: [{ name: 'numbers-south.csv', size: 2_300 }],
  },
  { person: 'thao', author: 'Jonas Wirth', at: '417d', text: 'Took over accounts from Rosa.' },

  {
    person: 'anna',
    author: 'Priya Raman',
    at: '4h',
    text: 'Printer is a Zebra in the cellar, no Wi-Fi there. Cable ordered.',
  },
  {
    person: 'anna',
    author: 'Jonas Wirth',
    at: '8d',
    text: 'Wants one login for the two people at the till. Explained why not; she thinks about it.',
  },
  {
    person: 'anna',
    author: 'Elif Demir',
    at: '80d',
    text: 'Labels for half bottles: template is in the files.',
    files: [{ name: 'half-bottle.txt', size: 640 }],
  },
  { person: 'anna', author: 'Sam Okafor', at: '258d', text: 'Invoices go to the office, she only approves them.' },

  {
    person: 'layla',
    author: 'Jonas Wirth',
    at: '7d',
    text: 'تم الاتفاق على إشعار الخصم 2291.',
    files: [{ name: 'credit-note-2291.pdf', size: 184_000 }],
  },
  { person: 'layla', author: 'Elif Demir', at: '179d', text: 'ترسل الفواتير إلى قسم المشتريات أيضاً.' },

  {
    person: 'an',
    author: 'Sam Okafor',
    at: '12d',
    text: 'Contract lies with their legal department. Ask again at the end of the month.',
  },
  {
    person: 'an',
    author: 'Elif Demir',
    at: '15d',
    text: 'Locked after six wrong passwords; she is on holiday until Monday, so leave it locked.',
  },
  { person: 'an', author: 'Jonas Wirth', at: '90d', text: 'Old customer number is on every letter they send.' },
  { person: 'an', author: 'Jonas Wirth', at: '400d', text: 'Family name is “An-Kowalczyk”, the rest are given names.' },

  {
    person: 'ebba',
    author: 'Tomasz Zieliński',
    at: '1d',
    text: 'Sends plans from the office address; answer there, not to her own.',
  },
  { person: 'oskar', author: 'Tomasz Zieliński', at: '2024-06-11', text: 'Library model works with the newer viewer.' },
  { person: 'dana', author: 'Elif Demir', at: '3d', text: 'Has the last word on credit notes of Harbour & Finch.' },
  { person: 'hannah', author: 'Priya Raman', at: '12d', text: 'Call between 13:00 and 14:00 only.' },
  {
    person: 'krzysztof',
    author: 'Tomasz Zieliński',
    at: '33d',
    text: 'Prosi o odpowiedzi po polsku.',
    files: [{ name: 'proof-sheet.txt', size: 1_480 }],
  },
  { person: 'tuan', author: 'Sam Okafor', at: '51d', text: 'Second shop opens in spring, will need more seats.' },
  { person: 'sato', author: 'Priya Raman', at: '8d', text: '午前中は現場にいるため、連絡はメールのほうが確実。' },
  { person: 'max', author: 'Sam Okafor', at: '44d', text: 'Banned: forty times the same offer in one night.' },
];
