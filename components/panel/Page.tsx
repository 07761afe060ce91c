import type { PanelView } from '@/utils/messages/view';
import type { PanelPage } from './acts';
import { later } from './later';

const LabelPage = later(async () => (await import('./LabelPage')).LabelPage);

const AgentsPage = later(async () => (await import('@/components/agents/AgentsPage')).AgentsPage);
const OrganisationPage = later(
  async () => (await import('@/components/organisation/OrganisationPage')).OrganisationPage,
);
const CardsPage = later(async () => (await import('@/components/cards/CardsPage')).CardsPage);
const DuplicatesPage = later(async () => (await import('@/components/duplicates/DuplicatesPage')).DuplicatesPage);
const MergePage = later(async () => (await import('@/components/merge/MergePage')).MergePage);
const QueuePage = later(async () => (await import('@/components/queue/QueuePage')).QueuePage);
const PersonForm = later(async () => (await import('@/components/person-form/PersonForm')).PersonForm);

/** What stands in place of the profile: each kind of page is drawn by its own room. */
export function Page({ page, view }: { readonly page: PanelPage; readonly view: PanelView }) {
  switch (page.kind) {
    case 'organisation':
      return (
        <OrganisationPage
          connection={page.connection}
          id={page.id}
          can={view.answers.find(({ source }) => source.id === page.connection)?.can ?? []}
        />
      );
    case 'agents':
      return <AgentsPage />;
    case 'label': {
      const source = view.sources.find(({ id }) => id === page.connection);
      return source === undefined ? null : <LabelPage source={source} label={page.label} />;
    }
    case 'new-person':
    case 'edit-person':
      return <PersonForm view={view} page={page} />;
    case 'merge':
      return <MergePage view={view} stays={page.stays} goes={page.goes} {...(page.after && { after: page.after })} />;
    case 'duplicates': {
      const source = view.sources.find(({ id }) => id === page.connection);
      return source === undefined ? null : <DuplicatesPage source={source} />;
    }
    case 'cards':
      return <CardsPage view={view} person={page.ref} />;
    case 'queue':
      return <QueuePage view={view} />;
    default:
      return null;
  }
}
