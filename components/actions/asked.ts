import type { Hit } from '@/components/panel/states';
import type { PanelView } from '@/utils/messages/view';

/** What every question is handed. */
export interface AskedProps {
  readonly view: PanelView | null;
  readonly hit: Hit;
  readonly onClose: () => void;
}
