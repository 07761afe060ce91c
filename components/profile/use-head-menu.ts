import { useActs } from '@/components/panel/acts';
import type { MenuItem } from '@/components/ui/Menu';
import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { useCopy } from './use-copy';

/** What can be done with the shown subject, whether somebody has the address or not. */
export function useHeadMenu(view: PanelView, subject: Subject): readonly MenuItem[] {
  const { ask, tab } = useActs();
  const { address } = subject.party;
  const { copy: copyAddress } = useCopy(address ?? '');
  const again = () => void ask('lookup.again', { tab });
  const items: MenuItem[] = [{ key: 'again', icon: 'retry', text: t('menu_again'), onPress: again }];
  if (address === null) return items;
  items.push({ key: 'copy', icon: 'copy', text: t('menu_copy_address'), onPress: () => void copyAddress() });
  if (view.always) {
    const each = () => void ask('match.ask', { tab, of: address });
    items.push({ key: 'always', icon: 'people', text: t('menu_ask_each_time'), onPress: each });
  }
  const never = () => void ask('never.add', { tab, of: address });
  items.push({ key: 'never', icon: 'ban', text: t('menu_never'), onPress: never });
  return items;
}
