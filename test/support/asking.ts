import { vi } from 'vitest';
import type { Answer, AnswerTo, AskBackground, FromPanel, PageActs, Question } from '@/utils/messages/protocol';
import { toProblem } from '@/utils/problem';

/** What a background answers in a test; a thrown error is the answer "no". */
export type Answers = {
  readonly [Name in keyof FromPanel]?: (
    question: Question<FromPanel, Name>,
  ) => AnswerTo<FromPanel, Name> | Promise<AnswerTo<FromPanel, Name>>;
};

/** A background of set answers; `asked` holds every question that came, in order. What has no answer fails. */
export function answering(answers: Answers) {
  const asked: { readonly name: string; readonly question: unknown }[] = [];
  const ask: AskBackground = async (name, question) => {
    asked.push({ name, question });
    return answerWith(answers[name], question);
  };
  return {
    ask,
    asked,
    questions: (name: keyof FromPanel) => asked.filter((one) => one.name === name).map((one) => one.question),
  };
}

async function answerWith<Q, A>(
  answer: ((question: Q) => A | Promise<A>) | undefined,
  question: Q,
): Promise<Answer<A>> {
  if (answer === undefined) return { ok: false, problem: { kind: 'bug', detail: 'no answer' } };
  try {
    return { ok: true, value: await answer(question) };
  } catch (error) {
    return { ok: false, problem: toProblem(error) };
  }
}

/** A page whose browser says yes to everything, and has both shortcuts. */
export function pageActs(some: Partial<PageActs> = {}) {
  return {
    allowSite: vi.fn(async () => true),
    revokeSite: vi.fn(async () => true),
    copy: vi.fn(async () => true),
    openOptions: vi.fn(),
    openShortcuts: vi.fn(),
    openUrl: vi.fn(),
    shortcuts: vi.fn(async () => ({ openPanel: 'Alt+W', lookUp: 'Alt+Shift+K' })),
    warmSearch: vi.fn(),
    search: vi.fn(),
    findDuplicates: vi.fn<PageActs['findDuplicates']>(() => () => {}),
    ...some,
  } satisfies PageActs;
}
