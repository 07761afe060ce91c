import './people.css';
import { AddressText } from '@/components/ui/AddressText';
import { Chip } from '@/components/ui/Chip';
import { Icon } from '@/components/ui/Icon';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { SourceMark } from '@/components/ui/SourceMark';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { FoundLetters } from './Matched';
import { ProblemBox } from './ProblemPlace';
import { organisationOf, statusLooks } from './person-words';
import { RESULTS, resultId } from './SearchRow';
import { refKey } from './states';
import type { Search, SearchHit } from './use-search';

/** The address that the typed letters are in, else the primary one. */
function addressFor(person: Person, text: string): string | null {
  const typed = text.trim().toLowerCase();
  const emails = [...person.emails].sort((a, b) => Number(b.primary) - Number(a.primary));
  return (emails.find(({ address }) => address.includes(typed)) ?? emails[0])?.address ?? null;
}

function Lines({ hit, text }: { readonly hit: SearchHit; readonly text: string }) {
  const { person } = hit;
  const status = person.status === 'active' ? null : statusLooks[person.status];
  const address = addressFor(person, text);
  return (
    <span class="person-words">
      <span class="person-name">
        <FoundLetters text={person.name} search={text} />{' '}
        {status !== null && (
          <Chip icon={status.icon} tone={status.tone}>
            {t(status.text)}
          </Chip>
        )}
      </span>
      {address !== null && (
        <span class="address" dir="ltr">
          <FoundLetters text={address} search={text} />
        </span>
      )}
      <span>
        <bdi>{organisationOf(person) ?? t('no_organisation')}</bdi>
      </span>
    </span>
  );
}

interface RowProps {
  readonly row: number;
  readonly search: Search;
  readonly onOpen: (row: number) => void;
  readonly children: preact.ComponentChildren;
}

function Row({ row, search, onOpen, children }: RowProps) {
  const active = row === search.active;
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
  if (part === null) return t('searching');
  if (part.total > part.items.length) {
    return t('first_of', [formatNumber(part.items.length), formatNumber(part.total)]);
  }
  return plural('people_found', part.total);
}

const keys = [
  ['↑ ↓', 'key_move'],
  ['Enter', 'key_open'],
  ['Esc', 'key_back'],
] as const;

/** Everybody whose name or address begins so, with an honest count. */
export function SearchResults({ search, onOpen }: { readonly search: Search; readonly onOpen: (row: number) => void }) {
  const { text, address, part, problem } = search;
  const items = part?.items ?? [];
  const before = address === null ? 0 : 1;
  return (
    <div class="card results">
      <div class="people-count">
        <h1 class="part-title" tabIndex={-1}>
          {problem === null ? countText(search) : t('search_failed')}
        </h1>
        {part !== null && part.total > items.length && (
          <button type="button" class="row-action" onClick={search.loadMore}>
            {t('load_more')}
          </button>
        )}
      </div>
      {problem !== null && (
        <div class="pad">
          <ProblemBox problem={problem} call="failed_search" source="Sidecard" onRetry={search.again} />
        </div>
      )}
      <div class="people" role="listbox" id={RESULTS} aria-label={t('search_results')}>
        {address !== null && (
          <Row row={0} search={search} onOpen={onOpen}>
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
        {items.map((hit, index) => {
          const { person, source } = hit;
          const status = person.status === 'active' ? null : statusLooks[person.status];
          return (
            <Row key={refKey(person.ref)} row={index + before} search={search} onOpen={onOpen}>
              <span class="person">
                <PersonPicture
                  name={person.name}
                  seed={refKey(person.ref)}
                  muted={status?.muted ?? false}
                  {...(status === null ? {} : { badge: status.icon })}
                />
                <Lines hit={hit} text={text} />
                <span class="person-end">
                  <SourceMark {...source.mark} label={source.name} />
                </span>
              </span>
            </Row>
          );
        })}
      </div>
      {part?.total === 0 && address === null && <p class="pad quiet">{t('search_nobody', [text.trim()])}</p>}
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
