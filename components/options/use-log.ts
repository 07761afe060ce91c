import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogLine } from '@/utils/messages/connections';
import type { AskBackground } from '@/utils/messages/protocol';
import { type Asked, useAsked } from './use-asked';

const PAGE = 50;

interface Head {
  readonly of: string | null;
  readonly lines: readonly LogLine[];
  readonly total: number;
  readonly servers: readonly Pick<LogLine, 'connection' | 'name' | 'mark'>[];
}

export interface CallLog {
  readonly asked: Asked<Head>;
  readonly lines: readonly LogLine[];
  /** Connection whose calls are shown; null: of all. */
  readonly of: string | null;
  readonly busy: boolean;
  /** What was asked for last was not done. */
  readonly failed: 'more' | 'clear' | null;
  show(of: string | null): void;
  more(): Promise<void>;
  /** All lines go; false: they did not. */
  clear(): Promise<boolean>;
}

/** The log of calls, page by page. What is shown stays when it is asked anew; what is new comes on top of it. */
export function useLog(ask: AskBackground): CallLog {
  const [of, setOf] = useState<string | null>(null);
  const [shown, setShown] = useState<{ readonly of: string | null; readonly lines: readonly LogLine[] }>({
    of,
    lines: [],
  });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallLog['failed']>(null);
  const now = useRef(of);
  now.current = of;
  const asked = useAsked<Head>(async () => {
    const answer = await ask('log.list', { connection: of, before: null, limit: PAGE });
    return answer.ok ? { ok: true, value: { ...answer.value, of } } : answer;
  });
  const { value: head, again } = asked;

  useLayoutEffect(() => {
    if (head !== null) setShown((before) => ({ of: head.of, lines: joined(head, before) }));
  }, [head]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) again();
    first.current = false;
  }, [of, again]);

  return {
    asked,
    lines: shown.of === of ? shown.lines : [],
    of,
    busy,
    failed,
    show(next) {
      setOf(next);
      setFailed(null);
    },
    async more() {
      const last = shown.lines.at(-1);
      if (busy || last === undefined || shown.of !== of) return;
      setBusy(true);
      const answer = await ask('log.list', { connection: of, before: last.id, limit: PAGE });
      setBusy(false);
      if (now.current !== of) return;
      setFailed(answer.ok ? null : 'more');
      if (answer.ok) setShown((before) => ({ of, lines: [...before.lines, ...answer.value.lines] }));
    },
    async clear() {
      const answer = await ask('log.clear', {});
      setFailed(answer.ok ? null : 'clear');
      if (answer.ok) setOf(null);
      again();
      return answer.ok;
    },
  };
}

// Between a head and older lines that it does not reach some would be missing: then it stands alone.
function joined(head: Head, before: { readonly of: string | null; readonly lines: readonly LogLine[] }) {
  const last = head.lines.at(-1);
  if (last === undefined || before.of !== head.of || !before.lines.some(({ id }) => id >= last.id)) return head.lines;
  return [...head.lines, ...before.lines.filter(({ id }) => id < last.id)];
}
