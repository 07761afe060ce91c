import type { SampleFile } from './types';

/** On the profiles themselves, not on notes. */
export const profileFiles: readonly SampleFile[] = [
  { person: 'thao', at: '6d', name: 'signed-form-2291.pdf', size: 212_000 },
  { person: 'thao', at: '52d', name: 'on-site-day.txt', size: 1_900 },
  { person: 'thao', at: '96d', name: 'pallet-label.png', size: 21_500 },
  { person: 'thao', at: '112d', name: 'warehouse-south.csv', size: 5_400 },
  { person: 'thao', at: '140d', name: 'bank-details.pdf', size: 64_000 },
  { person: 'thao', at: '205d', name: 'approvers.csv', size: 870 },
  { person: 'thao', at: '2021-03-03', name: 'contract.pdf', size: 390_000 },
  { person: 'anna', at: '4h', name: 'cellar-cables.txt', size: 420 },
  { person: 'anna', at: '80d', name: 'half-bottle-labels.pdf', size: 148_000 },
  { person: 'anna', at: '81d', name: 'half-bottle.png', size: 24_000 },
  { person: 'anna', at: '258d', name: 'invoice-address.txt', size: 210 },
  { person: 'layla', at: '1d', name: 'العقد-2026.pdf', size: 275_000 },
  { person: 'layla', at: '121d', name: 'statements.csv', size: 3_100 },
  { person: 'ebba', at: '3h', name: 'plotter-settings.txt', size: 760 },
  { person: 'hannah', at: '12d', name: 'both-practices.pdf', size: 51_000 },
];
