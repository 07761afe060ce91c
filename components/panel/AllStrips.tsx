import { Strip } from '@/components/ui/Strip';
import { clockText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import { useActs } from './acts';
import { later } from './later';
import { ProblemStrip } from './ProblemPlace';
import { isolate } from './person-words';
import { useQueue } from './queue';
import { type PanelState, subjectName } from './states';
import { type StripsProps, stillText } from './still-text';

const OfflineStrip = later(async () => (await import('@/components/queue/OfflineStrip')).OfflineStrip, 'nothing');

/** What still holds although a server failed. */
function restOf({ asOf, source }: SourceAnswer, state: PanelState): string | null {
  // Another one's record is shown: the age of this one stands beside its name.
  const another = state.kind === 'found' && state.hit.answer.source.id !== source.id;
  if (asOf !== undefined && !another) return t('kept_since', [clockText(Date.parse(asOf))]);
  if (state.kind !== 'found' && state.kind !== 'several') return null;
  return state.kind === 'found' && state.hit.answer.asOf !== undefined ? null : t('rest_is_current');
}

export interface AllStripsProps extends StripsProps {
  readonly failed: readonly SourceAnswer[];
  /** A server cannot be reached. */
  readonly away: boolean;
}

/** All that there is to tell above everything. */
export function AllStrips({ view, state, waiting, holding, onShowWaiting, failed, away }: AllStripsProps) {
  const { ask, tab } = useActs();
  const { offline } = useQueue();
  const next = waiting?.subject ?? null;
  return (
    <section class="panel-strips" aria-label={t('strips')}>
      {waiting !== null && view.subject !== null && (
        <Strip
          icon="pen"
          actions={[
            {
              text:
                next !== null
                  ? t('show_person', [isolate(subjectName(next))])
                  : t(holding === 'editing' ? 'stop_editing' : 'show_open_page'),
              onPress: onShowWaiting,
            },
          ]}
        >
          {stillText(holding, state, view.subject)}
        </Strip>
      )}
      {view.page.state === 'orphaned' && (
        <Strip icon="retry" actions={[{ text: t('reload_tab'), onPress: () => void ask('tab.reload', { tab }) }]}>
          {t('orphaned')}
        </Strip>
      )}
      {away && <OfflineStrip />}
      {failed.map((answer) =>
        // Said already, by the strip above.
        answer.problem === undefined || offline[answer.source.id] !== undefined ? null : (
          <ProblemStrip
            key={answer.source.id}
            problem={answer.problem}
            call="failed_people"
            source={answer.source.name}
            rest={restOf(answer, state)}
            onRetry={() => void ask('lookup.again', { tab, connection: answer.source.id })}
          />
        ),
      )}
    </section>
  );
}
