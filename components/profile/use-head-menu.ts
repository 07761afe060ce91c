import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import type { Hit } from '@/components/panel/states';
import type { MenuItem } from '@/components/ui/Menu';
import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { useCopy } from './use-copy';

/** What can be done with the shown subject, and with its record where there is one. */
export function useHeadMenu(view: PanelView, subject: Subject, hit?: Hit): readonly MenuItem[] {
  const { ask, tab, open } = useActs();
  const { address } = subject.party;
  const ref = hit?.match.person.ref;
  const { copy: copyAddress } = useCopy(address ?? '');
  const { copy: copyId } = useCopy(ref?.id ?? '');
  const edit = hit === undefined ? null : may(hit.answer, 'person.set');
  const items: MenuItem[] = [];
  if (ref !== undefined && edit !== null) {
    const onPress = () => open({ kind: 'edit-person', ref });
    items.push({ key: 'edit', icon: 'pen', text: t('menu_edit_person'), onPress, ...edit });
  }
  const again = () => void ask('lookup.again', { tab });
  items.push({ key: 'again', icon: 'retry', text: t('menu_again'), onPress: again });
  if (ref !== undefined) {
    items.push({ key: 'id', icon: 'copy', text: t('menu_copy_id'), onPress: () => void copyId() });
  }
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
