import '@/components/ui/ground.css';
import './panel.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Profile } from '@/components/profile/Profile';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';
import type { CreateDraft, PanelView } from '@/utils/messages/view';
import { type Acts, ActsContext, useActs } from './acts';
import { failureAnnouncements, stateAnnouncement } from './announcements';
import { Failed, NameOnly, Never, NoMessage, NoWriter, ParticipantsOnly, SiteOff } from './Blank';
import { CreatedNotice } from './CreatedNotice';
import { Keys } from './Keys';
import { Looking } from './Looking';
import { NoAccess } from './NoAccess';
import { NotFound } from './NotFound';
import { Participants } from './Participants';
import { SearchResults } from './SearchResults';
import { SearchRow } from './SearchRow';
import { Several } from './Several';
import { Strips } from './Strips';
import { type PanelState, stateOf } from './states';
import { useFolds } from './use-folds';
import { useGivenText } from './use-given-text';
import { useKeptFocus } from './use-kept-focus';
import { useKeys } from './use-keys';
import { usePage } from './use-page';
import { useSaid } from './use-said';
import { useSearch } from './use-search';

export interface PanelProps {
  readonly view: PanelView | null;
  readonly ask: AskBackground;
  readonly page: PageActs;
  /** ms since the epoch */
  readonly now: () => number;
  /** Inside another page of ours, which has its own `main` and keys. */
  readonly embedded?: boolean;
}

interface FormHold {
  readonly current: boolean;
  readonly onTyped: (draft: CreateDraft) => void;
  readonly onLeave: () => void;
}

function Body({
  view,
  state,
  hold,
}: {
  readonly view: PanelView;
  readonly state: PanelState;
  readonly hold: FormHold;
}) {
  switch (state.kind) {
    case 'found':
      return <Profile view={view} subject={state.subject} hit={state.hit} />;
    case 'looking':
      return <Looking view={view} subject={state.subject} />;
    case 'several':
      return <Several key={state.subject.key} subject={state.subject} hits={state.hits} />;
    case 'not-found':
      return <NotFound key={state.subject.key} view={view} subject={state.subject} {...hold} />;
    case 'name-only':
      return <NameOnly view={view} subject={state.subject} />;
    case 'failed':
      return <Failed view={view} subject={state.subject} />;
    case 'never':
      return <Never subject={state.subject} />;
    case 'participants':
      return <ParticipantsOnly view={view} />;
    case 'page-unknown':
      return <NoWriter view={view} title={t('page_unknown')} text={t('page_unknown_text')} />;
    case 'no-writer':
      return <NoWriter view={view} title={t('no_writer')} text={t('no_writer_text')} />;
    case 'no-access':
      return <NoAccess key={view.page.host ?? ''} view={view} />;
    case 'site-off':
      return <SiteOff view={view} />;
    default:
      return <NoMessage view={view} />;
  }
}

/** From somebody asked for by hand, the way back to the open message. */
function Back({ view }: { readonly view: PanelView }) {
  const { ask, tab } = useActs();
  if (view.subject?.origin !== 'asked') return null;
  return (
    <div class="back">
      <button type="button" class="back-button" onClick={() => void ask('lookup.back', { tab })}>
        <Icon name="undo" />
        {t(view.page.state === 'open' ? 'back_to_message' : 'back')}
      </button>
    </div>
  );
}

/** The whole panel: a function of one view, and of what is half-typed or opened in it. */
export function Panel({ view: latest, ask, page, now, embedded = false }: PanelProps) {
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [pinned, setPinned] = useState<PanelView | null>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const search = useSearch(ask);
  const folds = useFolds(ask);
  useGivenText(latest, search.type, now);
  usePage(!embedded);

  // A form that somebody is filling in is never taken away by the next message.
  const moved = pinned !== null && pinned.tab === latest?.tab && pinned.subject?.key !== latest.subject?.key;
  const view = moved ? pinned : latest;
  const state = stateOf(view);
  const settled = state.kind === 'found' || state.kind === 'several' || state.kind === 'never';
  useEffect(() => {
    if (settled) setPinned(null);
  }, [settled]);
  const failures = failureAnnouncements(view, state);
  const said = useSaid(stateAnnouncement(view, state), failures.polite, failures.assertive);
  useKeptFocus(frame);
  useKeys(
    !embedded,
    useMemo(() => ({ '/': () => field.current?.focus(), '?': () => setKeysOpen(true) }), []),
  );

  const tab = latest?.tab ?? -1;
  const acts: Acts = { tab, ask, page, now, say: said.say, warn: said.warn, ...folds };
  const openRow = (row: number) => {
    const hit = search.part?.items[search.address === null ? row : row - 1];
    if (hit !== undefined) void ask('lookup.person', { tab, ref: hit.person.ref });
    else if (search.address !== null) void ask('lookup.text', { tab, text: search.address });
    search.type('');
  };
  const hold: FormHold = {
    current: !moved,
    // With what is typed in it: another tab's view takes the form away, and this one's brings it back.
    onTyped(draft) {
      setPinned((before) => {
        const held = moved ? before : latest;
        return held && { ...held, draft };
      });
    },
    onLeave: () => setPinned(null),
  };
  const searching = search.text.trim() !== '';
  const Main = embedded ? 'div' : 'main';
  return (
    <ActsContext.Provider value={acts}>
      <div class={`panel${embedded ? ' panel-embedded' : ''}`} ref={frame}>
        <p class="unseen" role="status">
          {said.polite}
        </p>
        <p class="unseen" role="alert">
          {said.alert}
        </p>
        <SearchRow search={search} field={field} onOpen={openRow} />
        {view !== null && !searching && (
          <Strips view={view} state={state} waiting={moved ? latest : null} onShowWaiting={() => setPinned(null)} />
        )}
        <Main class="panel-main">
          {searching && <SearchResults search={search} onOpen={openRow} />}
          {/* Kept while searching: a half-filled form must not lose a letter. */}
          <div class="panel-body" hidden={searching}>
            {view !== null && <Back view={view} />}
            {view !== null && <Body view={view} state={state} hold={hold} />}
            {view !== null && state.kind !== 'participants' && view.subject?.origin === 'page' && (
              <Participants others={view.others} more={view.more} sources={view.sources} />
            )}
          </div>
        </Main>
        {view !== null && <CreatedNotice view={latest ?? view} />}
        {keysOpen && <Keys onClose={() => setKeysOpen(false)} />}
      </div>
    </ActsContext.Provider>
  );
}
