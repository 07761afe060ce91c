import '@/components/ui/ground.css';
import './panel.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs, QueueState } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import type { Viewing } from '@/utils/messages/viewing';
import { type Acts, ActsContext, type DoneOutside, type Over, type PanelPage, useActs } from './acts';
import { failureAnnouncements, stateAnnouncement } from './announcements';
import { Body, type FormHold } from './Body';
import { LastNotice } from './LastNotice';
import { later } from './later';
import { OpenedPage } from './OpenedPage';
import { Participants } from './Participants';
import { NO_QUEUE, QueueContext } from './queue';
import { SearchRow } from './SearchRow';
import { Strips } from './Strips';
import { stateOf } from './states';
import { type Holding, stillText } from './still-text';
import { typedTexts } from './typed-texts';
import { useCreated } from './use-created';
import { useFolds } from './use-folds';
import { useGivenText } from './use-given-text';
import { useKeptFocus } from './use-kept-focus';
import { useKeys } from './use-keys';
import { freshClock, useNotices } from './use-notices';
import { usePage } from './use-page';
import { usePages } from './use-pages';
import { useParts } from './use-parts';
import { CREATING, usePins } from './use-pins';
import { useRun } from './use-run';
import { useSaid } from './use-said';
import { useSearch } from './use-search';
import { useTurning } from './use-turning';
import { useUndo } from './use-undo';
import { useWaiting } from './use-waiting';

const SearchResults = later(async () => (await import('./SearchResults')).SearchResults);

const ViewBanner = later(async () => (await import('@/components/actions/ViewBanner')).ViewBanner, 'nothing');

const Commands = later(async () => (await import('@/components/actions/Commands')).Commands, 'nothing');

export interface PanelProps {
  readonly view: PanelView | null;
  readonly ask: AskBackground;
  readonly page: PageActs;
  /** ms since the epoch */
  readonly now: () => number;
  /** What is not sent yet. */
  readonly queue?: QueueState;
  /** Sessions as somebody else in this browser. */
  readonly viewings?: readonly Viewing[];
  /** Inside another page of ours, which has its own `main` and keys. */
  readonly embedded?: boolean;
}

const NO_SOURCES: PanelView['sources'] = [];
const NO_VIEWINGS: readonly Viewing[] = [];

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

/** What it is that keeps the panel with its person. */
function holdingOf(page: PanelPage | null, creating: boolean): Holding {
  if (page?.kind === 'new-person' || page?.kind === 'cards' || page?.kind === 'merge') return page.kind;
  return creating ? 'creating' : 'editing';
}

/** The whole panel: a function of one view, and of what is half-typed or opened in it. */
export function Panel(props: PanelProps) {
  const { view: told, ask, page, now, queue = NO_QUEUE, viewings = NO_VIEWINGS, embedded = false } = props;
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState<Over | null>(null);
  const latest = useWaiting(told, queue);
  const search = useSearch(page, latest?.sources ?? NO_SOURCES);
  const folds = useFolds(ask);
  useGivenText(latest, search.type, now);
  usePage(!embedded);
  useParts(latest !== null);

  const tab = latest?.tab ?? -1;
  const pins = usePins(latest);
  const { view } = pins;
  const state = useMemo(() => stateOf(view), [view]);
  const pages = usePages(tab, view?.subject?.key ?? '');
  const notices = useNotices(tab);
  useCreated(latest, notices, ask, now);
  const failures = failureAnnouncements(view, state);
  const said = useSaid(stateAnnouncement(view, state), failures.polite, failures.assertive);
  useKeptFocus(frame);
  useKeys(
    !embedded,
    useMemo(
      () => ({
        '/': () => field.current?.focus(),
        '?': () => setOver({ kind: 'keys' }),
        'mod k': () => setOver({ kind: 'palette' }),
      }),
      [],
    ),
  );

  const sources = view?.sources;
  const naming = useMemo(() => {
    const sourceOf = (id: string) => sources?.find((one) => one.id === id);
    const several = (sources?.length ?? 0) > 1;
    return { several, sourceOf, sourceName: (id: string) => sourceOf(id)?.name ?? '' };
  }, [sources]);
  const run = useRun(view, ask, notices, said.say, naming.sourceName);
  const hit = state.kind === 'found' ? state.hit : null;
  const takeBack = useUndo({ keys: !embedded, tab, hit, ask, notices, say: said.say, warn: said.warn });
  const typed = useMemo(() => typedTexts(ask), [ask]);
  const { close } = notices;
  const onBack = useCallback((entry: string) => close(tab, entry), [tab, close]);
  const asking = useTurning(ask, onBack, pins.letGo, pages.leaveAll);
  const { folded, fold } = folds;
  const { say, warn } = said;
  const { open, leave } = pages;
  const { show } = notices;
  const notice = useCallback(
    (done: DoneOutside) => {
      show(tab, { ...done, clock: freshClock(done.undo), problem: null, outside: true });
      say(done.title);
    },
    [tab, show, say],
  );
  const { hold, holdDraft, moved } = pins;
  // The same as long as nothing of it changes: a letter in the search draws nothing but the search anew.
  const acts: Acts = useMemo(
    () => ({
      ...{ tab, ask: asking, page, now, say, warn, folded, fold, hold, run, notice, open, leave, typed },
      ...naming,
      over: setOver,
      palette: !embedded,
    }),
    [tab, asking, page, now, say, warn, folded, fold, hold, run, notice, open, leave, naming, typed, embedded],
  );
  const form: FormHold = useMemo(
    () => ({ current: !moved, onTyped: holdDraft, onLeave: () => hold(CREATING, false) }),
    [moved, holdDraft, hold],
  );
  const body = useMemo(
    () =>
      view !== null && (
        <>
          <Back view={view} />
          <Body view={view} state={state} hold={form} />
          {state.kind !== 'participants' && view.subject?.origin === 'page' && (
            <Participants others={view.others} more={view.more} sources={view.sources} />
          )}
        </>
      ),
    [view, state, form],
  );
  const openRow = (row: number) => {
    const hit = search.part?.items[search.address === null ? row : row - 1];
    if (hit !== undefined) void asking('lookup.person', { tab, ref: hit.person.ref });
    else if (search.address !== null) void asking('lookup.text', { tab, text: search.address });
    search.type('');
  };
  const searching = search.text.trim() !== '';
  const holding = holdingOf(pages.page, pins.creating);
  const kept = pins.moved && view !== null && view.subject !== null ? stillText(holding, state, view.subject) : '';
  useEffect(() => {
    if (kept !== '') said.say(kept);
  }, [kept, said.say]);
  const Main = embedded ? 'div' : 'main';
  return (
    <ActsContext.Provider value={acts}>
      <QueueContext.Provider value={queue}>
        <div class={`panel${embedded ? ' panel-embedded' : ''}`} ref={frame}>
          <p class="unseen" role="status">
            {said.polite}
          </p>
          <p class="unseen" role="alert">
            {said.alert}
          </p>
          <SearchRow search={search} field={field} onOpen={openRow} />
          {viewings.length > 0 && <ViewBanner viewings={viewings} />}
          {view !== null && !searching && (
            <Strips
              view={view}
              state={state}
              waiting={pins.moved ? latest : null}
              holding={holding}
              onShowWaiting={pins.letGo}
            />
          )}
          <Main class="panel-main">
            {searching && <SearchResults search={search} onOpen={openRow} />}
            {pages.page !== null && view !== null && (
              <OpenedPage key={pages.depth} page={pages.page} view={view} hidden={searching} keys={!embedded} />
            )}
            {/* Kept while something else is in its place: a half-filled form must not lose a letter. */}
            <div class="panel-body" hidden={searching || pages.page !== null}>
              {body}
            </div>
          </Main>
          <LastNotice notices={notices} onUndo={(mark) => void takeBack(mark)} />
          {over !== null && (
            <Commands
              over={over}
              view={view}
              hit={hit}
              find={field}
              onFind={search.type}
              onClose={() => setOver(null)}
            />
          )}
        </div>
      </QueueContext.Provider>
    </ActsContext.Provider>
  );
}
