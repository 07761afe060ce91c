import { useActs } from '@/components/panel/acts';
import type { MenuItem } from '@/components/ui/Menu';
import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { useCopy } from './use-copy';

/** What can be done with the shown subject. */
export function useHeadMenu(view: PanelView, subject: Subject): readonly MenuItem[] {
  const { ask, tab } = useActs();
  const { address } = subject.party;
  const { copy: copyAddress } = useCopy(address ?? '');
  const again: MenuItem = {
    key: 'again',
    icon: 'retry',
    text: t('menu_again'),
    onPress: () => void ask('lookup.again', { tab }),
  };
  if (address === null) return [again];
  const copy: MenuItem = {
    key: 'copy',
    icon: 'copy',
    text: t('menu_copy_address'),
    onPress: () => void copyAddress(),
  };
  const always: MenuItem = {
    key: 'always',
    icon: 'people',
    text: t('menu_ask_each_time'),
    onPress: () => void ask('match.ask', { tab, of: address }),
  };
  const never: MenuItem = {
    key: 'never',
    icon: 'ban',
    text: t('menu_never'),
    onPress: () => void ask('never.add', { tab, of: address }),
  };
  return [again, copy, ...(view.always ? [always] : []), never];
}
