// When a field is read and when it is edited, what of it is kept meanwhile, and where the focus goes.

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { problemWords } from '@/components/panel/problem-words';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { type TextRules, textProblem } from './text-rules';
import { type Save, type Saving, useSaving } from './use-saving';
import { useTyped } from './use-typed';

export interface Editing {
  readonly text: string;
  /** What the record held when the editing began. */
  readonly base: string;
}

export interface InlineField {
  /** Null: it is read. */
  readonly editing: Editing | null;
  readonly wrong: string | null;
  readonly saving: Saving<string>;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly pen: RefObject<HTMLButtonElement | null>;
  /** With another text or base than what is shown. */
  readonly start: (text?: string, base?: string) => void;
  readonly type: (text: string) => void;
  /** By key or button: the focus goes back to the pen. */
  readonly submit: (text?: string) => void;
  readonly cancel: () => void;
  /** The focus went elsewhere: what was changed is saved, what is wrong stays. */
  readonly leave: () => void;
  /** After a conflict: mine all the same. */
  readonly insist: (theirs: string) => void;
  readonly retry: () => void;
  /** Gives up what was typed for what is there. */
  readonly give: (value: string) => void;
  readonly pressText: (event: MouseEvent) => void;
}

/** How a field went. */
export type Closed = 'taken' | 'given-up' | 'left';

export interface FieldOf extends TextRules {
  readonly person: Person;
  readonly place: string;
  readonly label: string;
  readonly value: string;
  readonly check?: (typed: string) => string | null;
  readonly save: Save<string>;
  readonly edit?: RefObject<(() => void) | null>;
  readonly opened?: boolean;
  readonly onDone?: (saved: boolean) => void;
  readonly onClosed?: (how: Closed) => void;
}

const CONTROLS = 'a, button, input, textarea, select';

export function useInlineEdit(of: FieldOf): InlineField {
  const { person, place, label, value, edit, opened = false, onDone } = of;
  const check = (text: string): string | null => textProblem(label, text, of) ?? of.check?.(text) ?? null;
  const { hold, warn, sourceName } = useActs();
  const typed = useTyped(person.ref, place, value);
  const saving = useSaving(value, of.save, person.version);
  const stopped = saving.state.kind === 'failed' || saving.state.kind === 'conflict' ? saving.state : null;
  const [editing, setEditing] = useState<Editing | null>(opened ? { text: value, base: value } : null);
  const [wrong, setWrong] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const pen = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const back = useRef(false);
  // A field that is taken away is told by some browsers that it was left, with what it last knew.
  const live = useRef(editing !== null);

  const start = (text = saving.shown, base = stopped?.from ?? saving.shown) => {
    const { activeElement } = document;
    opener.current = activeElement instanceof HTMLButtonElement ? activeElement : null;
    setWrong(null);
    setEditing({ text, base });
    live.current = true;
    hold(place, true);
    focus.current = true;
  };
  const focus = useRef(opened);
  if (edit !== undefined) edit.current = () => start();

  // Typed before this was drawn: it goes on from there, but takes the focus from nobody.
  const { restored } = typed;
  useEffect(() => {
    if (restored === null || (editing !== null && editing.text !== editing.base)) return;
    if (restored.text === value) return typed.drop();
    setEditing({ text: restored.text, base: restored.base });
    live.current = true;
    hold(place, true);
  }, [restored]);

  useEffect(() => {
    if (opened) hold(place, true);
  }, []);

  useLayoutEffect(() => {
    if (editing !== null && focus.current) {
      focus.current = false;
      const control = frame.current?.querySelector<HTMLElement>('input, textarea, select, [role="combobox"]');
      control?.focus();
      if (control instanceof HTMLInputElement && control.type === 'text') control.select();
    }
    if (editing === null && back.current) {
      back.current = false;
      const to = opener.current?.isConnected === true ? opener.current : pen.current;
      to?.focus();
    }
  }, [editing, saving.state.kind]);

  const close = (how: Closed) => {
    back.current = how !== 'left';
    live.current = false;
    setWrong(null);
    setEditing(null);
    of.onClosed?.(how);
  };
  const over = () => {
    typed.drop();
    hold(place, false);
  };
  const told = async (going: Promise<boolean>): Promise<void> => {
    // What could not be saved is not over: it stays, with Retry and Revert.
    if (!(await going)) return;
    // Unless it is edited again meanwhile.
    if (!live.current) over();
    onDone?.(true);
  };
  const commit = (to: string, from: string) => told(saving.save(to, from));
  const finish = (text: string, byHand: boolean) => {
    if (editing === null || !live.current) return;
    if (text === editing.base) {
      if (stopped !== null) saving.revert();
      over();
      close(byHand ? 'taken' : 'left');
      onDone?.(false);
      return;
    }
    const sentence = check(text);
    if (sentence !== null) {
      setWrong(sentence);
      if (byHand) frame.current?.querySelector<HTMLElement>('[aria-invalid], input, textarea')?.focus();
      return;
    }
    close(byHand ? 'taken' : 'left');
    void commit(text, editing.base);
  };

  // What failed is heard where the eye sees it.
  const problem = stopped?.problem ?? null;
  useEffect(() => {
    if (problem === null) return;
    const { title, detail } = problemWords(problem, 'failed_save', sourceName(person.ref.connection));
    warn(t('not_saved_value', [label, title, detail]));
  }, [problem]);

  const cancel = () => {
    close('given-up');
    // Back to what could not be saved: that is not given up.
    if (stopped !== null) return typed.keep(stopped.to, stopped.from);
    over();
    onDone?.(false);
  };

  return {
    editing,
    wrong,
    saving,
    frame,
    pen,
    start,
    type(text) {
      if (editing === null) return;
      setEditing({ ...editing, text });
      if (wrong !== null) setWrong(check(text));
      hold(place, true);
      typed.keep(text, editing.base);
    },
    submit: (text) => finish(text ?? editing?.text ?? '', true),
    cancel,
    leave: () => finish(editing?.text ?? '', false),
    insist(theirs) {
      if (saving.state.kind !== 'conflict') return;
      back.current = true;
      void commit(saving.state.to, theirs);
    },
    retry() {
      back.current = true;
      void told(saving.retry());
    },
    give(text) {
      back.current = true;
      over();
      saving.revert(text);
      onDone?.(false);
    },
    pressText(event) {
      if (event.target instanceof Element && event.target.closest(CONTROLS) !== null) return;
      if (document.getSelection()?.isCollapsed === false) return;
      start();
    },
  };
}
