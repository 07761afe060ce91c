import { useMemo, useRef, useState } from 'preact/hooks';
import type { FoundPeople, PageActs } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { steady } from './steady';
import { useFound, type Wanted } from './use-found';

export interface Filters {
  readonly role: Wanted['role'];
  /** A group, or a team where agents are looked for: of one source, since ids are its own. */
  readonly group: { readonly connection: string; readonly id: string } | null;
  readonly sort: Wanted['sort'];
}

export interface Search {
  readonly text: string;
  /** The first address in the text, which Enter looks up. */
  readonly address: Address | null;
  /** Null until the first answer. */
  readonly part: FoundPeople | null;
  /** The rows are those of the text, not of the letters before. */
  readonly fresh: boolean;
  readonly filters: Filters;
  readonly filter: (some: Partial<Filters>) => void;
  readonly sources: readonly Source[];
  /** Which row the arrows stand on; the address, if there is one, is the first row. */
  readonly active: number;
  readonly rows: number;
  readonly type: (text: string) => void;
  readonly move: (row: number) => void;
  readonly loadMore: () => void;
  /** Asks the same once more, after it failed. */
  readonly again: () => void;
  /** The field has the focus: somebody is about to type. */
  readonly warm: () => void;
}

const UNFILTERED: Filters = { role: 'anyone', group: null, sort: 'best' };

/** The first address in any text, as one pastes it: "Anna Keller <anna@example.com>, later". */
export function addressIn(text: string): Address | null {
  for (const word of text.split(/[\s,;<>()[\]"“”„]+/)) {
    const address = word.includes('@') ? parseAddress(word.replace(/[.:!?'’]+$/, '')) : null;
    if (address !== null && /@.+\..+/.test(address)) return address;
  }
  return null;
}

/** A server that answers later moves no row from under the highlight, nor does anything once the arrows were used. */
function useSteady(people: FoundPeople | null, fresh: boolean, moved: boolean, at: number): FoundPeople | null {
  const before = useRef<FoundPeople | null>(null);
  const place = useRef(at);
  place.current = at;
  return useMemo(() => {
    const last = before.current;
    const answered = last !== null && people !== null && people.waiting.length < last.waiting.length;
    const held = fresh && last !== null && people !== null && (answered || moved);
    const next = held ? { ...people, items: steady(last.items, people.items, place.current) } : people;
    before.current = fresh ? next : null;
    return next;
  }, [people, fresh]);
}

/** The panel's search over all of its sources. */
export function useSearch(page: PageActs, sources: readonly Source[]): Search {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [moved, setMoved] = useState(false);
  const [filters, setFilters] = useState(UNFILTERED);
  const { role, group, sort } = filters;
  const words = text.trim();
  const wanted = words === '' ? null : { text: words, role, group: group?.id ?? null, label: null, sort };
  const among = group === null ? sources : sources.filter(({ id }) => id === group.connection);
  const { people, ...found } = useFound(page, wanted, among);
  const address = addressIn(words);
  const part = useSteady(people, found.fresh, moved, active - (address === null ? 0 : 1));
  const rows = (part?.items.length ?? 0) + (address === null ? 0 : 1);
  return {
    ...found,
    text,
    address,
    part,
    filters,
    sources,
    active: Math.min(active, Math.max(rows - 1, 0)),
    rows,
    filter(some) {
      setFilters({ ...filters, ...some });
      setActive(0);
      setMoved(false);
    },
    type(next) {
      setText(next);
      setActive(0);
      setMoved(false);
      // The next search is another one.
      if (next.trim() === '') setFilters(UNFILTERED);
    },
    move(row) {
      setActive(row);
      setMoved(true);
    },
    warm: () => page.warmSearch(sources),
  };
}
