import '@/components/edit/edit.css';
import { MergeOwner } from '@/components/edit/MergeOwner';
import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

interface ShowOwnerProps {
  readonly problem: Problem;
  readonly connection: string;
  /** Whose form it is; absent: of somebody who is not there yet. */
  readonly of?: PersonRef | undefined;
}

/** Who has the address already, one press away. */
export function ShowOwner({ problem, connection, of }: ShowOwnerProps) {
  const { ask, tab } = useActs();
  const { owner } = problem;
  if (owner === undefined) return null;
  return (
    <div class="actions">
      <Button small onPress={() => void ask('lookup.person', { tab, ref: { connection, id: owner.id } })}>
        {t('show_person', [isolate(owner.name)])}
      </Button>
      {of !== undefined && <MergeOwner problem={problem} of={of} />}
    </div>
  );
}
