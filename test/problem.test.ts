import { describe, expect, it } from 'vitest';
import { ProblemError, toProblem } from '@/utils/problem';

const full = () => new DOMException('no room', 'QuotaExceededError');

describe('What a person is told of an error', () => {
  it('is the problem itself, where one was thrown', () => {
    expect(toProblem(new ProblemError({ kind: 'timeout', connection: 'rt' }))).toEqual({
      kind: 'timeout',
      connection: 'rt',
    });
  });

  it('is a full disk, however the database wraps it', () => {
    expect(toProblem(full()).kind).toBe('storage-full');
    expect(toProblem(new Error('aborted', { cause: full() })).kind).toBe('storage-full');
    expect(toProblem(Object.assign(new Error('aborted'), { inner: full() })).kind).toBe('storage-full');
  });

  it('is a mistake of ours for anything else, with its stack kept', () => {
    expect(toProblem(new TypeError('oh'))).toMatchObject({ kind: 'bug', detail: expect.stringContaining('oh') });
    expect(toProblem('oh')).toEqual({ kind: 'bug', detail: 'oh' });
  });
});
