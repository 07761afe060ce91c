import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { Answer, AskBackground, CallRow, CallTried } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { type CallDraft, callOf, draftOf, sameDraft, wrongParts } from './call-draft';
import { unsavedText } from './call-words';

/** A call whose fields are unfolded. */
export interface OpenCall {
  readonly start: CallDraft;
  readonly typed: CallDraft;
  /** How often it was tried to save or to try it: what is wrong is told from the first time on. */
  readonly tries: number;
  readonly refusal: Problem | null;
  readonly working: 'saving' | 'trying' | null;
  readonly tried: CallTried | null;
}

export interface Calls {
  /** Whose calls are shown; null: nobody's. */
  readonly connection: string | null;
  /** Null: not known yet. */
  readonly rows: readonly CallRow[] | null;
  readonly problem: Problem | null;
  readonly open: Readonly<Record<string, OpenCall>>;
  readonly dirty: boolean;
  readonly said: string;
  /** What is typed would be lost: whoever pressed is asked first. */
  readonly leaving: boolean;
  /** Just drawn on a press: its heading takes the focus once. */
  readonly fresh: boolean;
  begin(connection: string): void;
  close(): void;
  discard(): void;
  stay(): void;
  drawn(): void;
  again(): void;
  unfold(row: CallRow): void;
  fold(call: string): void;
  change(call: string, some: Partial<CallDraft>): void;
  /** The switch: of one that is unfolded it is a part of what is typed, of another it is saved at once. */
  turn(row: CallRow, on: boolean): Promise<void>;
  save(row: CallRow): Promise<void>;
  forget(row: CallRow): Promise<void>;
  attempt(row: CallRow): Promise<void>;
}

const NOTHING: Readonly<Record<string, OpenCall>> = {};

/** The calls of one connection that its administrator describes. Held above the section: half-typed, they outlive it. */
export function useCalls(ask: AskBackground): Calls {
  const [connection, setConnection] = useState<string | null>(null);
  const [rows, setRows] = useState<readonly CallRow[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [open, setOpen] = useState(NOTHING);
  const [said, say] = useState('');
  const [wanted, setWanted] = useState<{ readonly connection: string | null } | null>(null);
  const [fresh, setFresh] = useState(false);
  /** Of answers that come late: another connection's calls may be shown by then. */
  const shown = useRef<string | null>(null);
  const dirty = Object.values(open).some(({ start, typed }) => !sameDraft(start, typed));

  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [dirty]);

  const read = async (id: string): Promise<void> => {
    setProblem(null);
    const answer = await ask('connection.calls', { id });
    if (shown.current !== id) return;
    if (answer.ok) setRows(answer.value);
    else setProblem(answer.problem);
  };
  const go = (next: string | null): void => {
    shown.current = next;
    setConnection(next);
    setRows(null);
    setOpen(NOTHING);
    setWanted(null);
    setFresh(next !== null);
    say('');
    if (next !== null) void read(next);
  };
  const askFirst = (next: string | null): void => {
    if (dirty) setWanted({ connection: next });
    else go(next);
  };
  const put = (call: string, some: Partial<OpenCall>): void =>
    setOpen((before) => {
      const one = before[call];
      return one === undefined ? before : { ...before, [call]: { ...one, ...some } };
    });
  /** What came of what was typed then; what is typed since stays as it is, and another connection's call too. */
  const settle = (call: string, typed: CallDraft, some: (isSame: boolean) => Partial<OpenCall> | null): void =>
    setOpen((before) => {
      const { [call]: one, ...others } = before;
      if (one === undefined || shown.current !== connection) return before;
      const next = some(one.typed === typed);
      return next === null ? others : { ...before, [call]: { ...one, working: null, ...next } };
    });
  const fold = (call: string): void => setOpen(({ [call]: _folded, ...others }) => others);
  const unfold = ({ place, kept }: CallRow, some: Partial<OpenCall> = {}): void => {
    const start = draftOf(kept, place);
    const began = { start, typed: start, tries: 0, refusal: null, working: null, tried: null, ...some };
    setOpen((before) => ({ ...before, [place.id]: began }));
  };
  /** Tells whether it is kept now. */
  const keep = async (row: CallRow, value: CallRow['kept']): Promise<Answer<null>> => {
    if (connection === null) return { ok: false, problem: { kind: 'bug' } };
    const { place } = row;
    const answer = await ask('connection.call.save', { id: connection, call: place.id, value });
    if (answer.ok && shown.current === connection) {
      setRows((before) => before?.map((one) => (one.place.id === place.id ? { place, kept: value } : one)) ?? null);
    }
    return answer;
  };

  return {
    connection,
    rows,
    problem,
    open,
    dirty,
    said,
    leaving: wanted !== null,
    fresh,
    begin: (next) => (next === connection ? setFresh(true) : askFirst(next)),
    close: () => askFirst(null),
    discard: () => go(wanted?.connection ?? null),
    stay: () => setWanted(null),
    drawn: () => setFresh(false),
    again: () => {
      if (connection !== null) void read(connection);
    },
    unfold: (row) => unfold(row),
    fold,
    change(call, some) {
      setWanted(null);
      setOpen((before) => {
        const one = before[call];
        if (one === undefined) return before;
        return { ...before, [call]: { ...one, typed: { ...one.typed, ...some }, refusal: null, tried: null } };
      });
    },
    async turn(row, on) {
      const { place, kept } = row;
      const typed = open[place.id]?.typed;
      if (typed !== undefined) return put(place.id, { typed: { ...typed, on }, refusal: null });
      const start = { ...draftOf(kept, place), on };
      // Nothing is there to be switched on, or nothing that could be made.
      if (kept === null) return unfold(row);
      if (on && Object.keys(wrongParts(start, place)).length > 0) return unfold(row, { typed: start, tries: 1 });
      const answer = await keep(row, { ...kept, on });
      say(answer.ok ? t(on ? 'call_is_on' : 'call_is_off', [t(place.label)]) : (unsavedText(answer.problem) ?? ''));
    },
    async save(row) {
      const { place } = row;
      const one = open[place.id];
      if (one === undefined || one.working !== null) return;
      if (one.typed.on && Object.keys(wrongParts(one.typed, place)).length > 0)
        return put(place.id, { tries: one.tries + 1 });
      put(place.id, { working: 'saving', refusal: null, tries: one.tries + 1 });
      const answer = await keep(row, callOf(one.typed));
      const refusal = answer.ok ? null : answer.problem;
      settle(place.id, one.typed, (isSame) =>
        refusal === null ? (isSame ? null : { start: one.typed }) : { refusal },
      );
      if (answer.ok && shown.current === connection) say(t('call_is_saved', [t(place.label)]));
    },
    async forget(row) {
      const { place } = row;
      const answer = await keep(row, null);
      if (shown.current !== connection) return;
      if (answer.ok) fold(place.id);
      else put(place.id, { refusal: answer.problem });
      say(answer.ok ? t('call_is_forgotten', [t(place.label)]) : (unsavedText(answer.problem) ?? ''));
    },
    async attempt(row) {
      const { place } = row;
      const one = open[place.id];
      if (connection === null || one === undefined || one.working !== null) return;
      if (Object.keys(wrongParts(one.typed, place)).length > 0) return put(place.id, { tries: one.tries + 1 });
      put(place.id, { working: 'trying', tried: null });
      const value = callOf(one.typed);
      const answer = await ask('connection.call.probe', { id: connection, call: place.id, value });
      const tried = answer.ok ? answer.value : { at: Date.now(), ms: 0, problem: answer.problem };
      settle(place.id, one.typed, (isSame) => (isSame ? { tried } : {}));
    },
  };
}
