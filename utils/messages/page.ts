// The content script's half of the protocol. No schema here, every page would pay for it: what arrives was sent by
// our own extension (browser/page.ts looks at the sender), and what we send the background decodes with suspicion.
import { alive, receive, send } from '@/utils/browser/page';
import type { Answer, AnswerTo, FromPage, Question, ToPage } from './protocol';

/** A background that is just being replaced comes back within this time, in ms. */
const RESTART = 250;

export type AnswerInPage = {
  readonly [Name in keyof ToPage]: (question: Question<ToPage, Name>) => AnswerTo<ToPage, Name>;
};

export type AskFromPage = <Name extends keyof FromPage>(
  name: Name,
  question: Question<FromPage, Name>,
) => Promise<Answer<AnswerTo<FromPage, Name>>>;

/** Asks the background. Never rejects; a background that is being restarted is asked once more. */
export const askFromPage: AskFromPage = async (name, question) => {
  try {
    return answerOf(await send({ name, question }));
  } catch (error) {
    if (!alive()) return failed(error);
  }
  await new Promise((done) => setTimeout(done, RESTART));
  try {
    return answerOf(await send({ name, question }));
  } catch (error) {
    return failed(error);
  }
};

/**
 * Answers what the background asks of this page.
 * @returns ends it
 */
export function answerInPage(handlers: AnswerInPage): () => void {
  return receive((message) => {
    const name = nameOf(message);
    if (name === null || !Object.hasOwn(handlers, name)) return undefined;
    const { question } = message as { readonly question: never };
    return { ok: true, value: handlers[name as keyof ToPage](question) };
  });
}

function failed(error: unknown): Answer<never> {
  return { ok: false, problem: { kind: 'bug', detail: String(error) } };
}

function nameOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('name' in message)) return null;
  return typeof message.name === 'string' ? message.name : null;
}

// The background built it by the same protocol.ts; of a foreign shape only "no answer at all" can happen.
function answerOf<Value>(answer: unknown): Answer<Value> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer<Value>;
  throw new Error('no answer');
}
