import { Strip } from '@/components/ui/Strip';
import { clockText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { PanelView, SourceAnswer, Subject } from '@/utils/messages/view';
import { useActs } from './acts';
import { later } from './later';
import { ProblemStrip } from './ProblemPlace';
import { isolate } from './person-words';
import { useQueue } from './queue';
import { failedAnswers, type PanelState, subjectName } from './states';

const OfflineStrip = later(async () => (await import('@/components/queue/OfflineStrip')).OfflineStrip, 'nothing');

/** What still holds although a server failed. */
function restOf({ asOf, source }: SourceAnswer, state: PanelState): string | null {
  // Another one's record is shown: the age of this one stands beside its name.
  const another = state.kind === 'found' && state.hit.answer.source.id !== source.id;
  if (asOf !== undefined && !another) return t('kept_since', [clockText(Date.parse(asOf))]);
  if (state.kind !== 'found' && state.kind !== 'several') return null;
  return state.kind === 'found' && state.hit.answer.asOf !== undefined ? null : t('rest_is_current');
}

/** What keeps the panel: a form for the subject, a form for anybody new, a field of a person, vCards, a merge. */
export type Holding = 'creating' | 'new-person' | 'editing' | 'cards' | 'merge';

const stills = { creating: 'still_creating', editing: 'still_editing', merge: 'still_merging' } as const;

/** Whom the panel stays with: by the record's own name, where there is one. */
export function stillText(holding: Holding, state: PanelState, subject: Subject): string {
  if (holding === 'new-person') return t('still_creating_new');
  if (holding === 'cards') return t('still_cards');
  const name = isolate(state.kind === 'found' ? state.hit.match.person.name : subjectName(subject));
  return t(stills[holding], [name]);
}

export interface StripsProps {
  readonly view: PanelView;
  readonly state: PanelState;
  /** The view of the newly opened message, while a half-filled form or an edited field holds the panel. */
  readonly waiting: PanelView | null;
  readonly holding: Holding;
  readonly onShowWaiting: () => void;
}

/** Above everything, only when needed. */
export function Strips({ view, state, waiting, holding, onShowWaiting }: StripsProps) {
  const { ask, tab } = useActs();
  const failed = state.kind === 'failed' || state.kind === 'never' ? [] : failedAnswers(view.answers);
  const next = waiting?.subject ?? null;
  const { offline } = useQueue();
  const away = view.sources.some(({ id }) => offline[id] !== undefined);
  const any = waiting !== null || view.page.state === 'orphaned' || failed.length > 0 || away;
  if (!any) return null;
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
