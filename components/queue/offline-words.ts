import { clockText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { QueueState } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';

/** Whether a source that the panel shows cannot be reached. */
export const isOffline = (view: PanelView, { offline }: QueueState): boolean =>
  view.sources.some(({ id }) => offline[id] !== undefined);

/** "RT Support cannot be reached since 14:36." `names`: of those that cannot. */
export function offlineText({ offline }: QueueState, names: readonly string[]): string {
  const since = Object.values(offline).sort()[0];
  const list = names.filter((name) => name !== '').join(', ');
  return since === undefined ? '' : t('offline_since', [list, clockText(Date.parse(since))]);
}
