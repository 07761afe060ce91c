import { describe, expect, it } from 'vitest';
import { address } from '@/test/support/people';
import { isNever, neverEntry } from '@/utils/people/never';

describe('the never-look-up list', () => {
  it('takes an address or a whole domain, in their one form', () => {
    expect(neverEntry(' Anna <Anna@Example.COM> ')).toBe('anna@example.com');
    expect(neverEntry('@Helpdesk.TEST')).toBe('@helpdesk.test');
    expect(neverEntry('helpdesk.test')).toBe('@helpdesk.test');
    expect(neverEntry('no domain')).toBeNull();
    expect(neverEntry('localhost')).toBeNull();
  });

  it('matches the address itself and everybody of a listed domain, and nobody else', () => {
    expect(isNever(address('anna@example.com'), ['anna@example.com'])).toBe(true);
    expect(isNever(address('ben@helpdesk.test'), ['@helpdesk.test'])).toBe(true);
    expect(isNever(address('ben@sub.helpdesk.test'), ['@helpdesk.test'])).toBe(false);
    expect(isNever(address('ben@example.com'), ['anna@example.com', '@helpdesk.test'])).toBe(false);
  });
});
