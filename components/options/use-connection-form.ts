import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskBackground, ConnectionDraft, ConnectionRow, PageActs } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { differs, type TypedConnection } from './connection-draft';

export interface Begun {
  /** Null: a new one. */
  readonly row: ConnectionRow | null;
  readonly start: TypedConnection;
  readonly typed: TypedConnection;
  /** What the first focus goes to. */
  readonly focus: 'name' | 'secret';
}

/** Why it is not saved. */
export type Refusal = { readonly kind: 'browser' } | { readonly kind: 'problem'; readonly problem: Problem };

type Beginning = Omit<Begun, 'typed'>;

export interface ConnectionForm {
  readonly begun: Begun | null;
  readonly dirty: boolean;
  /** What is wrong is told from the first try on, not while it is typed; counts the tries. */
  readonly tries: number;
  readonly refusal: Refusal | null;
  readonly working: 'asking' | 'saving' | null;
  /** What is typed would be lost: whoever pressed is asked first. */
  readonly leaving: boolean;
  /** Just drawn on a press: it takes the focus once. */
  readonly fresh: boolean;
  /** Just saved: wants to be tested. */
  readonly saved: { readonly id: string; readonly name: string } | null;
  begin(beginning: Beginning): void;
  change(some: Partial<TypedConnection>): void;
  /** Away, or to what was asked for meanwhile; asks first if something would be lost. */
  leave(): void;
  discard(): void;
  stay(): void;
  tried(): void;
  /** Call it straight from a click: the browser asks only then. */
  save(origin: string | null, draft: ConnectionDraft): Promise<void>;
  drawn(): void;
  tested(): void;
}

type Wanted = Beginning | 'nothing';

/** The form of one connection. Held above the section, so that what is half-typed outlives a look at another one. */
export function useConnectionForm(ask: AskBackground, page: PageActs): ConnectionForm {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [working, setWorking] = useState<ConnectionForm['working']>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [fresh, setFresh] = useState(false);
  const [saved, setSaved] = useState<ConnectionForm['saved']>(null);
  const busy = useRef(false);
  const dirty = begun !== null && differs(begun.start, begun.typed);

  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [dirty]);

  const go = (next: Wanted): void => {
    setBegun(next === 'nothing' ? null : { ...next, typed: next.start });
    setFresh(next !== 'nothing');
    setTries(0);
    setRefusal(null);
    setWanted(null);
  };
  const askFirst = (next: Wanted): void => {
    if (busy.current) return;
    if (dirty) setWanted(next);
    else go(next);
  };

  return {
    begun,
    dirty,
    tries,
    refusal,
    working,
    leaving: wanted !== null,
    fresh,
    saved,
    begin: askFirst,
    leave: () => askFirst('nothing'),
    discard: () => go(wanted ?? 'nothing'),
    stay: () => setWanted(null),
    tried: () => setTries((before) => before + 1),
    drawn: () => setFresh(false),
    tested: () => setSaved(null),
    change(some) {
      setBegun((before) => (before === null ? null : { ...before, typed: { ...before.typed, ...some } }));
      setRefusal(null);
      setWanted(null);
    },
    async save(origin, draft) {
      if (busy.current) return;
      busy.current = true;
      setRefusal(null);
      setWanted(null);
      setWorking('asking');
      const allowed = origin === null || (await page.allowSite(origin).catch(() => false));
      if (allowed) {
        setWorking('saving');
        const answer = await ask('connection.save', { draft });
        if (answer.ok) {
          go('nothing');
          setSaved({ id: answer.value.id, name: draft.name });
        } else setRefusal({ kind: 'problem', problem: answer.problem });
      } else setRefusal({ kind: 'browser' });
      setWorking(null);
      busy.current = false;
    },
  };
}
