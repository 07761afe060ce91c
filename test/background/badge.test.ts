import { expect, it } from 'vitest';
import { answer, sources } from '@/test/support/views';
import { badgeOf, type Needs, needsAfter } from '@/utils/background/badge';
import type { Queued } from '@/utils/messages/protocol';
import type { SourceAnswer } from '@/utils/messages/view';

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

const NONE: Needs = new Map();
const at = (some: Partial<SourceAnswer>) => ({
  answers: [answer([], { source: sources.rt, ...some })],
  sources: [sources.rt],
});
const out = at({ state: 'failed', problem: { kind: 'signed-out' } });

it('A server that wants a sign-in, or whose access was taken back, is marked before all else, with its name', () => {
  const queue = { items: [one('queued')], offline: {} };
  expect(badgeOf(queue, needsAfter(NONE, out))).toEqual({ text: '!', title: 'RT Support: sign in to go on' });
  const closed = at({ state: 'failed', problem: { kind: 'no-access' } });
  expect(badgeOf(queue, needsAfter(NONE, closed))).toEqual({ text: '!', title: 'RT Support: access is not allowed' });
});

it('The mark goes once the server answers, and not while it is only asked again', () => {
  const needs = needsAfter(NONE, out);
  expect(needsAfter(needs, at({ state: 'looking' }))).toBe(needs);
  expect(needsAfter(needs, at({ state: 'answered' })).size).toBe(0);
});

it('The mark goes with a connection that is removed or paused, and other failures set none', () => {
  const needs = needsAfter(NONE, out);
  expect(needsAfter(needs, { answers: [], sources: [sources.book] }).size).toBe(0);
  expect(needsAfter(needs, { answers: [], sources: [] })).toBe(needs);
  expect(needsAfter(NONE, at({ state: 'failed', problem: { kind: 'timeout' } }))).toBe(NONE);
});
