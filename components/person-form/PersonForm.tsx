import type { PanelPage } from '@/components/panel/acts';
import type { PanelView } from '@/utils/messages/view';

export interface PersonFormProps {
  readonly view: PanelView;
  readonly page: Extract<PanelPage, { readonly kind: 'new-person' | 'edit-person' }>;
}

/** All of a person in one form: somebody new, or one who is there. */
export function PersonForm(_: PersonFormProps) {
  return null;
}
