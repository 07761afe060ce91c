// The content script's half of the protocol. No schema here, every page would pay for it: what arrives was sent by
// our own extension (browser/page.ts looks at the sender), and what we send the background decodes with suspicion.
import { alive, receive, send } from '@/utils/browser/page';
import type { Reading } from '@/utils/people/message';
import type { Answer, AnswerTo, FromPage, Question, ToPage } from './protocol';

/** A background that is just being replaced comes back within this time, in ms. */
const RESTART = 250;
/** ms without an answer after which a message counts as lost. */
const LOST = 1000;

/** Nobody in a page reads why. */
const FAILED: Answer<never> = { ok: false, problem: { kind: 'bug' } };

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
  const message = { name, question };
  try {
    return answerOf(await inTime(send(message)));
  } catch {
    if (!alive()) return FAILED;
  }
  await pass(RESTART);
  if (!stillTrue()) return FAILED;
  try {
    return answerOf(await send(message));
  } catch {
    return FAILED;
  }
};

const pass = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Fails if no answer comes in time. A lost message is told by nothing: its promise stays open for ever. */
async function inTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_, fail) => {
    timer = setTimeout(fail, LOST);
  });
  return Promise.race([answer, lost]).finally(() => clearTimeout(timer));
}

export interface ReadingTeller {
  tell(reading: Reading): void;
  /** Tells the newest once more. */
  again(): void;
}

/**
 * Tells the background what the page reads. A reading that got lost is told again only while it is the newest: told
 * after the next message's, it would bring the person before back.
 */
export function readingTeller(): ReadingTeller {
  let newest: Reading | undefined;
  const tell = (reading: Reading): void => {
    newest = reading;
    void askFromPage('page.read', { reading }, () => newest === reading);
  };
  return { tell, again: () => newest && tell(newest) };
}

/**
 * Answers what the background asks of this page.
 * @returns ends it
 */
export function answerInPage(handlers: AnswerInPage): () => void {
  return receive((message) => {
    const { name, question } = message as { readonly name: keyof ToPage; readonly question: never };
    return Object.hasOwn(handlers, name) ? { ok: true, value: handlers[name](question) } : undefined;
  });
}

// The background built it by the same protocol.ts; of a foreign shape only "no answer at all" can happen.
function answerOf<Value>(answer: unknown): Answer<Value> {
  if (!answer) throw new Error('no answer');
  return answer as Answer<Value>;
}
