import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';

/** Who has the address already, one press away. */
export function ShowOwner({ problem, connection }: { readonly problem: Problem; readonly connection: string }) {
  const { ask, tab } = useActs();
  const { owner } = problem;
  if (owner === undefined) return null;
  return (
    <div>
      <Button small onPress={() => void ask('lookup.person', { tab, ref: { connection, id: owner.id } })}>
        {t('show_person', [isolate(owner.name)])}
      </Button>
    </div>
  );
}
