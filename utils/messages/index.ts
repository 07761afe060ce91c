import * as v from 'valibot';
import { onMessage, ownId, ownUrl, type Sender } from '@/utils/browser/runtime';
import { type Problem, toProblem } from '@/utils/problem';
import type { Answer, AnswerTo, FromPage, FromPanel, Question } from './protocol';
import { envelope, fromPage, fromPanel } from './schema';

/** Which frame of which tab said it. */
export interface Frame {
  readonly tab: number;
  readonly window: number;
  readonly frame: number;
  readonly url: string;
}

export type PageAnswers = {
  readonly [Name in keyof FromPage]: (
    question: Question<FromPage, Name>,
    from: Frame,
  ) => Promise<AnswerTo<FromPage, Name>>;
};
export type PanelAnswers = {
  readonly [Name in keyof FromPanel]: (question: Question<FromPanel, Name>) => Promise<AnswerTo<FromPanel, Name>>;
};

type Hear = (question: unknown, from: Frame) => Promise<unknown>;

const isOwnPage = ({ url }: Sender): boolean => url?.startsWith(ownUrl('')) === true;

function frameOf({ tab, frameId, url }: Sender): Frame | null {
  if (tab?.id === undefined || tab.windowId === undefined || url === undefined) return null;
  return { tab: tab.id, window: tab.windowId, frame: frameId ?? 0, url };
}

/** A handler of `answers` behind its schema; undefined if the name is not one of them. */
function decoded(
  name: string,
  schemas: Readonly<Record<string, v.GenericSchema>>,
  answers: Readonly<Record<string, unknown>>,
): Hear | undefined {
  if (!Object.hasOwn(schemas, name)) return undefined;
  const schema = schemas[name];
  const answer = answers[name];
  if (schema === undefined || typeof answer !== 'function') return undefined;
  return async (question, from) => {
    const checked = v.safeParse(schema, question);
    if (!checked.success) {
      const problem: Problem = {
        kind: 'invalid',
        call: name,
        detail: v.flatten(checked.issues).root?.join('; ') ?? name,
      };
      return { ok: false, problem } satisfies Answer<never>;
    }
    try {
      return { ok: true, value: await (answer as Hear)(checked.output, from) } satisfies Answer<unknown>; // table above
    } catch (error) {
      return { ok: false, problem: toProblem(error) } satisfies Answer<never>;
    }
  };
}

const NOWHERE: Frame = { tab: -1, window: -1, frame: 0, url: '' };

/**
 * Answers our own pages and content scripts, each only what its kind may say. Anybody else, and anything else,
 * gets no answer at all. Errors do not survive the way, so they go as problems.
 */
export function answerAsks(page: PageAnswers, panel: PanelAnswers): void {
  onMessage((raw, sender) => {
    if (sender.id !== ownId()) return undefined;
    const checked = v.safeParse(envelope, raw);
    if (!checked.success) return undefined;
    const { name, question } = checked.output;
    const from = frameOf(sender);
    const hear = isOwnPage(sender) ? decoded(name, fromPanel, panel) : undefined;
    if (hear) return hear(question, from ?? NOWHERE);
    // Our own sample mailbox runs the page script too, so an own page may say what a content script may.
    return from === null ? undefined : decoded(name, fromPage, page)?.(question, from);
  });
}
