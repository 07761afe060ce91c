import './reading-log.css';
import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Empty } from '@/components/ui/Empty';
import { Select } from '@/components/ui/Select';
import { SourceMark } from '@/components/ui/SourceMark';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { AskBackground } from '@/utils/messages/protocol';
import { ClearLog } from './ClearLog';
import { LogRows } from './LogRows';
import { NoAnswer } from './NoAnswer';
import { Title } from './Title';
import { useHeadingFocus } from './use-heading-focus';
import { type CallLog, useLog } from './use-log';

/** As many as the background keeps. */
const KEPT = 5000;
const ALL = '';

/** What was asked of servers in the reader's name: they are shown all of it, and can clear it. */
export function ReadingLog({ ask }: { readonly ask: AskBackground }) {
  const log = useLog(ask);
  const { asked, lines, of, failed } = log;
  const [clearing, setClearing] = useState(false);
  const [told, setTold] = useState('');
  const total = asked.value?.of === of ? asked.value.total : 0;
  const known = asked.value !== null && asked.value.of === of;
  const head = useHeadingFocus(String(known && total === 0));

  const clear = async (): Promise<void> => {
    setClearing(false);
    setTold((await log.clear()) ? t('log_cleared') : '');
  };
  return (
    <section aria-labelledby="log-title">
      <Title id="log-title" text={t('options_log_text', [formatNumber(KEPT)])} headRef={head}>
        {t('options_log')}
      </Title>
      {asked.problem !== null && <NoAnswer again={asked.again} />}
      {(asked.value?.servers.length ?? 0) > 0 && <Tools log={log} onClear={() => setClearing(true)} />}
      <p role="status" class="outcome">
        {told}
      </p>
      <p role="alert" class="outcome">
        {failed !== null && t(failed === 'clear' ? 'options_failed_save' : 'options_failed_read')}
      </p>
      {known && total === 0 && <Empty text={t('log_none')} />}
      <LogRows lines={lines} now={Date.now()} />
      {lines.length > 0 && (
        <div class="log-foot">
          <p class="quiet figures" role="status">
            {total > lines.length
              ? t('log_first_of', [formatNumber(lines.length), formatNumber(total)])
              : plural('log_count', lines.length)}
          </p>
          {total > lines.length && (
            <Button small busy={log.busy && t('log_more')} onPress={() => void log.more()}>
              {t('log_more')}
            </Button>
          )}
        </div>
      )}
      {clearing && <ClearLog onClear={() => void clear()} onClose={() => setClearing(false)} />}
    </section>
  );
}

/** Whose calls are shown, and the way to be rid of all of them. */
function Tools({ log, onClear }: { readonly log: CallLog; readonly onClear: () => void }) {
  const servers = log.asked.value?.servers ?? [];
  return (
    <div class="log-tools">
      <Select
        label={t('log_server')}
        value={log.of ?? ALL}
        options={[
          { key: ALL, text: t('log_all_servers') },
          ...servers.map(({ connection, name, mark }) => ({
            key: connection,
            text: name,
            mark: <SourceMark {...mark} />,
          })),
        ]}
        onPick={(key) => log.show(key === ALL ? null : key)}
      />
      <Button icon="trash" onPress={onClear}>
        {t('log_clear')}
      </Button>
    </div>
  );
}
