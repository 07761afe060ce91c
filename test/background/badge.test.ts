import { expect, it } from 'vitest';
import { badgeOf } from '@/utils/background/badge';
import type { Queued } from '@/utils/messages/protocol';

const one = (state: Queued['state']): Queued => ({
  entry: state,
  ref: null,
  name: '',
  action: 'set-summary',
  text: '',
  at: '2026-11-22T01:00:00.000Z',
  state,
  pending: [],
});
const badge = (...states: Queued['state'][]) => badgeOf({ items: states.map(one), offline: {} }).text;

it('The badge counts what is not sent, and says by a mark that something waits for the agent', () => {
  expect(badge()).toBe('');
  expect(badge('queued', 'sending', 'held')).toBe('↑3');
  expect(badge('queued', 'conflict')).toBe('!');
  expect(badge('failed')).toBe('!');
});

it('The badge never has more letters than fit, and says that there are more', () => {
  expect(badge(...Array.from({ length: 120 }, () => 'queued' as const))).toBe('↑99+');
});
