import { describe, expect, it } from 'vitest';
import { problemWords } from '@/components/panel/problem-words';
import type { Problem } from '@/utils/problem';

const detail = (problem: Problem) =>
  problemWords(problem, 'failed_action', 'Desk').detail.replace(/[\u2066-\u2069]/gu, '');

describe('Why something was not done at a server', () => {
  it.each(['invalid', 'forbidden', 'server', 'closed'] as const)(
    'is told in its own words, where it has any: %s',
    (kind) => {
      expect(detail({ kind, status: 422, said: 'Group is closed.' })).toBe('The server says: “Group is closed.”');
      expect(detail({ kind, status: 503 })).not.toContain('says');
    },
  );

  it('is told in ours where the server’s would mislead', () => {
    expect(detail({ kind: 'offline', said: 'Bad gateway' })).toBe('It could not be reached.');
    expect(detail({ kind: 'server', field: '0.id', said: 'x' })).toBe('Desk answered something new: 0.id.');
  });

  it.each([
    ['invalid', 'no-call', 'This server has no such call. Nothing was changed.'],
    ['invalid', 'no-field', 'This server does not take this field from here. Nothing was changed.'],
    ['invalid', 'not-kept', 'The server took it, but keeps another value. What is shown is what it has now.'],
    ['conflict', 'made-already', 'The server says that it was made already. It was not made again.'],
  ] as const)('is told by what was found out, where the kind says too little: %s, %s', (kind, because, text) => {
    expect(detail({ kind, because, page: 'https://desk.test/agent' })).toBe(text);
  });

  it('does not name what somebody has who is not shown, and offers no other try', () => {
    const problem = { kind: 'conflict', because: 'hidden-address', detail: 'dupe_email' } as const;
    const { detail: text, act } = problemWords(problem, 'failed_create', 'Desk');
    expect(text).toContain('An account that search does not show has this address');
    expect(act).toBe('none');
  });
});
