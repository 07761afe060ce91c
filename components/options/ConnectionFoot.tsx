import { Button } from '@/components/ui/Button';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import { troubleText } from './connection-words';
import { LeaveBox } from './LeaveBox';
import type { ServerAddress } from './server-address';
import type { ConnectionForm, Refusal } from './use-connection-form';

interface FootProps {
  readonly form: ConnectionForm;
  readonly address: ServerAddress | null;
  readonly locked: boolean;
}

/** The end of the form: save or leave, what the browser will be asked, and why it is not saved yet. */
export function ConnectionFoot({ form, address, locked }: FootProps) {
  const { working, refusal, leaving } = form;
  const asks =
    address?.state === 'ready' ? t('connection_asks', [address.host]) : address !== null && t('connection_asks_any');
  const why = refusal === null ? null : refusalText(refusal);
  return (
    <div class="connection-foot">
      <div role="alert">
        {why !== null && (
          <Box icon="alert" tone="failed">
            {why}
          </Box>
        )}
        {leaving && <LeaveBox onDiscard={form.discard} onStay={form.stay} />}
      </div>
      <div class="connection-end">
        <Button
          submit
          look="primary"
          {...(locked ? { mayNot: t('connection_save_locked') } : {})}
          busy={working !== null && t(working === 'asking' ? 'connection_asking' : 'saving')}
        >
          {t('connection_save')}
        </Button>
        <Button onPress={form.leave}>{t('cancel')}</Button>
        <p class="connection-asks">{asks}</p>
      </div>
    </div>
  );
}

/** Why it is not saved; null where that is told at a field. */
function refusalText(refusal: Refusal): string | null {
  if (refusal.kind === 'browser') return t('connection_refused_save');
  const { kind } = refusal.problem;
  if (kind === 'invalid') return null;
  if (kind === 'forbidden') return t('connection_refused_save');
  return t('connection_unsaved', [kind === 'conflict' ? t('connection_unsent_first') : troubleText(refusal.problem)]);
}
