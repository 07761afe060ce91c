import { describe, expect, it } from 'vitest';
import { problemWords } from '@/components/panel/problem-words';
import type { Problem } from '@/utils/problem';

const told = (problem: Problem): string => problemWords(problem, 'failed_save', 'Support').detail;
/** Without the signs that keep a foreign word's direction. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '');

describe('What was not saved at a server', () => {
  it.each<[Problem, string]>([
    [
      { kind: 'invalid', detail: 'too long for lastname', longest: 5_000 },
      'There is room for 5,000 characters there, and this has more.',
    ],
    [
      { kind: 'forbidden', said: 'Not authorized', right: 'admin.user' },
      'Your login may not: it lacks the right “admin.user”.',
    ],
    [{ kind: 'forbidden', said: 'Token authorization failed.' }, 'The server says: “Token authorization failed.”'],
    [
      { kind: 'invalid', said: "Missing required value for field 'code'!", page: 'https://support.example.test/' },
      "The server says: “Missing required value for field 'code'!”",
    ],
  ])('%j says why', (problem, text) => {
    expect(plain(told(problem))).toBe(text);
  });
});
