import type { SampleCharge } from './types';

const review = (at: SampleCharge['at'], text: string): SampleCharge => ({
  person: 'thao',
  at,
  text,
  minutes: 60,
  amount: 8_500,
});

/** Time that was worked for somebody, and what it costs them: both, one of them, or in two currencies. */
export const charges: readonly SampleCharge[] = [
  { person: 'thao', ticket: 1042, at: '7d', text: 'Credit note, second review', minutes: 90, amount: 9_000 },
  {
    person: 'thao',
    ticket: 1037,
    at: '9d',
    text: 'Import of old invoices, with a very long remark about what was done for each warehouse',
    minutes: 75,
    amount: 7_500,
  },
  { person: 'thao', at: '24d', text: 'Call with Dana', minutes: 45, amount: 4_500 },
  { person: 'thao', at: '43d', text: 'Rate table', minutes: 45, amount: 4_500 },
  { person: 'thao', at: '52d', text: 'On-site day', minutes: 120, amount: 12_000 },
  review('70d', 'Prices of last year corrected'),
  review('96d', 'Import, first part'),
  review('104d', 'Import, second part'),
  review('112d', 'Import, numbers of warehouse south'),
  review('140d', 'Bank details checked'),
  review('168d', 'Training for approvers'),
  review('185d', 'Mails in Vietnamese'),
  review('205d', 'Training for approvers, second group'),
  review('249d', 'Reminder taken back, letter written'),
  review('281d', 'Purchase order numbers'),
  review('320d', 'Purchase order numbers, second part'),
  { person: 'thao', at: '338d', text: 'Year-end closing', minutes: 85, amount: 8_500 },

  { person: 'anna', ticket: 1018, at: '4h', text: 'Printer, remote session', minutes: 25, amount: 2_500 },
  { person: 'anna', at: '80d', text: 'Label template for half bottles', minutes: 120, amount: 12_000 },
  { person: 'anna', at: '258d', text: 'Invoice run to the office', minutes: 20, amount: 0 },
  { person: 'layla', ticket: 1041, at: '1d', text: 'Invoice compared with the contract', minutes: 35, amount: 3_500 },
  { person: 'layla', at: '121d', text: 'Dates in statements', minutes: 90, amount: 9_000 },
  { person: 'ebba', ticket: 1039, at: '3h', text: 'Plotter settings', minutes: 40, amount: 4_000 },
  { person: 'krzysztof', at: '33d', text: 'Colour proof', minutes: 60, amount: 6_000 },
  { person: 'hannah', at: '12d', text: 'Set-up of the second practice', minutes: 180, amount: 18_000 },
  { person: 'hannah', at: '40d', text: 'Card reader, two pieces', amount: 11_800, currency: 'GBP' },
  { person: 'hannah', at: '75d', text: 'Calendar of both practices', minutes: 50, amount: 4_200, currency: 'GBP' },
  { person: 'tuan', at: '51d', text: 'Till for the second shop', minutes: 45, amount: 4_500 },
  { person: 'tuan', at: '90d', text: 'Receipt printer', amount: 3_250_000, currency: 'VND' },
  // Under contract: only the time is counted.
  { person: 'marie', at: '9d', text: 'Customs papers, call with the carrier', minutes: 35 },
  { person: 'marie', at: '48d', text: 'Export list', minutes: 20 },
  // Fixed fees: only the money is counted.
  { person: 'georg', at: '20d', text: 'Yearly fee, first half', amount: 48_000 },
  { person: 'georg', at: '202d', text: 'Yearly fee, second half', amount: 48_000 },
];
