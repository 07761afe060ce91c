import './calls.css';
import { useEffect, useRef } from 'preact/hooks';
import { Sentence } from '@/components/panel/Sentence';
import { IconButton } from '@/components/ui/IconButton';
import { Skeleton } from '@/components/ui/Skeleton';
import { SourceMark } from '@/components/ui/SourceMark';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import type { ConnectionRow } from '@/utils/messages/protocol';
import { CallLine } from './CallLine';
import { LeaveBox } from './LeaveBox';
import { NoAnswer } from './NoAnswer';
import { toUnlock } from './to-unlock';
import type { Calls } from './use-calls';

interface FurtherCallsProps {
  readonly calls: Calls;
  readonly row: ConnectionRow;
  readonly locked: boolean;
}

/** Calls that only whoever runs a server knows: each off until it is described here. */
export function FurtherCalls({ calls, row, locked }: FurtherCallsProps) {
  const { rows, problem, fresh, drawn } = calls;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!fresh) return;
    drawn();
    head.current?.focus();
  }, [fresh]);
  return (
    <section class="test-box calls-box" aria-labelledby="calls-title" aria-busy={rows === null && problem === null}>
      <header class="test-head">
        <SourceMark {...row.mark} />
        <h2 id="calls-title" class="heading" tabIndex={-1} ref={head}>
          <Sentence text="calls_title" first={<bdi>{row.name}</bdi>} />
        </h2>
        <IconButton icon="x" label={t('close')} onPress={calls.close} />
      </header>
      <div class="calls-lead">
        <p>{t('calls_text')}</p>
        {locked && (
          <Box icon="lock" action={{ text: t('connection_unlock'), onPress: toUnlock }}>
            {t('calls_locked')}
          </Box>
        )}
        {!locked && row.state === 'paused' && <Box icon="pause">{t('calls_paused', [row.name])}</Box>}
        {problem !== null && <NoAnswer again={calls.again} />}
        {rows === null && problem === null && <Skeleton />}
      </div>
      {rows !== null && (
        <ul class="calls-list">
          {rows.map((one) => (
            <CallLine key={one.place.id} row={one} calls={calls} locked={locked} />
          ))}
        </ul>
      )}
      <div role="alert">
        {calls.leaving && (
          <div class="calls-leave">
            <LeaveBox onDiscard={calls.discard} onStay={calls.stay} />
          </div>
        )}
      </div>
      <p role="status" class={calls.said === '' ? 'unseen' : 'calls-said'}>
        {calls.said}
      </p>
    </section>
  );
}
