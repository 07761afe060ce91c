import { withMod } from '@/components/actions/key-text';
import { useApart } from '@/components/actions/use-apart';
import { usePersonCommands } from '@/components/actions/use-person-commands';
import { useActs } from '@/components/panel/acts';
import { NamedSource } from '@/components/panel/NamedSource';
import type { Hit } from '@/components/panel/states';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { t } from '@/utils/i18n';
import type { PanelView, Subject } from '@/utils/messages/view';
import { useCopy } from './use-copy';
import { useHeadMenu } from './use-head-menu';

export interface HeadMenuProps {
  readonly view: PanelView;
  readonly subject: Subject;
  readonly hit: Hit;
}

/** All that can be done with the shown person, open from the start: a plain button stood for it until it was pressed. */
export function HeadMenu({ view, subject, hit }: HeadMenuProps) {
  const { over, palette, several } = useActs();
  const { people, account, security, danger } = usePersonCommands(subject, hit);
  const apart = useApart(view, hit);
  const commands = () => over({ kind: 'palette' });
  const { copy } = useCopy(hit.match.person.ref.id);
  const [again, ...of] = useHeadMenu(view, subject);
  const rest: readonly MenuItem[] = [
    ...(again === undefined ? [] : [{ ...again, apart: true }]),
    { key: 'id', icon: 'copy', text: t('menu_copy_id'), onPress: () => void copy() },
    ...of,
    ...(palette
      ? [{ key: 'all', icon: 'search' as const, text: t('menu_all'), keys: withMod('K'), onPress: commands }]
      : []),
  ];
  const items = [...people, ...apart, ...account, ...security, ...rest, ...danger];
  const { source } = hit.answer;
  const head = { drawn: <NamedSource source={source} />, title: t('menu_at', [source.name]) };
  return <Menu opened label={t('more_actions')} items={items} {...(several ? { head } : {})} />;
}
