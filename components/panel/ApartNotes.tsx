import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { ApartPair, PanelView } from '@/utils/messages/view';
import { useActs } from './acts';
import { apartSaid, hitsOfPair, namesOfPair } from './apart-words';
import { problemWords } from './problem-words';
import { apartAmong, type Hit, refKey } from './states';

/** Why people of several servers stand here one by one although they share the address, and the way back. */
export function ApartNotes({ view, hits }: { readonly view: PanelView; readonly hits: readonly Hit[] }) {
  const { ask, say, warn } = useActs();
  const together = async ([a, b]: ApartPair, names: readonly string[], source: string): Promise<void> => {
    const answer = await ask('apart.set', { a, b, apart: false });
    if (answer.ok) return say(t('apart_same_at', [...names]));
    const words = problemWords(answer.problem, 'failed_apart', source);
    return warn(`${words.title} ${words.detail}`);
  };
  return (
    <>
      {apartAmong(view).map((pair) => {
        const both = hitsOfPair(hits, pair);
        if (both === null) return null;
        const names = namesOfPair(both);
        return (
          <div key={pair.map(refKey).join(' ')} class="people-note">
            <Icon name="people" />
            <span>
              {apartSaid(both)}{' '}
              <button
                type="button"
                class="word-button"
                aria-label={t('apart_same_of', [...names])}
                onClick={() => void together(pair, names, both[0].answer.source.name)}
              >
                {t('apart_same_after_all')}
              </button>
            </span>
          </div>
        );
      })}
    </>
  );
}
