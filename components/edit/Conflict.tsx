import './conflict.css';
import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/Button';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';

interface ConflictProps {
  /** "Phone at RT Support" */
  readonly title: string;
  readonly before: ComponentChildren;
  readonly mine: ComponentChildren;
  readonly theirs: ComponentChildren;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  /** Absent: it is nothing that is typed. */
  readonly onEdit?: () => void;
}

/** Somebody else changed the value meanwhile: all three stand side by side, and none is preset. */
export function Conflict({ title, before, mine, theirs, onMine, onTheirs, onEdit }: ConflictProps) {
  const id = useOwnId();
  return (
    <section class="conflict" aria-labelledby={id}>
      <h3 class="conflict-title" id={id}>
        {title}
      </h3>
      <dl class="conflict-values">
        <dt>{t('conflict_before')}</dt>
        <dd>{before}</dd>
        <dt>{t('conflict_mine')}</dt>
        <dd>{mine}</dd>
        <dt>{t('conflict_theirs')}</dt>
        <dd>{theirs}</dd>
      </dl>
      <div class="edit-acts">
        <Button small onPress={onMine}>
          {t('keep_mine')}
        </Button>
        <Button small onPress={onTheirs}>
          {t('keep_theirs')}
        </Button>
        {onEdit !== undefined && (
          <Button small look="quiet" onPress={onEdit}>
            {t('edit')}
          </Button>
        )}
      </div>
    </section>
  );
}
