import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { SectionFold } from '@/components/ui/SectionFold';
import { formatNumber, t } from '@/utils/i18n';
import type { ApartPair, Source } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';

type Named = { readonly pair: ApartPair; readonly names: readonly [string, string] };

/** So many are named at once; each is two questions. */
const PORTION = 20;

const keyOf = (pair: ApartPair): string => pair.map(({ connection, id }) => `${connection} ${id}`).join(' ');

/** All pairs of the book that were ever declared different, also with people of servers, with the way back. */
export function ApartList({ source, changes }: { readonly source: Source; readonly changes: number }) {
  const { ask, folded, fold, say, warn, sourceName } = useActs();
  const [pairs, setPairs] = useState<readonly ApartPair[]>([]);
  const [named, setNamed] = useState<readonly Named[]>([]);
  const [most, setMost] = useState(PORTION);
  const [turn, setTurn] = useState(0);
  const isFolded = folded('duplicates-apart', true);
  const { id: connection } = source;

  useEffect(() => {
    const drawn = { still: true };
    const nameOf = async (ref: PersonRef): Promise<string> => {
      const answer = await ask('people', { refs: [ref] });
      return (answer.ok ? answer.value[0]?.name : undefined) ?? `#${ref.id}`;
    };
    const read = async (): Promise<void> => {
      const [within, across] = await Promise.all([ask('apart.list', { connection }), ask('apart.across', {})]);
      if (!drawn.still || !within.ok) return;
      const own = within.value.map(
        ([a, b]): ApartPair => [
          { connection, id: a },
          { connection, id: b },
        ],
      );
      const shared = across.ok ? across.value.filter((pair) => pair.some((ref) => ref.connection === connection)) : [];
      // The newest first.
      const all = [...own, ...shared].toReversed();
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

  /** For texts: both names, of two connections each with its own. */
  const places = ({ pair, names }: Named): readonly string[] =>
    names.flatMap((name, at) => {
      const of = pair[at]?.connection ?? '';
      return pair[0].connection === pair[1].connection ? [isolate(name)] : [isolate(name), isolate(sourceName(of))];
    });
  const isAcross = ({ pair: [a, b] }: Named): boolean => a.connection !== b.connection;

  const together = async (one: Named): Promise<void> => {
    const [a, b] = one.pair;
    const answer = await ask('apart.set', { a, b, apart: false });
    if (answer.ok) {
      say(t(isAcross(one) ? 'apart_same_at' : 'apart_taken_back', places(one)));
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
          <li key={keyOf(one.pair)} class="apart-pair">
            <span>{t(isAcross(one) ? 'apart_pair_at' : 'apart_pair', places(one))}</span>
            <button
              type="button"
              class="row-action"
              aria-label={
                isAcross(one)
                  ? t('apart_take_back_at', places(one))
                  : t('apart_take_back_of', [one.names[0], one.names[1]])
              }
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
