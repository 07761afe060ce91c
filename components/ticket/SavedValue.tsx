import '@/components/edit/edit.css';
import { Conflict } from '@/components/edit/Conflict';
import { NotSaved } from '@/components/edit/NotSaved';
import type { Saving } from '@/components/edit/use-saving';
import { t } from '@/utils/i18n';
import type { ShownTicket } from './shown-ticket';

interface SavedValueProps<Value> {
  readonly label: string;
  readonly of: ShownTicket;
  readonly saving: Saving<Value>;
  readonly draw: (value: Value) => string;
  /** What is there now, as far as it is a value that this field can have. */
  readonly theirs: (theirs: unknown) => Value | undefined;
  readonly onChanged: () => void;
}

/** Under a value that is being saved, could not be, or was changed by somebody else meanwhile. */
export function SavedValue<Value>({ label, of, saving, draw, theirs, onChanged }: SavedValueProps<Value>) {
  const { state } = saving;
  const { source } = of.at;
  if (state.kind === 'saving') return <p class="quiet">{t('saving_value')}</p>;
  if (state.kind !== 'failed' && state.kind !== 'conflict') return null;
  const there = state.kind === 'conflict' ? theirs(state.problem.theirs) : undefined;
  const giveUp = () => {
    saving.revert();
    onChanged();
  };
  if (there === undefined) {
    return (
      <NotSaved
        label={label}
        problem={state.problem}
        connection={source.id}
        onRetry={() => void saving.retry().then(onChanged)}
        onRevert={giveUp}
      />
    );
  }
  return (
    <Conflict
      title={t('conflict_at', [label, source.name])}
      before={draw(state.from)}
      mine={draw(state.to)}
      theirs={draw(there)}
      onMine={() => void saving.save(state.to, there).then(onChanged)}
      onTheirs={giveUp}
      onEdit={giveUp}
    />
  );
}
