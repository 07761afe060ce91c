import { useState } from 'preact/hooks';
import type { Ban } from '@/utils/connectors/types';
import type { Answer, AskBackground } from '@/utils/messages/protocol';
import { parseAddress } from '@/utils/people/address';
import type { Part } from '@/utils/people/types';
import { type Asked, useAsked } from './use-asked';

/** More than anybody reads; the rest is counted. */
const MOST = 500;

/** The books of this browser, by the ids that they always have. */
export type OwnBook = 'book' | 'sample';

export interface BanRow extends Ban {
  readonly book: OwnBook;
}

export interface Bans {
  readonly asked: Asked<Part<BanRow>>;
  /** What was done last, and the way back from it. */
  readonly last: { readonly kind: 'lifted' | 'back' | 'failed'; readonly address: string } | null;
  lift(ban: BanRow): Promise<void>;
  readonly undo: (() => Promise<void>) | null;
}

async function askBoth(ask: AskBackground): Promise<Answer<Part<BanRow>>> {
  const [own, sample] = await Promise.all([
    ask('bans', { connection: 'book', limit: MOST }),
    ask('bans', { connection: 'sample', limit: MOST }),
  ]);
  if (!own.ok) return own;
  const of = (book: OwnBook, part: Part<Ban>) => part.items.map((ban) => ({ ...ban, book }));
  // The sample people are not always there.
  const more = sample.ok ? sample.value : { items: [], total: 0 };
  const items = [...of('book', own.value), ...of('sample', more)];
  return { ok: true, value: { items, total: own.value.total + more.total } };
}

/** Addresses that nobody may get in the books of this browser; lifted one by one, each with its undo. */
export function useBans(ask: AskBackground): Bans {
  const asked = useAsked(() => askBoth(ask));
  const [last, setLast] = useState<Bans['last']>(null);
  const [entry, setEntry] = useState<string | null>(null);
  return {
    asked,
    last,
    async lift({ address: text, book }) {
      const address = parseAddress(text);
      const answer = address === null ? null : await ask('ban.lift', { connection: book, address });
      const done = answer?.ok === true;
      setLast({ kind: done ? 'lifted' : 'failed', address: text });
      setEntry(done && answer.value.entry !== '' ? answer.value.entry : null);
      asked.again();
    },
    undo:
      entry === null || last === null
        ? null
        : async () => {
            const answer = await ask('action.undo', { entry });
            setLast({ kind: answer.ok ? 'back' : 'failed', address: last.address });
            if (answer.ok) setEntry(null);
            asked.again();
          },
  };
}
