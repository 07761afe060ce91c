import { Menu, type MenuItem } from '@/components/ui/Menu';
import { plural, t } from '@/utils/i18n';
import type { LineProps } from './line-props';

/** All that can be done with one connection. */
export function ConnectionMenu(props: LineProps) {
  const { row } = props;
  const own = row.local ? [] : ownItems(props);
  const items = [...own, ...moveItems(props), ...(row.local ? [] : goneItems(props))];
  return items.length === 0 ? null : <Menu label={t('connection_menu_of', [row.name])} items={items} />;
}

function ownItems({ row, connections, edit, calls }: LineProps): readonly MenuItem[] {
  const paused = row.state === 'paused';
  // Of a kind that a newer version of us knew, there is no form.
  const kind = connections.kinds.value?.find(({ id }) => id === row.connector);
  const editItem: MenuItem = { key: 'edit', icon: 'pen', text: t('connection_edit'), onPress: () => edit(false) };
  const callsItem: MenuItem = { key: 'calls', icon: 'swap', text: t('calls_open'), onPress: calls };
  return [
    {
      key: 'test',
      icon: 'retry',
      text: t('connection_test'),
      onPress: () => void connections.test(row.id),
    },
    ...(kind === undefined ? [] : [editItem]),
    ...(kind?.calls === true ? [callsItem] : []),
    {
      key: 'pause',
      icon: paused ? 'right' : 'pause',
      text: t(paused ? 'connection_resume' : 'connection_pause'),
      onPress: () => void connections.pause(row, !paused),
    },
  ];
}

function moveItems({ row, place, reorder }: LineProps): readonly MenuItem[] {
  const up: MenuItem = {
    key: 'up',
    icon: 'up',
    text: t('connection_up'),
    onPress: () => void reorder.move(row.id, -1),
  };
  const down: MenuItem = {
    key: 'down',
    icon: 'downward',
    text: t('connection_down'),
    onPress: () => void reorder.move(row.id, 1),
  };
  const moves = [...(place.first ? [] : [up]), ...(place.last ? [] : [down])];
  return moves.map((item, index) => (index === 0 && !row.local ? { ...item, apart: true } : item));
}

function goneItems({ row, connections, remove }: LineProps): readonly MenuItem[] {
  const kept = row.people > 0;
  return [
    {
      key: 'forget',
      icon: 'undo',
      text: t('connection_forget'),
      apart: true,
      onPress: () => void connections.forget(row),
      ...(kept ? { note: plural('connection_forget_note', row.people) } : { mayNot: t('connection_forget_none') }),
    },
    { key: 'remove', icon: 'trash', text: t('connection_remove_dots'), danger: true, onPress: remove },
  ];
}
