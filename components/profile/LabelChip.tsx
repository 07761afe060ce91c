import { useEffect } from 'preact/hooks';
import { NotSaved } from '@/components/edit/NotSaved';
import { useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { useToldFailure } from './use-told-failure';

export interface LabelChipProps {
  readonly person: Person;
  readonly label: string;
  /** Counts up each time it is typed: then it is set. */
  readonly wanted: number;
  /** Null: lists of people by label cannot be asked there. */
  readonly onOpen: (() => void) | null;
  /** It goes, and with it the button that had the focus; null: it cannot be taken off here. */
  readonly onGone: (() => void) | null;
}

/** A label of a person. It is seen to come and go at once; what the server refuses stays, and says so. */
export function LabelChip({ person, label, wanted, onOpen, onGone }: LabelChipProps) {
  const { run } = useActs();
  const saving = useSaving(
    person.labels.includes(label),
    (on) => {
      const title = t(on ? 'done_label_added' : 'done_label_removed', [label]);
      return run(person.ref, { action: 'set-label', input: { label, on } }, title);
    },
    person.version,
  );
  const { state, shown } = saving;
  useEffect(() => {
    if (wanted > 0 && !shown) void saving.save(true, false);
  }, [wanted]);
  const problem = useToldFailure(label, state, person.ref.connection);
  if (!shown && problem === null) return null;
  const text = <bdi>{label}</bdi>;
  return (
    <li class="label">
      <span class={`chip label-chip${shown ? '' : ' label-going'}`}>
        {onOpen === null ? (
          <span class="label-text">{text}</span>
        ) : (
          <button type="button" class="label-text" title={t('label_people', [label])} onClick={onOpen}>
            {text}
          </button>
        )}
        {onGone !== null && shown && (
          <button
            type="button"
            class="label-remove"
            aria-label={t('label_remove', [label])}
            title={t('label_remove', [label])}
            onClick={() => {
              onGone();
              void saving.save(false);
            }}
          >
            <Icon name="x" />
          </button>
        )}
      </span>
      {problem !== null && (
        <NotSaved
          label={label}
          problem={problem}
          connection={person.ref.connection}
          onRetry={() => void saving.retry()}
          onRevert={() => saving.revert()}
        />
      )}
    </li>
  );
}
