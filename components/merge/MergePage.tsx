import type { PanelView } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';

export function MergePage(_: { readonly view: PanelView; readonly stays: PersonRef; readonly goes: PersonRef | null }) {
  return null;
}
