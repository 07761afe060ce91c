import './queue.css';
import { useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { queuedOf, useQueue } from '@/components/panel/queue';
import { Icon } from '@/components/ui/Icon';
import { plural, t } from '@/utils/i18n';
import type { FieldConflict, Queued } from '@/utils/messages/protocol';
import type { Person } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { type Choice, FieldConflictBox } from './FieldConflictBox';

interface Stopped {
  readonly one: Queued;
  readonly conflicts: readonly FieldConflict[];
}

/** One entry that stopped: each of its values is decided, then all of them are told together. */
function StoppedEntry({ one, conflicts, person }: Stopped & { readonly person: Person }) {
  const { ask, say, sourceName } = useActs();
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const send = async (chosen: ReadonlyMap<number, Choice>) => {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    const kept = [...chosen].filter(([, { kind }]) => kind !== 'theirs');
    const texts = kept.flatMap(([step, choice]) => (choice.kind === 'text' ? [[String(step), choice.text]] : []));
    const answer = await ask('entry.resolve', {
      entry: one.entry,
      mine: kept.map(([step]) => step),
      ...(texts.length === 0 ? {} : { texts: Object.fromEntries(texts) }),
    });
    busy.current = false;
    if (answer.ok) return say(t(kept.length === 0 ? 'kept_theirs' : 'kept_mine'));
    setChoices(new Map());
    setProblem(answer.problem);
  };
  const choose = (step: number, choice: Choice) => {
    const next = new Map(choices).set(step, choice);
    setChoices(next);
    if (conflicts.every((conflict) => next.has(conflict.step))) void send(next);
  };
  return (
    <>
      {conflicts
        .filter(({ step }) => !choices.has(step))
        .map((conflict) => (
          <FieldConflictBox
            key={conflict.step}
            conflict={conflict}
            person={person}
            at={one.at}
            onChoose={(choice) => choose(conflict.step, choice)}
          />
        ))}
      {problem !== null && (
        <ProblemBox
          problem={problem}
          call="failed_save"
          source={sourceName(person.ref.connection)}
          onRetry={() => setProblem(null)}
        />
      )}
    </>
  );
}

/** Values of this person that were changed here and elsewhere. Neither side is preset. */
export function Conflicts({ person }: { readonly person: Person }) {
  const stopped = queuedOf(useQueue(), person.ref).flatMap((one): readonly Stopped[] =>
    one.state === 'conflict' && one.conflicts !== undefined ? [{ one, conflicts: one.conflicts }] : [],
  );
  const count = stopped.reduce((sum, { conflicts }) => sum + conflicts.length, 0);
  if (count === 0) return null;
  const title = plural('fields_changed', count);
  return (
    <section class="queue-conflicts" aria-label={title}>
      <h2 class="queue-conflicts-title">
        <Icon name="alert" />
        {title}
      </h2>
      {stopped.map(({ one, conflicts }) => (
        <StoppedEntry key={one.entry} one={one} conflicts={conflicts} person={person} />
      ))}
    </section>
  );
}
