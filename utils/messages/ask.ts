import { sendToBackground } from '@/utils/browser/runtime';
import { toProblem } from '@/utils/problem';
import type { Answer, AskBackground } from './protocol';

const isAnswer = (value: unknown): value is Answer<never> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

/** Asks the background from one of our own pages. Never rejects: a background that does not answer is a problem too. */
export const askBackground: AskBackground = async (name, question) => {
  try {
    const answer = await sendToBackground({ name, question });
    return isAnswer(answer)
      ? answer
      : { ok: false, problem: { kind: 'bug', call: name, detail: `no answer to ${name}` } };
  } catch (error) {
    return { ok: false, problem: { ...toProblem(error), call: name } };
  }
};
