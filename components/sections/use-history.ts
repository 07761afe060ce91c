import { useMemo, useState } from 'preact/hooks';
import { actionWord } from '@/components/panel/action-words';
import { useActs } from '@/components/panel/acts';
import { type Hit, refKey } from '@/components/panel/states';
import type { EntryMark } from '@/utils/messages/protocol';
import type { HistoryItem, HistoryQuery } from '@/utils/people/record';
import { codesFor } from './history-words';
import { useRead } from './use-read';

const PAGE = 50;

/** A line of the history: what happened, an action of ours that did not, or one that a server does not know as ours. */
export type HistoryRow =
  | { readonly kind: 'item'; readonly at: string; readonly item: HistoryItem; readonly mark: EntryMark | null }
  | { readonly kind: 'stopped'; readonly at: string; readonly mark: EntryMark }
  | { readonly kind: 'done'; readonly at: string; readonly mark: EntryMark };

const isStopped = ({ state }: EntryMark): boolean => state === 'failed' || state === 'conflict' || state === 'waiting';

const isDone = ({ state }: EntryMark): boolean => state === 'done' || state === 'undone';

/** Entries that the server's own history does not tell, as far back as the list goes. */
function ownRows(
  kind: 'stopped' | 'done',
  marks: readonly EntryMark[],
  query: HistoryQuery,
  oldest: string | undefined,
): readonly HistoryRow[] {
  if (query.which === 'activity') return [];
  const typed = query.text.trim().toLocaleLowerCase();
  return marks
    .filter((mark) => (kind === 'done' ? isDone : isStopped)(mark) && (oldest === undefined || mark.at >= oldest))
    .filter((mark) => typed === '' || actionWord(mark.action).toLocaleLowerCase().includes(typed))
    .map((mark) => ({ kind, at: mark.at, mark }));
}

/** An entry of several lines is taken back as one: the newest of them says so, of a merge the one with the name. */
function tellersOf(items: readonly HistoryItem[]): ReadonlyMap<string, HistoryItem> {
  const tells = new Map<string, HistoryItem>();
  for (const item of items) {
    if (item.kind !== 'change' || item.entry === undefined) continue;
    if (item.field === 'merged' || !tells.has(item.entry)) tells.set(item.entry, item);
  }
  return tells;
}

function rowsOf(
  items: readonly HistoryItem[],
  marks: readonly EntryMark[],
  query: HistoryQuery,
  { whole, own }: { readonly whole: boolean; readonly own: boolean },
): readonly HistoryRow[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const tells = tellersOf(items);
  const rows = items.map((item): HistoryRow => {
    const entry = item.kind === 'change' ? item.entry : undefined;
    const mark = entry !== undefined && tells.get(entry) === item ? (byId.get(entry) ?? null) : null;
    return { kind: 'item', at: item.at, item, mark };
  });
  const oldest = whole ? undefined : items.at(-1)?.at;
  // A server tells what was changed, not that it was one act of ours: that, with its way back, is told here.
  const done = own ? [] : ownRows('done', marks, query, oldest);
  return [...rows, ...ownRows('stopped', marks, query, oldest), ...done].sort((a, b) =>
    a.at === b.at ? 0 : a.at < b.at ? 1 : -1,
  );
}

/** The history of a person for a question, fifty lines at a time, with what can be taken back. */
export function useHistory(hit: Hit, query: HistoryQuery) {
  const { ask } = useActs();
  const { ref } = hit.match.person;
  const of = refKey(ref);
  const question = `${of} ${query.which} ${query.text}`;
  const [wanted, setWanted] = useState({ question: '', limit: PAGE });
  const limit = wanted.question === question ? wanted.limit : PAGE;
  const read = useRead({
    of,
    turn: `${limit} ${query.which} ${query.text}`,
    touched: hit.match.touched,
    ask: () => ask('history', { ref, query: { ...query, codes: codesFor(query.text) }, limit }),
  });
  const marks = useRead({
    of,
    turn: limit,
    touched: hit.match.touched,
    ask: () => ask('entries', { ref, limit }),
  });
  const { value } = read;
  const items = value?.items ?? [];
  const total = read.value?.total ?? 0;
  const { which, text } = query;
  const { local } = hit.answer.source;
  const rows = useMemo(
    () =>
      value === null
        ? []
        : rowsOf(
            value.items,
            marks.value ?? [],
            { which, text },
            { whole: value.items.length >= value.total, own: local },
          ),
    [value, marks.value, which, text, local],
  );
  return {
    rows,
    shown: items.length,
    total,
    known: value !== null,
    /** Fewer came than were asked for, though more are counted: the server has said its last word. */
    short: !read.busy && read.problem === null && items.length < Math.min(limit, total),
    busy: read.busy,
    problem: read.problem,
    again: read.again,
    older: () => setWanted({ question, limit: limit + PAGE }),
  };
}
