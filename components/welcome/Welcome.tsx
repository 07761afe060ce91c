import '@/components/ui/ground.css';
import './welcome.css';
import { Mark } from '@/components/options/Mark';
import { useAsked } from '@/components/options/use-asked';
import { useBook } from '@/components/options/use-book';
import { usePageTitle } from '@/components/options/use-page-title';
import { useSites } from '@/components/options/use-sites';
import { t } from '@/utils/i18n';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';
import { SamplePanel } from './SamplePanel';
import { SampleStep } from './SampleStep';
import { ServerStep } from './ServerStep';
import { ShortcutLine } from './ShortcutLine';
import { SiteStep } from './SiteStep';
import { useTurns } from './use-turns';

export interface WelcomeProps {
  readonly ask: AskBackground;
  readonly page: PageActs;
  /** Of the tab this page stands in: the sample person is looked up for it, as if a message were open here. */
  readonly view: PanelView | null;
  readonly locked?: boolean;
}

/** First run: meet a sample person, allow a mail site, add a server or fill the own book. Each step can wait, none needs the one before. */
export function Welcome({ ask, page, view, locked = false }: WelcomeProps) {
  const book = useBook(ask);
  const sites = useSites(ask, page);
  const connections = useAsked(() => ask('connection.list', {}));
  const state = book.asked.value;
  const loaded = state?.sample.loaded === true;
  const people = state?.own.people ?? 0;
  const servers = (connections.value ?? []).filter(({ local }) => !local).length;
  const turn = useTurns({
    sample: loaded,
    site: (sites.asked.value ?? []).length > 0,
    server: servers > 0 || people > 0,
  });
  usePageTitle('welcome_page_title');
  return (
    <div class="welcome">
      <main class="welcome-main">
        <Mark large />
        <h1 class="display">{t('welcome_headline')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
        <ol class="steps" aria-label={t('welcome_steps')}>
          <SampleStep book={book} turn={turn('sample')} />
          <SiteStep sites={sites} turn={turn('site')} />
          <ServerStep servers={servers} people={people} turn={turn('server')} />
        </ol>
        <ShortcutLine page={page} />
      </main>
      <SamplePanel ask={ask} page={page} view={view} book={book} locked={locked} />
    </div>
  );
}
