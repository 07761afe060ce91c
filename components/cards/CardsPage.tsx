import type { PanelView } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';

export function CardsPage(_: { readonly view: PanelView; readonly person: PersonRef | null }) {
  return null;
}
