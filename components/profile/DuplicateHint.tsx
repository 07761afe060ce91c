import './duplicate-hint.css';
import { useState } from 'preact/hooks';
import { reasonTexts } from '@/components/duplicates/evidence-words';
import { useSuspects } from '@/components/duplicates/use-suspects';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import type { Hit } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { plural, t } from '@/utils/i18n';
import type { Suspect } from '@/utils/messages/protocol';

/** Who this person may be, with the reasons. Who shares nothing but a name is no more than that, and is not told here. */
export function DuplicateHint({ hit }: { readonly hit: Hit }) {
  const { ask, open, notice, warn } = useActs();
  const { person, touched = 0 } = hit.match;
  const { suspects, drop, again } = useSuspects(person.ref, touched);
  const [all, setAll] = useState(false);
  const told = suspects.filter(({ tier }) => tier !== 'possible');
  const source = hit.answer.source.name;

  const declare = async ({ person: other }: Suspect): Promise<void> => {
    const pair = { a: person.ref, b: other.ref };
    drop(other.ref.id);
    const answer = await ask('apart.set', { ...pair, apart: true });
    if (!answer.ok) {
      again();
      const words = problemWords(answer.problem, 'failed_apart', source);
      return warn(`${words.title} ${words.detail}`);
    }
    const undo = async () => {
      const back = await ask('apart.set', { ...pair, apart: false });
      if (back.ok) again();
      return back;
    };
    const title = t('apart_done', [isolate(person.name), isolate(other.name)]);
    notice({ key: `apart ${other.ref.id}`, title, detail: [source], source, undo });
  };

  return (
    <>
      {told.slice(0, all ? told.length : 1).map((suspect) => (
        <section key={suspect.person.ref.id} class="duplicate-hint" aria-label={t('duplicate_hint')}>
          <Icon name="people" />
          <p class="duplicate-words">
            <span class="duplicate-who">{t('duplicate_maybe', [isolate(suspect.person.name)])}</span>
            <span class="quiet">
              <Dotted parts={reasonTexts(suspect.evidence)} />
            </span>
          </p>
          <div class="duplicate-acts">
            <button
              type="button"
              class="row-action"
              aria-label={t('duplicate_compare_with', [suspect.person.name])}
              onClick={() => open({ kind: 'merge', stays: person.ref, goes: suspect.person.ref })}
            >
              {t('duplicate_compare')}
            </button>
            <button
              type="button"
              class="row-action duplicate-apart"
              aria-label={t('apart_from', [suspect.person.name])}
              onClick={() => void declare(suspect)}
            >
              {t('apart')}
            </button>
          </div>
        </section>
      ))}
      {told.length > 1 && !all && (
        <button type="button" class="duplicate-more" onClick={() => setAll(true)}>
          {plural('duplicate_more', told.length - 1)}
        </button>
      )}
    </>
  );
}
