import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { isolate } from '@/components/panel/person-words';
import { problemWords } from '@/components/panel/problem-words';
import { Button } from '@/components/ui/Button';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import { wayOf } from '@/utils/merge';
import type { Source } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Person } from '@/utils/people/types';
import { ChangedBox } from './ChangedBox';
import { KeptFromBoth } from './KeptFromBoth';
import { unseenOf } from './sides';
import { TwoCards } from './TwoCards';
import { type MergeJob, type Merging, useMerge } from './use-merge';
import { WhatDiffers } from './WhatDiffers';
import { WhatMoves } from './WhatMoves';

interface CompareProps extends MergeJob {
  readonly source: Source;
  readonly onCancel: () => void;
  /** Reads both anew. */
  readonly onReload: () => void;
  /** Null: there is nobody else to choose here. */
  readonly onOther: (() => void) | null;
}

const isStale = ({ trouble }: Merging): boolean =>
  trouble?.problem.kind === 'conflict' && trouble.problem.owner === undefined;

function Trouble({
  merging,
  source,
  people,
  onReload,
}: Pick<CompareProps, 'source' | 'onReload'> & {
  readonly merging: Merging;
  readonly people: readonly Person[];
}) {
  const { warn } = useActs();
  const { trouble, retry } = merging;
  const stale = isStale(merging);
  useEffect(() => {
    if (trouble === null || stale) return;
    const words = problemWords(trouble.problem, trouble.call, source.name);
    warn(`${words.title} ${words.detail}`);
  }, [trouble?.problem]);
  if (trouble === null) return null;
  return (
    <div class="merge-pad">
      {stale ? (
        <ChangedBox people={people} onReload={onReload} />
      ) : (
        <ProblemBox {...trouble} source={source.name} byItself={false} onRetry={retry} />
      )}
    </div>
  );
}

interface RefusedProps extends Pick<Merging, 'refusal' | 'sides'> {
  readonly onOther: CompareProps['onOther'];
}

/** Why they are not merged, and with whom else one of them could be. */
export function Refused({ refusal, sides, onOther }: RefusedProps) {
  const agent = sides.goes.kind === 'person' ? sides.stays : sides.goes;
  const text =
    refusal === 'agent'
      ? t('merge_refused_agent', [isolate(agent.name)])
      : t(refusal === 'connection' ? 'merge_refused_connection' : 'merge_refused_self');
  return (
    <div class="merge-pad" role="status">
      <Box icon="stop" {...(onOther === null ? {} : { action: { text: t('merge_choose_other'), onPress: onOther } })}>
        {text}
      </Box>
    </div>
  );
}

/** Two people side by side, with all that merging them does, and the one button for it. */
export function Compare({ source, onCancel, onReload, onOther, ...job }: CompareProps) {
  const merging = useMerge(job);
  const { sides, refusal, comparison, plan, last, busy, trouble } = merging;
  const { people, holdings } = job.pair;
  const way = wayOf(job.can);
  const itself = way === 'own';
  const holdingsOf = (person: Person) => holdings[sameRef(people[0].ref, person.ref) ? 0 : 1];
  const stale = isStale(merging);
  const word = busy ? t('merge_merging') : plan === null && trouble === null && t('merge_counting');
  return (
    <>
      <TwoCards
        sides={sides}
        tickets={(person) => holdingsOf(person)?.tickets?.count ?? null}
        onSwitch={merging.turnRound}
      />
      {refusal !== null ? (
        <Refused refusal={refusal} sides={sides} onOther={onOther} />
      ) : (
        <>
          <WhatDiffers
            rows={comparison.differing}
            sides={sides}
            source={source.name}
            busy={busy}
            itself={itself}
            onChoose={merging.choose}
          />
          <KeptFromBoth
            comparison={comparison}
            goes={sides.goes}
            decides={itself ? source.name : null}
            busy={busy}
            onPrimary={merging.choosePrimary}
          />
          <WhatMoves
            sides={sides}
            plan={plan ?? last}
            holdings={holdingsOf(sides.goes)}
            unseen={way === 'disable' ? unseenOf(job.pair, sides.goes) : 0}
            source={source}
            failed={trouble !== null}
          />
          <Trouble
            merging={merging}
            source={source}
            people={people}
            onReload={() => {
              merging.settle();
              onReload();
            }}
          />
        </>
      )}
      <div class="foot merge-foot">
        {refusal === null && (
          <Button
            look="primary"
            onPress={merging.confirm}
            busy={word}
            {...(stale || (plan === null && trouble !== null) ? { mayNot: t('merge_blocked') } : {})}
          >
            {t('merge_confirm')}
          </Button>
        )}
        <Button onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </>
  );
}
