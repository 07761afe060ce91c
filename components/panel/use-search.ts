import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskBackground } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { Address, Part, Person } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

const STILL = 120;
const FIRST = 20;
const MORE = 200;

export interface SearchHit {
  readonly person: Person;
  readonly source: Source;
}

export interface Search {
  readonly text: string;
  /** The first address in the text, which Enter looks up. */
  readonly address: Address | null;
  /** Null until the first answer. */
  readonly part: Part<SearchHit> | null;
  readonly problem: Problem | null;
  /** Which row the arrows stand on; the address, if there is one, is the first row. */
  readonly active: number;
  readonly rows: number;
  readonly type: (text: string) => void;
  readonly move: (row: number) => void;
  readonly loadMore: () => void;
  /** Asks the same once more, after it failed. */
  readonly again: () => void;
}

/** The first address in any text, as one pastes it: "Anna Keller <anna@example.com>, later". */
export function addressIn(text: string): Address | null {
  for (const word of text.split(/[\s,;<>()[\]"“”„]+/)) {
    const address = word.includes('@') ? parseAddress(word.replace(/[.:!?'’]+$/, '')) : null;
    if (address !== null && /@.+\..+/.test(address)) return address;
  }
  return null;
}

interface Answered {
  readonly text: string;
  readonly part: Part<SearchHit> | null;
  readonly problem: Problem | null;
}

export function useSearch(ask: AskBackground): Search {
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(FIRST);
  const [turn, setTurn] = useState(0);
  const [active, setActive] = useState(0);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const latest = useRef('');
  const wanted = text.trim();
  latest.current = `${limit} ${wanted}`;
  useEffect(() => {
    if (wanted === '') return setAnswered(null);
    const asked = `${limit} ${wanted}`;
    const find = async (): Promise<void> => {
      const answer = await ask('search', {
        query: { text: wanted, role: 'anyone', group: null, label: null, sort: 'best' },
        limit,
      });
      // Rows for a text that is no longer there would be rows for somebody else.
      if (latest.current !== asked) return;
      setAnswered(
        answer.ok
          ? { text: wanted, part: answer.value, problem: null }
          : { text: wanted, part: null, problem: answer.problem },
      );
    };
    const timer = setTimeout(() => void find(), STILL);
    return () => clearTimeout(timer);
  }, [ask, limit, turn, wanted]);

  const address = addressIn(wanted);
  const part = wanted === '' ? null : (answered?.part ?? null);
  const rows = (part?.items.length ?? 0) + (address === null ? 0 : 1);
  return {
    text,
    address,
    part,
    problem: answered?.problem ?? null,
    active: Math.min(active, Math.max(rows - 1, 0)),
    rows,
    type(next) {
      setText(next);
      setActive(0);
      setLimit(FIRST);
    },
    move: setActive,
    loadMore: () => setLimit(limit === FIRST ? MORE : limit + MORE),
    again: () => setTurn(turn + 1),
  };
}
