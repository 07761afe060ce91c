import type { PanelView } from '@/utils/messages/view';

export function QueuePage(_: { readonly view: PanelView }) {
  return null;
}
