import './people.css';
import { useEffect, useMemo } from 'preact/hooks';
import { AddressText } from '@/components/ui/AddressText';
import { QuietAction } from '@/components/ui/Empty';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { formatNumber, plural, t } from '@/utils/i18n';
import { useActs } from './acts';
import { FoundPerson } from './FoundPerson';
import { RESULTS, resultId } from './SearchRow';
import { SearchStates } from './SearchStates';
import { refKey } from './states';
import { REST } from './use-found';
import type { Search } from './use-search';

/** ms without a new answer before the count is said: not with each letter. */
const SETTLED = 600;

interface RowProps {
  readonly row: number;
  readonly active: boolean;
  readonly onOpen: (row: number) => void;
  readonly children: preact.ComponentChildren;
}

function Row({ row, active, onOpen, children }: RowProps) {
  return (
    // The keys are the search field's, which keeps the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={resultId(row)}
      role="option"
      aria-selected={active}
      class={active ? 'chosen' : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(row)}
    >
      {children}
    </div>
  );
}

function countText({ part }: Search): string {
  if (part === null || (part.items.length === 0 && part.waiting.length > 0)) return t('searching');
  if (part.items.length === 0 && part.failed.length > 0) return t('search_failed');
  if (part.total > part.listed) return t('first_of', [formatNumber(part.listed), formatNumber(part.total)]);
  // Who is in several servers is one row, and one person.
  return plural('people_found', part.items.length);
}

const keys = [
  ['↑ ↓', 'key_move'],
  ['Enter', 'key_open'],
  ['Esc', 'key_back'],
] as const;

function NewPerson({ search }: { readonly search: Search }) {
  const { open } = useActs();
  const { address } = search;
  const typed = address ?? search.text.trim();
  return (
    <div class="pad">
      <QuietAction
        icon="plus"
        text={t('search_new_person', [typed])}
        onPress={() => {
          open({ kind: 'new-person', name: address === null ? typed : '', address: address ?? '' });
          search.type('');
        }}
      />
    </div>
  );
}

/** How many each server has, where several have some: what is not listed there is not hidden. */
function Counts({ search: { part } }: { readonly search: Search }) {
  const some = (part?.counts ?? []).filter(({ total }) => total > 0);
  if (some.length < 2) return null;
  return (
    <ul class="search-counts quiet figures">
      {some.map(({ source, listed, total }) => {
        const numbers = [formatNumber(listed), formatNumber(total)];
        return (
          <li key={source.id} class="named-source">
            <SourceMark {...source.mark} />
            <span>
              {listed < total
                ? t('search_at_first', [source.name, ...numbers])
                : t('search_at', [source.name, formatNumber(total)])}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What a server that found nobody cannot search by: that is not to be read as nobody being there. */
function Unsearched({ search: { part } }: { readonly search: Search }) {
  return (part?.counts ?? []).map(({ source: { id, name, says }, total }) =>
    total > 0 || says?.search === undefined ? null : (
      <p key={id} class="people-note">
        <Icon name="info" />
        <span>{t(says.search, [name])}</span>
      </p>
    ),
  );
}

/** Who is found, the best first, with an honest count; and at the end the way to somebody new. */
export function SearchResults({ search, onOpen }: { readonly search: Search; readonly onOpen: (row: number) => void }) {
  const { text, address, part, active, fresh } = search;
  const { say } = useActs();
  const items = part?.items ?? [];
  const before = address === null ? 0 : 1;
  const rest = (part?.total ?? 0) - (part?.listed ?? 0);
  const count = countText(search);
  // What is in a row changes only with the answer: the arrows draw nothing of it anew.
  const rows = useMemo(
    () =>
      items.map((hit) => (
        <span key={refKey(hit.person.ref)} class="person">
          <FoundPerson hit={hit} text={text} />
        </span>
      )),
    [part],
  );
  useEffect(() => {
    document.getElementById(resultId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  useEffect(() => {
    if (!fresh) return;
    const timer = setTimeout(() => say(count), SETTLED);
    return () => clearTimeout(timer);
  }, [count, fresh]);
  return (
    <div class="card results" aria-busy={!fresh}>
      <div class="people-count">
        <h1 class="part-title" tabIndex={-1}>
          {count}
        </h1>
        {rest > 0 && (
          <button type="button" class="row-action" onClick={search.loadMore}>
            {rest > REST ? t('load_count', [formatNumber(REST)]) : t('load_rest')}
          </button>
        )}
      </div>
      <Counts search={search} />
      <div class="people" role="listbox" id={RESULTS} aria-label={t('search_results')}>
        {address !== null && (
          <Row row={0} active={active === 0} onOpen={onOpen}>
            <span class="person">
              <span class="person-icon">
                <Icon name="mail" />
              </span>
              <span class="person-words">
                <span class="person-name">{t('look_up_this')}</span>
                <span>
                  <AddressText address={address} />
                </span>
              </span>
            </span>
          </Row>
        )}
        {items.map((hit, index) => (
          <Row key={refKey(hit.person.ref)} row={index + before} active={active === index + before} onOpen={onOpen}>
            {rows[index]}
          </Row>
        ))}
      </div>
      {part?.total === 0 && part.waiting.length === 0 && address === null && (
        <p class="pad quiet">{t('search_nobody', [text.trim()])}</p>
      )}
      <SearchStates part={part} again={search.again} />
      <Unsearched search={search} />
      <NewPerson search={search} />
      <p class="people-keys" aria-hidden="true">
        {keys.map(([key, word]) => (
          <span key={key}>
            {key.split(' ').map((one) => (
              <kbd key={one} class="key">
                {one}
              </kbd>
            ))}
            {t(word)}
          </span>
        ))}
      </p>
    </div>
  );
}
