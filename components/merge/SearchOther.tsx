import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { SearchStates } from '@/components/panel/SearchStates';
import { useFound } from '@/components/panel/use-found';
import { FilterField } from '@/components/ui/FilterField';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';
import { CandidateRows } from './CandidateRows';

/** ms without a new answer before the count is said: not with each letter. */
const SETTLED = 600;

interface SearchOtherProps {
  readonly source: Source;
  readonly person: Person;
  readonly onChoose: (other: Person) => void;
}

/** Anybody else of the same book or server. */
export function SearchOther({ source, person, onChoose }: SearchOtherProps) {
  const { page, say } = useActs();
  const [text, setText] = useState('');
  const words = text.trim();
  const wanted =
    words === '' ? null : ({ text: words, role: 'anyone', group: null, label: null, sort: 'best' } as const);
  const { people, fresh, again } = useFound(page, wanted, [source]);
  const items = people?.items ?? [];
  const more = people !== null && people.total > people.listed;
  const count =
    people === null || (items.length === 0 && people.waiting.length > 0)
      ? t('searching')
      : more
        ? t('first_of', [formatNumber(people.listed), formatNumber(people.total)])
        : plural('people_found', people.total);
  useEffect(() => {
    if (wanted === null || !fresh) return;
    const timer = setTimeout(() => say(count), SETTLED);
    return () => clearTimeout(timer);
  }, [count, fresh]);
  // A ticket that is found by its number stands for the person who has it.
  const found = [...new Map(items.map((hit) => [hit.person.ref.id, hit.person])).values()];
  return (
    <>
      <div class="merge-pad">
        <FilterField label={t('search_people')} value={text} onInput={setText} />
      </div>
      {wanted !== null && (
        <div aria-busy={!fresh}>
          <p class="people-count quiet">{count}</p>
          <CandidateRows
            label={t('search_results')}
            person={person}
            candidates={found.map((one) => ({ person: one, suspect: null }))}
            onChoose={onChoose}
          />
          <SearchStates part={people} again={again} />
        </div>
      )}
    </>
  );
}
