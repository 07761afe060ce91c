// The two ways back from the last thing that was done: the notice's own button, and the key for it.

import { useCallback, useEffect, useRef } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { AskBackground } from '@/utils/messages/protocol';
import { actionWord } from './action-words';
import { isolate } from './person-words';
import { problemWords } from './problem-words';
import type { Hit } from './states';
import { freshClock, type NoticeMark, type Notices } from './use-notices';

/** How many of a person's entries are looked through for one that can be taken back. */
const LOOKED_THROUGH = 20;
const TYPED_IN = 'textarea, select, [contenteditable], [role="combobox"]';
const NOT_TYPED_IN: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range']);

/** In a text field the key takes back letters. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.has(target.type);
  return target instanceof Element && target.closest(TYPED_IN) !== null;
}

const isUndo = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';

export interface UndoOf {
  /** False: keys belong to the page around. */
  readonly keys: boolean;
  readonly tab: number;
  /** Whose entries the key takes back. */
  readonly hit: Hit | null;
  readonly ask: AskBackground;
  readonly notices: Notices;
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
}

/** Returns how to take back what a notice is about. */
export function useUndo(of: UndoOf): (mark: NoticeMark) => Promise<boolean> {
  const { keys, tab, notices, say, warn } = of;
  const { show, close } = notices;
  const busy = useRef(new Set<string>());
  const now = useRef(of);
  now.current = of;

  const takeBack = useCallback(
    async (mark: NoticeMark): Promise<boolean> => {
      if (mark.undo === null || busy.current.has(mark.key)) return false;
      busy.current.add(mark.key);
      const answer = await mark.undo();
      busy.current.delete(mark.key);
      if (answer.ok) {
        close(tab, mark.key);
        say(t('said_undone', [mark.title]));
        return true;
      }
      show(tab, { ...mark, problem: answer.problem });
      const words = problemWords(answer.problem, 'failed_undo', mark.source);
      warn(`${words.title} ${words.detail}`);
      return false;
    },
    [tab, show, close, say, warn],
  );

  useEffect(() => {
    if (!keys) return;
    const undoLast = async (): Promise<void> => {
      const { hit, ask, notices: shown } = now.current;
      if (hit === null) return;
      if (shown.mark?.outside === true && shown.mark.undo !== null) return void (await takeBack(shown.mark));
      const { person } = hit.match;
      const source = hit.answer.source.name;
      const detail = [person.name, source];
      const tell = (key: string, title: string): void =>
        show(tab, { key, title, detail, source, undo: null, clock: freshClock(null), problem: null });
      const answer = await ask('entries', { ref: person.ref, limit: LOOKED_THROUGH });
      // One that is still being saved is taken back in its turn: the key never means an older one instead.
      const entry = answer.ok
        ? answer.value.find(
            ({ action, canUndo, state }) =>
              action !== 'undo' &&
              (state === 'waiting' || state === 'queued' || state === 'held' || (canUndo && state === 'done')),
          )
        : undefined;
      if (entry === undefined) {
        const nothing = t('nothing_to_undo', [isolate(person.name)]);
        say(nothing);
        return tell('nothing', nothing);
      }
      // By the words in which it was told, where it was told last.
      const known = shown.find(tab, entry.id);
      const title = known?.title ?? actionWord(entry.action);
      const undo = () => ask(entry.state === 'queued' ? 'action.drop' : 'action.undo', { entry: entry.id });
      const mark = { key: entry.id, title, detail, source, undo, clock: freshClock(undo), problem: null };
      if (await takeBack(mark)) tell(`undone ${entry.id}`, t('said_undone', [title]));
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !isUndo(event) || isTyping(event.target)) return;
      if (now.current.hit === null || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      void undoLast();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys, tab, show, say, takeBack]);

  return takeBack;
}
