import { Menu } from '@/components/ui/Menu';
import { t } from '@/utils/i18n';
import { sorts, useTicketSort } from './ticket-sort';

/** In which order the tickets stand; the choice is kept. */
export function SortMenu() {
  const { sort, choose } = useTicketSort();
  const items = sorts.map(({ id, text }) => ({
    key: id,
    icon: 'sort' as const,
    text: t(text),
    checked: id === sort,
    onPress: () => choose(id),
  }));
  const now = sorts.find(({ id }) => id === sort)?.text ?? 'sort_last_reply';
  return <Menu label={t('sort_by')} items={items} button={{ icon: 'sort', text: t(now) }} />;
}
