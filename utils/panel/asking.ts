import { grantedShortcuts, openShortcutSettings } from '@/utils/browser/menus';
import { askToRead, giveBack } from '@/utils/browser/permissions';
import { openOptionsPage, ownUrl } from '@/utils/browser/runtime';
import { openTab } from '@/utils/browser/tabs';
import { askBackground } from '@/utils/messages/ask';
import type { Answer, AnswerTo, AskBackground, FromPanel, PageActs, Question } from '@/utils/messages/protocol';
import { makeSearching } from './searching';
import { makeSuspecting } from './suspecting';

const orNull = (shortcut: string | undefined): string | null =>
  shortcut === undefined || shortcut === '' ? null : shortcut;

const suspecting = makeSuspecting();

const isWebPage = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** What only the page itself can do, within the user's click. */
export const page: PageActs = {
  allowSite: (...origins) => askToRead(origins).catch(() => false),
  revokeSite: (origin) => giveBack(origin).catch(() => false),
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
  openOptions: (section) =>
    void (section === undefined ? openOptionsPage() : openTab(ownUrl(`options.html#${section}`))).catch(
      () => undefined,
    ),
  openUrl: (url) => {
    if (isWebPage(url)) void openTab(url).catch(() => undefined);
  },
  openShortcuts: () => void openShortcutSettings().catch(() => undefined),
  shortcuts: async () => {
    const granted = await grantedShortcuts();
    return { openPanel: orNull(granted['_execute_action']), lookUp: orNull(granted['look-up-selection']) };
  },
  ...makeSearching(suspecting.start),
  findDuplicates: (connection, tell) => {
    const run = { over: false, stop: () => {} };
    // Seldom needed, so it comes in a file of its own.
    import('./duplicating').then(
      ({ findDuplicates }) => {
        if (!run.over) run.stop = findDuplicates(connection, tell);
      },
      (error: unknown) => {
        // The extension was updated under an open panel.
        const problem = { kind: 'bug', call: 'duplicates', detail: String(error) } as const;
        if (!run.over) tell({ state: 'failed', done: 0, total: 0, found: 0, pairs: [], last: true, problem });
      },
    );
    return () => {
      run.over = true;
      run.stop();
    };
  },
};

type Own = {
  readonly [Name in keyof FromPanel]?: (
    question: Question<FromPanel, Name>,
  ) => Promise<Answer<AnswerTo<FromPanel, Name>>>;
};

/** What a worker of this page knows better than the background. */
const own: Own = { suspects: suspecting.suspects };

/** How pages ask the background. */
export const ask: AskBackground = (name, question) => through(own[name], question, () => askBackground(name, question));

function through<Q, A>(
  first: ((question: Q) => Promise<A>) | undefined,
  question: Q,
  otherwise: () => Promise<A>,
): Promise<A> {
  return first === undefined ? otherwise() : first(question);
}
