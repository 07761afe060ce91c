// The other sources than the one that is shown: whom they have by the address, and how it stands with them.

import { useActs } from '@/components/panel/acts';
import { useQueue } from '@/components/panel/queue';
import { apartAmong, type Hit } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { listText } from '@/components/ui/list-text';
import { SourceMark } from '@/components/ui/SourceMark';
import { clockText } from '@/components/ui/time';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { Match, PanelView, SourceAnswer } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { ProblemKind } from '@/utils/problem';

type Word = readonly [IconName, Exclude<TextKey, `${string}_other`>];

const failed: Word = ['alert', 'source_failed'];
const words: Readonly<Partial<Record<ProblemKind, Word>>> = {
  offline: ['cloud', 'source_offline'],
  timeout: ['alert', 'source_no_answer'],
  'signed-out': ['key', 'source_signed_out'],
  'no-access': ['lock', 'source_no_access'],
  forbidden: ['lock', 'source_no_right'],
  'rate-limited': ['clock', 'source_waits'],
  locked: ['lock', 'source_locked'],
};

/** How it stands with the source, in a word and a sign; nothing where it has answered. */
function StateWord({ answer }: { readonly answer: SourceAnswer }) {
  const { offline } = useQueue();
  const kind = answer.problem?.kind ?? (offline[answer.source.id] === undefined ? null : 'offline');
  if (kind === null) return answer.state === 'looking' ? <span class="quiet">{t('source_looking')}</span> : null;
  const [icon, text] = words[kind] ?? failed;
  return (
    <span class="source-chip-state">
      <Icon name={icon} />
      {t(text)}
    </span>
  );
}

interface OtherProps {
  readonly answer: SourceAnswer;
  readonly other: Match;
  /** It has several people by the address. */
  readonly many: boolean;
}

/** A press shows the record there; of several there, none is picked in silence. */
function OtherRecord({ answer, other, many }: OtherProps) {
  const { ask, tab } = useActs();
  const { source, asOf } = answer;
  const tickets = other.openTickets > 0 && !many ? plural('say_open_tickets', other.openTickets) : null;
  const age = asOf === undefined ? null : t('as_of', [clockText(Date.parse(asOf))]);
  const knows = listText([tickets, age]);
  const title = many
    ? t('source_choose_again', [source.name])
    : t(knows === '' ? 'source_switch' : 'source_switch_knows', [source.name, knows]);
  return (
    <button
      type="button"
      class="source-chip"
      title={title}
      onClick={() =>
        many ? void ask('lookup.back', { tab }) : void ask('match.pick', { tab, ref: other.person.ref, always: false })
      }
    >
      {many ? <Icon name="people" /> : <SourceMark {...source.mark} />}
      <bdi>{source.name}</bdi>
      {tickets !== null && <span class="unseen">, {tickets}</span>}
      <StateWord answer={answer} />
      {answer.state === 'failed' && age !== null && <span class="quiet">{age}</span>}
    </button>
  );
}

function ChooseAgain() {
  const { ask, tab } = useActs();
  return (
    <button type="button" class="source-chip" onClick={() => void ask('lookup.back', { tab })}>
      <Icon name="people" />
      <bdi>{t('choose_again')}</bdi>
    </button>
  );
}

/** Who else has the person, and how it stands with them. Where nobody was found and nothing failed, nothing stands. */
export function OtherSources({ view, hit }: { readonly view: PanelView; readonly hit: Hit }) {
  const { ref } = hit.match.person;
  // Who is somebody else is not one more side of this person.
  const others = apartAmong(view)
    .filter((pair) => pair.some((one) => sameRef(one, ref)))
    .flat();
  const isOther = ({ person }: Match): boolean => others.some((one) => sameRef(one, person.ref));
  const rest = view.answers.filter(({ source }) => source.id !== hit.answer.source.id);
  return (
    <>
      {rest.map((answer) => {
        const { source, state, problem, matches } = answer;
        const [other] = matches;
        if (other !== undefined) {
          const many = matches.length > 1;
          return isOther(other) && !many ? null : <OtherRecord key={source.id} {...{ answer, other, many }} />;
        }
        if (state === 'answered' && problem === undefined) return null;
        return (
          <span key={source.id} class="source-chip">
            <SourceMark {...source.mark} />
            <bdi>{source.name}</bdi>
            <StateWord answer={answer} />
          </span>
        );
      })}
      {(hit.answer.matches.length > 1 || others.length > 0) && <ChooseAgain />}
    </>
  );
}
