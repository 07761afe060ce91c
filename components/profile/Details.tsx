import './properties.css';
import './details.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { mayStopReplies } from '@/components/panel/may';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { refKey } from '@/components/panel/states';
import { useRead } from '@/components/sections/use-read';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { dayTimeText } from '@/components/ui/time';
import { type TextKey, t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Details as Facts } from '@/utils/people/record';
import type { Person } from '@/utils/people/types';
import { AutoReplies } from './AutoReplies';
import { creationText } from './details-words';
import { SignIns } from './SignIns';

const FIRST = 5;

function Line({ label, children }: { readonly label: TextKey; readonly children: ComponentChildren }) {
  if (children === null) return null;
  return (
    <div class="property">
      <dt>{t(label)}</dt>
      <dd class="figures">{children}</dd>
    </div>
  );
}

function Known({ facts, now }: { readonly facts: Partial<Facts>; readonly now: number }) {
  const { createdAt = null, creationSystem = null, confirmed = null, browser = null } = facts;
  const at = (iso: string | null | undefined) =>
    iso == null ? null : <time dateTime={iso}>{dayTimeText(iso, now)}</time>;
  return (
    <dl class="properties">
      <Line label="detail_created">{at(createdAt)}</Line>
      <Line label="detail_how">{creationSystem === null ? null : <bdi>{creationText(creationSystem)}</bdi>}</Line>
      <Line label="detail_confirmed">
        {confirmed === null ? null : t(confirmed ? 'confirmed_yes' : 'confirmed_no')}
      </Line>
      <Line label="detail_login">{at(facts.lastLoginAt)}</Line>
      <Line label="detail_seen">{at(facts.lastSeenAt)}</Line>
      <Line label="detail_browser">{browser === null ? null : <bdi>{browser}</bdi>}</Line>
    </dl>
  );
}

/** Where the server tells no more than stands in the record itself. */
const ofRecord = ({ createdAt, seenAt }: Person): Partial<Facts> => ({
  createdAt: createdAt ?? null,
  lastSeenAt: seenAt ?? null,
});

export interface DetailsProps {
  readonly person: Person;
  readonly answer: SourceAnswer;
  /** Counts up with each change from here. */
  readonly touched: number;
}

/** What is rarely asked for: read when it is opened. */
export function Details({ person, answer, touched }: DetailsProps) {
  const { ask, folded, fold, now } = useActs();
  const [all, setAll] = useState<{ readonly of: string; readonly total: number } | null>(null);
  const of = refKey(person.ref);
  const shut = folded('details', true);
  const asks = answer.can.includes('details');
  const limit = all?.of === of ? all.total : FIRST;
  const read = useRead({
    of: shut || !asks ? null : of,
    turn: limit,
    touched,
    ask: () => ask('details', { ref: person.ref, limit }),
  });
  const replies = mayStopReplies(answer, person);
  const facts = asks ? read.value : ofRecord(person);
  if (!asks && replies === null && person.createdAt === undefined && person.seenAt === undefined) return null;
  const waits = asks && read.busy && read.value === null;
  return (
    <SectionFold
      title={t('section_details')}
      folded={shut}
      onFold={(to) => fold('details', to)}
      busy={asks && read.busy}
    >
      {waits && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      {facts !== null && <Known facts={facts} now={now()} />}
      {read.problem !== null && (
        <ProblemBox
          problem={read.problem}
          call="failed_details"
          source={answer.source.name}
          rest="rest_is_current"
          onRetry={read.again}
        />
      )}
      {replies !== null && <AutoReplies person={person} may={replies} />}
      {asks && read.value !== null && (
        <SignIns
          part={read.value.signIns}
          now={now()}
          onAll={() => setAll({ of, total: read.value?.signIns.total ?? FIRST })}
        />
      )}
    </SectionFold>
  );
}
