import './search.css';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { moved, moves } from '@/components/ui/listbox';
import { t } from '@/utils/i18n';
import { useActs } from './acts';
import { later } from './later';
import { QueueButton } from './QueueButton';
import { addressIn, type Search } from './use-search';

const SearchFilters = later(async () => (await import('./SearchFilters')).SearchFilters, 'nothing');

export const RESULTS = 'search-results';
export const resultId = (row: number): string => `search-result-${row}`;

export interface SearchRowProps {
  readonly search: Search;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Opens the row the arrows stand on. */
  readonly onOpen: (row: number) => void;
}

/** The first stop of the Tab key: a name to search, or an address to look up. */
export function SearchRow({ search, field, onOpen }: SearchRowProps) {
  const { ask, tab, page } = useActs();
  const { text, active, rows } = search;
  const open = text.trim() !== '';
  const lookUp = (pasted: string) => {
    search.type('');
    void ask('lookup.text', { tab, text: pasted });
  };
  // Enter pressed before the answer means its first row, not that of the letters before.
  const pressed = useRef(false);
  useEffect(() => {
    if (!pressed.current || !search.fresh) return;
    pressed.current = false;
    if (rows > 0) onOpen(active);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      search.type('');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (search.address !== null && active === 0) lookUp(text);
      else if (!search.fresh) pressed.current = true;
      else if (rows > 0) onOpen(active);
    } else if (open && moves(event.key)) {
      event.preventDefault();
      search.move(moved(event.key, active, rows));
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (addressIn(pasted) === null) return;
    event.preventDefault();
    lookUp(pasted);
  };
  return (
    <search class="search">
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={field}
          class="field-input search-input"
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellcheck={false}
          dir="auto"
          aria-label={t('search_label')}
          placeholder={t('search_people')}
          value={text}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? RESULTS : undefined}
          aria-activedescendant={open && rows > 0 ? resultId(active) : undefined}
          onFocus={search.warm}
          onInput={(event) => {
            pressed.current = false;
            search.type(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {text === '' ? (
          <span class="key search-key" aria-hidden="true">
            /
          </span>
        ) : (
          <span class="search-clear">
            <IconButton
              small
              icon="x"
              label={t('search_clear')}
              onPress={() => {
                search.type('');
                field.current?.focus();
              }}
            />
          </span>
        )}
      </div>
      <QueueButton />
      <IconButton icon="gear" label={t('settings')} onPress={() => page.openOptions()} />
      {open && <SearchFilters search={search} />}
    </search>
  );
}
