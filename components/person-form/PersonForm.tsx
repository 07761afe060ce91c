import type { PanelPage } from '@/components/panel/acts';
import { hitsOf } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import { EditForm } from './EditForm';
import { NewForm } from './NewForm';

export interface PersonFormProps {
  readonly view: PanelView;
  readonly page: Extract<PanelPage, { readonly kind: 'new-person' | 'edit-person' }>;
}

/** All of a person in one form: somebody new, or one who is there. */
export function PersonForm({ view, page }: PersonFormProps) {
  if (page.kind === 'new-person') return <NewForm view={view} name={page.name} address={page.address} />;
  const hit = hitsOf(view.answers).find(({ match }) => sameRef(match.person.ref, page.ref));
  return hit === undefined ? <p class="pad">{t('problem_missing')}</p> : <EditForm hit={hit} />;
}
