import { type Job, refusal } from './write';

/** Characters. */
const LONGEST = { line: 500, value: 4_000, text: 50_000 } as const;

/** The text, if it is not longer than such a text may be. Fails with `invalid`: nothing is cut. */
export function within(job: Pick<Job, 'connection' | 'change'>, text: string, kind: keyof typeof LONGEST): string {
  if (text.length > LONGEST[kind]) throw refusal(job, 'invalid', { detail: `longer than ${LONGEST[kind]} characters` });
  return text;
}

/** A text of one line as it is kept and compared: single spaces, none around. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
