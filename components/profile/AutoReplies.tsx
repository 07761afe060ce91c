import { NotSaved } from '@/components/edit/NotSaved';
import { useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import type { May } from '@/components/panel/may';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { useToldFailure } from './use-told-failure';

/** The server's own answers to this person, worded as what the switch does: on stops them. */
export function AutoReplies({ person, may }: { readonly person: Person; readonly may: May }) {
  const { run } = useActs();
  const saving = useSaving(
    person.autoReplies === false,
    (stopped, from) =>
      run(
        person.ref,
        { action: 'set-auto-replies', input: { from: !from, to: !stopped } },
        t(stopped ? 'done_auto_replies_off' : 'done_auto_replies_on'),
      ),
    person.version,
  );
  const label = t('auto_replies_stop');
  const problem = useToldFailure(label, saving.state, person.ref.connection);
  const { mayNot } = may;
  return (
    <div class="auto-replies">
      <Switch
        on={saving.shown}
        onChange={(on) => void saving.save(on)}
        hint={[t('auto_replies_why'), mayNot].filter((text) => text !== undefined).join(' ')}
        mayNot={mayNot !== undefined}
      >
        {label}
        {saving.state.kind === 'saving' && <span class="quiet"> · {t('saving_value')}</span>}
      </Switch>
      {problem !== null && (
        <NotSaved
          label={label}
          problem={problem}
          connection={person.ref.connection}
          onRetry={() => void saving.retry()}
          onRevert={() => saving.revert()}
        />
      )}
    </div>
  );
}
