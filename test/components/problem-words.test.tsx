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
});
