// The content script's half of the protocol. No schema here, every page would pay for it: what arrives was sent by
// our own extension (browser/page.ts looks at the sender), and what we send the background decodes with suspicion.
import { alive, receive, send } from '@/utils/browser/page';
import type { Reading } from '@/utils/people/message';
import type { Answer, AnswerTo, FromPage, Question, ToPage } from './protocol';

/** A background that is just being replaced comes back within this time, in ms. */
const RESTART = 250;
/** ms without an answer after which a message counts as lost. */
const LOST = 1000;

export type AnswerInPage = {
  readonly [Name in keyof ToPage]: (question: Question<ToPage, Name>) => AnswerTo<ToPage, Name>;
};

export type AskFromPage = <Name extends keyof FromPage>(
  name: Name,
  question: Question<FromPage, Name>,
  /** False: what was to be said is no longer so; it is not said a second time. */
  stillTrue?: () => boolean,
) => Promise<Answer<AnswerTo<FromPage, Name>>>;

/**
 * Asks the background. Never rejects. A background that is being restarted, or that was stopped in the very moment
 * it was spoken to, is asked once more: to be told the same twice does it no harm.
 */
export const askFromPage: AskFromPage = async (name, question, stillTrue = () => true) => {
  try {
    return answerOf(await inTime(send({ name, question })));
  } catch (error) {
    if (!alive()) return failed(error);
  }
  await new Promise((done) => setTimeout(done, RESTART));
  if (!stillTrue()) return failed('overtaken');
  try {
    return answerOf(await send({ name, question }));
  } catch (error) {
    return failed(error);
  }
};

/** Fails if no answer comes in time. A lost message is told by nothing: its promise stays open for ever. */
async function inTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer in time')), LOST);
  });
  return Promise.race([answer, lost]).finally(() => clearTimeout(timer));
}

/**
 * Tells the background what the page reads. A reading that got lost is told again only while it is the newest: told
 * after the next message's, it would bring the person before back.
 */
export function readingTeller(): (reading: Reading) => void {
  const newest: { reading: Reading | null } = { reading: null };
  return (reading) => {
    newest.reading = reading;
    void askFromPage('page.read', { reading }, () => newest.reading === reading);
  };
}

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
