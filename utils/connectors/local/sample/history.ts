import type { When } from './types';

/** Beside writing in tickets, chatting and signing in, which the other tables tell. */
export const activity: readonly {
  readonly person: string;
  readonly at: When;
  readonly what: 'wrote' | 'confirmed' | 'downloaded' | 'rated';
  readonly ticket?: number;
  readonly detail?: string;
}[] = [
  { person: 'thao', at: '3h', what: 'wrote', ticket: 1042 },
  { person: 'thao', at: '2d', what: 'wrote', ticket: 1037 },
  { person: 'thao', at: '7d', what: 'downloaded', detail: 'credit-note-2291.pdf' },
  { person: 'anna', at: '1h', what: 'wrote', ticket: 1018 },
  { person: 'anna', at: '80d', what: 'rated', detail: '5 of 5' },
  { person: 'layla', at: '3h', what: 'wrote', ticket: 1041 },
  { person: 'layla', at: '2d', what: 'wrote', ticket: 1019 },
  { person: 'ebba', at: '2h', what: 'wrote', ticket: 1039 },
  { person: 'an', at: '3h', what: 'wrote', ticket: 1040 },
  { person: 'bao', at: '100d', what: 'confirmed' },
  { person: 'thao', at: '139d', what: 'downloaded', detail: 'bank-details.pdf' },
  { person: 'thao', at: '204d', what: 'rated', detail: '4 of 5' },
  { person: 'thao', at: '2021-03-03', what: 'confirmed' },
  { person: 'anna', at: '79d', what: 'downloaded', detail: 'half-bottle-labels.pdf' },
  { person: 'anna', at: '2019-04-01', what: 'confirmed' },
  { person: 'layla', at: '12h', what: 'downloaded', detail: 'statements.csv' },
  { person: 'layla', at: '120d', what: 'rated', detail: '5 of 5' },
  { person: 'layla', at: '2021-03-03', what: 'confirmed' },
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
  { person: 'thao', at: '24d', browser: 'Firefox on Windows', ip: '203.0.113.24', ok: true },
  { person: 'thao', at: '24d', browser: 'Firefox on Windows', ip: '203.0.113.24', ok: false },
  { person: 'thao', at: '52d', browser: 'Chrome on Android', ip: '2001:db8::5a', ok: true },
  { person: 'thao', at: '112d', browser: 'Firefox on Windows', ip: '203.0.113.24', ok: true },
  { person: 'thao', at: '140d', browser: 'Firefox on Windows', ip: '203.0.113.24', ok: true },
  { person: 'anna', at: '4h', browser: 'Safari on iPad', ip: '198.51.100.7', ok: true },
  { person: 'anna', at: '2d', browser: 'Safari on iPad', ip: '198.51.100.7', ok: true },
  { person: 'anna', at: '80d', browser: 'Firefox on Linux', ip: '198.51.100.7', ok: true },
  { person: 'layla', at: '8h', browser: 'Chrome on Android', ip: '2001:db8::2f', ok: true },
  { person: 'layla', at: '43d', browser: 'Chrome on Windows', ip: '203.0.113.160', ok: true },
  { person: 'layla', at: '43d', browser: 'Chrome on Windows', ip: '203.0.113.160', ok: false },
  { person: 'an', at: '15d', browser: 'Edge on Windows', ip: '192.0.2.180', ok: false },
  { person: 'an', at: '15d', browser: 'Edge on Windows', ip: '192.0.2.180', ok: false },
  { person: 'zaneta', at: '12d', browser: 'Chrome on macOS', ok: false },
  { person: 'ebba', at: '2d', browser: 'Chrome on macOS', ip: '192.0.2.41', ok: true },
  { person: 'dana', at: '3d', browser: 'Safari on macOS', ip: '198.51.100.90', ok: true },
  { person: 'hannah', at: '12d', browser: 'Chrome on Windows', ok: true },
];
