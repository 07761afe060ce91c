import './people.css';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import { useActs } from './acts';
import { FoundPerson } from './FoundPerson';
import { SearchStates } from './SearchStates';
import { refKey } from './states';
import { REST, useFound, type Wanted } from './use-found';
import { useRoving } from './use-roving';

interface LabelPageProps {
  readonly source: Source;
  readonly label: string;
}

/** The people of one book who have a label, by their names. */
export function LabelPage({ source, label }: LabelPageProps) {
  const { ask, tab, page } = useActs();
  const wanted: Wanted = { text: '', role: 'anyone', group: null, label, sort: 'name' };
  const found = useFound(page, wanted, [source]);
  const { people: part } = found;
  const items = part?.items ?? [];
  const roving = useRoving(items.map(({ person }) => refKey(person.ref)));
  const rest = (part?.total ?? 0) - (part?.listed ?? 0);
  const count =
    part === null
      ? t('searching')
      : rest > 0
        ? t('first_of', [formatNumber(part.listed), formatNumber(part.total)])
        : plural('people_found', part.total);
  return (
    <div class="card">
      <h1 class="pad part-title" tabIndex={-1}>
        {t('label_page', [label])}
      </h1>
      <div class="people-count">
        <span role="status">{count}</span>
        {rest > 0 && (
          <button type="button" class="row-action" onClick={found.loadMore}>
            {rest > REST ? t('load_count', [formatNumber(REST)]) : t('load_rest')}
          </button>
        )}
      </div>
      <ul class="people found-list" {...roving.list}>
        {items.map((hit, index) => (
          <li key={refKey(hit.person.ref)}>
            <button
              type="button"
              class="person"
              {...roving.row(index)}
              onClick={() => void ask('lookup.person', { tab, ref: hit.person.ref })}
            >
              <FoundPerson hit={hit} text="" />
            </button>
          </li>
        ))}
      </ul>
      <SearchStates part={part} again={found.again} />
    </div>
  );
}
