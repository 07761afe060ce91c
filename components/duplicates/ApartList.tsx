import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { SectionFold } from '@/components/ui/SectionFold';
import { formatNumber, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';

type Pair = readonly [string, string];
type Named = { readonly pair: Pair; readonly names: Pair };

/** So many are named at once; each is two questions. */
const PORTION = 20;

/** All pairs of the book that were ever declared different, the newest first, with the way back. */
export function ApartList({ source, changes }: { readonly source: Source; readonly changes: number }) {
  const { ask, folded, fold, say, warn } = useActs();
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [named, setNamed] = useState<readonly Named[]>([]);
  const [most, setMost] = useState(PORTION);
  const [turn, setTurn] = useState(0);
  const isFolded = folded('duplicates-apart', true);
  const { id: connection } = source;

  useEffect(() => {
    const drawn = { still: true };
    const nameOf = async (id: string): Promise<string> => {
      const answer = await ask('people', { refs: [{ connection, id }] });
      return (answer.ok ? answer.value[0]?.name : undefined) ?? `#${id}`;
    };
    const read = async (): Promise<void> => {
      const answer = await ask('apart.list', { connection });
      if (!drawn.still || !answer.ok) return;
      const all = answer.value.toReversed();
      setPairs(all);
      if (isFolded) return;
      const some = await Promise.all(
        all
          .slice(0, most)
          .map(async (pair) => ({ pair, names: [await nameOf(pair[0]), await nameOf(pair[1])] as const })),
      );
      if (drawn.still) setNamed(some);
    };
    void read();
    return () => {
      drawn.still = false;
    };
  }, [ask, connection, isFolded, most, changes, turn]);

  const together = async ({ pair: [a, b], names: [one, other] }: Named): Promise<void> => {
    const answer = await ask('apart.set', { a: { connection, id: a }, b: { connection, id: b }, apart: false });
    if (answer.ok) {
      say(t('apart_taken_back', [isolate(one), isolate(other)]));
      setTurn((before) => before + 1);
      return;
    }
    const words = problemWords(answer.problem, 'failed_apart', source.name);
    warn(`${words.title} ${words.detail}`);
  };
  if (pairs.length === 0) return null;
  return (
    <SectionFold
      title={t('apart_list')}
      count={pairs.length}
      folded={isFolded}
      onFold={(to) => fold('duplicates-apart', to)}
    >
      <ul class="apart-list">
        {named.map((one) => (
          <li key={one.pair.join(' ')} class="apart-pair">
            <span>{t('apart_pair', [isolate(one.names[0]), isolate(one.names[1])])}</span>
            <button
              type="button"
              class="row-action"
              aria-label={t('apart_take_back_of', [one.names[0], one.names[1]])}
              onClick={() => void together(one)}
            >
              {t('apart_take_back')}
            </button>
          </li>
        ))}
      </ul>
      {pairs.length > most && (
        <button type="button" class="more" onClick={() => setMost((before) => before + PORTION)}>
          {t('load_count', [formatNumber(Math.min(PORTION, pairs.length - most))])}
        </button>
      )}
    </SectionFold>
  );
}
