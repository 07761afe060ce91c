import { describe, expect, test } from 'vitest';
import type { OpenMessage } from '@/utils/people/message';
import { follow } from '@/utils/sites/focus';
import { message, thread } from './page-of-ours';

const folded = (from: string) => message(from, { expanded: false });
const A = 'anna@example.com';
const B = 'bo@example.com';
const C = 'cleo@example.com';

/** The focus after reading these one after the other, each of a page that stands still. */
function focusAfter(...readings: readonly OpenMessage[]): number | null {
  const [first, ...rest] = readings;
  if (first === undefined) return null;
  return rest.reduce((seen, now) => follow(seen, now, true), follow(null, first, true)).message.focus;
}

describe('The message that the user unfolds', () => {
  const opened = thread('Order', [folded(A), folded(B), message(C)]);

  test('gets the focus', () => {
    expect(focusAfter(opened, thread('Order', [message(A), folded(B), message(C)]))).toBe(0);
  });

  test('gets it also when another one is folded by the same click', () => {
    expect(focusAfter(opened, thread('Order', [folded(A), message(B), folded(C)]))).toBe(1);
  });

  test('keeps it while nothing else is unfolded', () => {
    const unfolded = thread('Order', [message(A), folded(B), message(C)]);
    expect(focusAfter(opened, unfolded, unfolded)).toBe(0);
  });

  test('keeps it when older messages come out of a fold', () => {
    const more = thread('Order', [folded(C), folded(B), message(A), folded(B), message(C)]);
    expect(focusAfter(opened, thread('Order', [message(A), folded(B), message(C)]), more)).toBe(2);
  });

  test('loses it in another thread', () => {
    const other = thread('Invoice', [message(A), folded(B), message(C)]);
    expect(focusAfter(opened, thread('Order', [message(A), folded(B), message(C)]), other)).toBeNull();
  });
});

describe('Nobody has the focus', () => {
  test('when a thread opens', () => {
    expect(focusAfter(thread('Order', [folded(A), message(B)]))).toBeNull();
  });

  test('when all messages are unfolded at once', () => {
    expect(focusAfter(thread('Order', [folded(A), folded(B)]), thread('Order', [message(A), message(B)]))).toBeNull();
  });

  test('when the page itself unfolds one while it is still being built', () => {
    const building = follow(null, thread('Order', [folded(A), folded(B)]), false);
    expect(follow(building, thread('Order', [folded(A), message(B)]), true).message.focus).toBeNull();
  });

  test('when a reply arrives at the end', () => {
    const before = thread('Order', [message(A)]);
    expect(focusAfter(before, thread('Order', [message(A), message(B)]))).toBeNull();
  });

  test('when the next conversation has the same title', () => {
    const before = thread('Hello', [folded(A), message(B)], { conversation: '1' });
    const after = thread('Hello', [message(A), message(B)], { conversation: '2' });
    expect(focusAfter(before, after)).toBeNull();
  });
});

test('A conversation whose id comes late is the same conversation', () => {
  const before = thread('Order', [folded(A), message(B)]);
  const after = thread('Order', [message(A), message(B)], { conversation: 'thread-f:1' });
  expect(focusAfter(before, after)).toBe(0);
});

test('A focus that the site itself tells is taken', () => {
  expect(focusAfter(thread('Order', [folded(A), message(B)], { focus: 1 }))).toBe(1);
});
