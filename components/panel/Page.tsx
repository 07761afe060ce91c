import { AgentsPage } from '@/components/agents/AgentsPage';
import { OrganisationPage } from '@/components/organisation/OrganisationPage';
import { PersonForm } from '@/components/person-form/PersonForm';
import type { PanelView } from '@/utils/messages/view';
import type { PanelPage } from './acts';
import { LabelPage } from './LabelPage';

/** What stands in place of the profile: each kind of page is drawn by its own room. */
export function Page({ page, view }: { readonly page: PanelPage; readonly view: PanelView }) {
  switch (page.kind) {
    case 'organisation':
      return <OrganisationPage connection={page.connection} id={page.id} />;
    case 'agents':
      return <AgentsPage />;
    case 'label': {
      const source = view.sources.find(({ id }) => id === page.connection);
      return source === undefined ? null : <LabelPage source={source} label={page.label} />;
    }
    case 'new-person':
    case 'edit-person':
      return <PersonForm view={view} page={page} />;
    default:
      return null;
  }
}
