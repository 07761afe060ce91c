import '@/components/ui/ground.css';
import './list.css';
import './options.css';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { type TextKey, t } from '@/utils/i18n';
import type { AskBackground, ImportState, PageActs } from '@/utils/messages/protocol';
import { About } from './About';
import { AddressList } from './AddressList';
import { Apart } from './Apart';
import { Appearance } from './Appearance';
import { Bans } from './Bans';
import { Book } from './Book';
import { Connections } from './Connections';
import { DataLock } from './DataLock';
import { LockedSection, UnlockBox } from './LockedSection';
import { Mark } from './Mark';
import { ReadingLog } from './ReadingLog';
import { ShortcutList } from './ShortcutList';
import { Sites } from './Sites';
import { type Calls, useCalls } from './use-calls';
import { type ConnectionForm, useConnectionForm } from './use-connection-form';
import { useHash } from './use-hash';
import { usePageTitle } from './use-page-title';
import { usePreferences } from './use-preferences';

export interface OptionsProps {
  readonly ask: AskBackground;
  readonly page: PageActs;
  /** What the background tells of the last import; null if there was none since the browser started. */
  readonly importState: ImportState | null;
  /** Null: not known yet. */
  readonly locked?: boolean | null;
}

interface Section {
  /** Behind # in the address. */
  readonly id: string;
  readonly name: TextKey;
  readonly icon: IconName;
  /** It shows people: while it is locked, the lock stands in its place. */
  readonly people?: true;
  readonly Body: (props: OptionsProps & { readonly form: ConnectionForm; readonly calls: Calls }) => JSX.Element;
}

const connections: Section = { id: 'connections', name: 'options_connections', icon: 'globe', Body: Connections };

const sections: readonly Section[] = [
  connections,
  { id: 'sites', name: 'options_sites', icon: 'mail', Body: Sites },
  { id: 'book', name: 'options_book', icon: 'people', people: true, Body: Book },
  { id: 'never', name: 'options_never', icon: 'ban', people: true, Body: Never },
  { id: 'own', name: 'options_own', icon: 'note', people: true, Body: Own },
  { id: 'bans', name: 'options_bans', icon: 'lock', people: true, Body: Bans },
  { id: 'apart', name: 'options_apart', icon: 'swap', people: true, Body: Apart },
  { id: 'log', name: 'options_log', icon: 'eye', Body: ReadingLog },
  { id: 'shortcuts', name: 'options_shortcuts', icon: 'key', Body: ShortcutList },
  { id: 'appearance', name: 'options_look', icon: 'gear', Body: Appearance },
  { id: 'lock', name: 'options_lock', icon: 'shield', Body: DataLock },
  { id: 'about', name: 'options_about', icon: 'info', Body: About },
];

/** The settings page: one section at a time, each with an address of its own. */
export function Options(props: OptionsProps) {
  const hash = useHash();
  const { id: current, name, people = false, Body } = sections.find(({ id }) => id === hash) ?? connections;
  const { locked = false, ask } = props;
  const form = useConnectionForm(props.ask, props.page);
  const calls = useCalls(props.ask);
  const body = useRef<HTMLElement>(null);
  const side = useRef<HTMLElement>(null);
  const first = useRef(true);
  usePageTitle('options_page_title');
  // Readers who chose a section are taken to its head; not on arrival, where the page itself is news.
  useEffect(() => {
    if (first.current) first.current = false;
    else if (current !== '') body.current?.querySelector('h1')?.focus();
    // Narrow, the sections are a row: the one that is shown may lie outside of it.
    side.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <div class="options">
      <header class="options-side">
        <p class="options-brand">
          <Mark />
          <span class="name">{t('extension_name')}</span>
        </p>
        <nav ref={side} aria-label={t('options_nav')}>
          <ul>
            {sections.map(({ id, name, icon }) => (
              <li key={id}>
                <a class="options-link" href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
                  <Icon name={icon} />
                  <span>
                    {t(name)}
                    {id === connections.id && id !== current && (form.dirty || calls.dirty) && (
                      <span class="options-waits"> · {t('connection_form_waits')}</span>
                    )}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="options-body" ref={body}>
        {current === connections.id && locked === true && <UnlockBox ask={ask} />}
        {people && locked !== false ? (
          <LockedSection name={name} ask={ask} known={locked !== null} />
        ) : (
          <Body {...props} form={form} calls={calls} />
        )}
      </main>
    </div>
  );
}

function Never({ ask }: OptionsProps) {
  return (
    <AddressList
      preferred={usePreferences(ask)}
      name="neverLookUp"
      domains
      words={{
        title: 'options_never',
        text: 'options_never_text',
        label: 'options_never_label',
        list: 'options_never_list',
        none: 'options_never_none',
        wrong: 'options_never_wrong',
      }}
    />
  );
}

function Own({ ask }: OptionsProps) {
  return (
    <AddressList
      preferred={usePreferences(ask)}
      name="ownAddresses"
      domains={false}
      words={{
        title: 'options_own',
        text: 'options_own_text',
        label: 'options_own_label',
        list: 'options_own_list',
        none: 'options_own_none',
        wrong: 'options_own_wrong',
      }}
    />
  );
}
