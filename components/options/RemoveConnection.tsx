import '@/components/actions/question.css';
import { useRef, useState } from 'preact/hooks';
import { CountedList } from '@/components/actions/CountedList';
import type { Counted } from '@/components/actions/goes-words';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SourceMark } from '@/components/ui/SourceMark';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { ConnectionRow } from '@/utils/messages/protocol';
import { hostOf } from './server-address';
import type { Connections } from './use-connections';

interface RemoveProps {
  readonly row: ConnectionRow;
  readonly connections: Connections;
  readonly onClose: () => void;
}

const plain = (text: string): Counted => ({ text, number: '' });

/** Before a server is removed: what goes on this computer, and that nothing goes at the server. */
export function RemoveConnection({ row, connections, onClose }: RemoveProps) {
  const [busy, setBusy] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const origin = connections.originOf(row);
  const shared = connections.isShared(row);
  const host = origin === null ? null : hostOf(origin);
  const goes: readonly Counted[] = [
    plain(t('connection_goes_settings')),
    ...(row.people > 0 ? [{ text: plural('connection_goes_kept', row.people), number: formatNumber(row.people) }] : []),
    ...(row.unsent > 0
      ? [{ text: plural('connection_goes_unsent', row.unsent), number: formatNumber(row.unsent) }]
      : []),
    ...(host === null || shared ? [] : [plain(t('connection_goes_access', [host]))]),
  ];
  const stays: readonly Counted[] = [
    plain(t('connection_stays_server', [row.name])),
    ...(host !== null && shared ? [plain(t('connection_stays_access', [host]))] : []),
  ];
  const remove = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await connections.remove(row);
    onClose();
  };
  return (
    <Dialog
      title={t('connection_remove_ask', [row.name])}
      onClose={onClose}
      focus={cancel}
      look="question connection-remove"
    >
      <p class="question-who">
        <SourceMark {...row.mark} />
        <bdi>{row.name}</bdi>
        {host !== null && (
          <bdi class="quiet" dir="ltr">
            {host}
          </bdi>
        )}
      </p>
      <div class="question-part">
        <CountedList title={t('connection_goes')} kind="goes" lines={goes} />
        <CountedList title={t('stays')} kind="stays" lines={stays} />
      </div>
      <div class="question-part">
        <div class="question-acts">
          <Button look="destroy" icon="trash" busy={busy && t('connection_removing')} onPress={() => void remove()}>
            {t('connection_remove')}
          </Button>
          <Button onPress={onClose} buttonRef={cancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
