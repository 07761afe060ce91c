import { useActs } from '@/components/panel/acts';
import type { Hit } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { Command } from './command';

/** The shown person as a file. What writes it is fetched when it is wanted. */
export function useExport({ match, answer }: Hit): Command {
  const { notice, warn } = useActs();
  const { person } = match;
  const { name: source } = answer.source;
  const save = async (): Promise<void> => {
    const { exportCard } = await import('@/components/cards/export-card');
    const title = t('done_saved', [exportCard(person)]);
    notice({ key: 'export-card', title, detail: [person.name, source], source, undo: null });
  };
  const onPress = () => void save().catch(() => warn(t('part_missing')));
  return { key: 'export-card', icon: 'download', text: t('menu_export_card'), onPress };
}
