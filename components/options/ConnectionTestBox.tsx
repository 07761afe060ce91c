import './test-way.css';
import type { ComponentChildren, RefObject } from 'preact';
import { isolate } from '@/components/panel/person-words';
import { Sentence } from '@/components/panel/Sentence';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { Skeleton } from '@/components/ui/Skeleton';
import { SourceMark } from '@/components/ui/SourceMark';
import { clockText } from '@/components/ui/time';
import { formatNumber, plural, type TextKey, t } from '@/utils/i18n';
import type { ConnectionKind, ConnectionRow, ConnectionTest } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { secondsText, troubleText, troubleWord } from './connection-words';
import { verdictsOf } from './test-words';

interface TestProps {
  readonly row: ConnectionRow;
  /** Undefined: of a kind that a newer version of us knew. */
  readonly kind: ConnectionKind | undefined;
  /** Null: still asked. */
  readonly told: ConnectionTest | null;
  readonly headRef: RefObject<HTMLHeadingElement | null>;
  readonly test: () => void;
  readonly signIn: () => void;
  readonly edit: () => void;
  readonly allow: () => void;
  /** Shows the calls that its administrator describes. */
  readonly calls: () => void;
}

/** What a server said to a test: who is signed in there, what they may do, and what not. */
export function ConnectionTestBox(props: TestProps) {
  const { row, kind, told, headRef, calls } = props;
  const way = told === null || told.problem === null ? null : wayOn(told.problem, props);
  return (
    <section class="test-box" aria-labelledby="test-title" aria-busy={told === null}>
      <header class="test-head">
        <SourceMark {...row.mark} />
        <h2 id="test-title" class="heading" tabIndex={-1} ref={headRef}>
          <Sentence text="test_of" first={<bdi>{row.name}</bdi>} />
        </h2>
        {told !== null && told.calls > 0 && (
          <span class="test-took figures">
            {clockText(told.at)} · {plural('test_calls', told.calls, [formatNumber(told.calls), secondsText(told.ms)])}
          </span>
        )}
      </header>
      <div class="test-body">
        {told === null && <Skeleton />}
        {told !== null && told.problem !== null && (
          <div class="test-trouble">
            <Icon name="alert" />
            <div>
              <strong>{troubleWord(told.problem)}</strong>
              <p>{troubleOf(row, told.problem)}</p>
              {told.problem.said !== undefined && (
                <p class="quiet">{t('problem_said', [isolate(told.problem.said)])}</p>
              )}
            </div>
            {way !== null && (
              <Button small onPress={way.onPress}>
                {t(way.text)}
              </Button>
            )}
          </div>
        )}
        {told !== null && (told.login !== null || told.problem === null) && <VerdictList told={told} />}
        {kind?.connected !== undefined && told?.problem === null && (
          <p class="test-note">
            <Icon name="info" />
            <span>{t(kind.connected, [row.name])}</span>
          </p>
        )}
        {kind?.calls === true && told?.problem === null && (
          <div class="test-note test-way">
            <Icon name="info" />
            <span>{t('calls_note')}</span>
            <Button small look="quiet" onPress={calls}>
              {t('calls_open')}
            </Button>
          </div>
        )}
      </div>
      <p role="status" class="unseen">
        {told === null ? t('test_asking', [row.name]) : spoken(row, told)}
      </p>
    </section>
  );
}

interface Way {
  readonly text: TextKey;
  readonly onPress: () => void;
}

function wayOn({ kind }: Problem, { test, signIn, edit, allow }: TestProps): Way | null {
  if (kind === 'signed-out') return { text: 'sign_in', onPress: signIn };
  if (kind === 'no-access') return { text: 'connection_allow', onPress: allow };
  if (kind === 'missing' || kind === 'invalid') return { text: 'connection_edit', onPress: edit };
  return kind === 'forbidden' || kind === 'locked' ? null : { text: 'retry', onPress: test };
}

/** An answer that is not understood is told with its field: whoever looks into it has something to look for. */
function troubleOf({ name }: ConnectionRow, problem: Problem): string {
  const { kind, field, because } = problem;
  if (because === 'no-agent') return t('problem_because_no_agent');
  if (kind !== 'server' || field === undefined) return troubleText(problem);
  return field === '' ? t('problem_field_all', [name]) : t('problem_field', [name, isolate(field)]);
}

function spoken(row: ConnectionRow, told: ConnectionTest): string {
  const { problem, login } = told;
  const { name } = row;
  if (problem !== null) return `${t('test_of', [name])}. ${troubleWord(problem)}. ${troubleOf(row, problem)}`;
  const not = verdictsOf(told).missing.flatMap(({ things }) => things).length;
  const who = login === null ? `${t('test_of', [name])}.` : t('test_said', [name, login.name]);
  return not === 0 ? who : `${who} ${plural('test_may_not', not)}`;
}

function VerdictList({ told }: { readonly told: ConnectionTest }) {
  const { login } = told;
  const { may, missing, untried } = verdictsOf(told);
  return (
    <ul class="verdicts">
      <Line icon="check">
        {login === null ? (
          t('test_nobody')
        ) : (
          <Sentence
            text={login.role === null ? 'test_signed_in' : 'test_signed_in_role'}
            first={
              <strong>
                <bdi>{login.name}</bdi>
              </strong>
            }
            rest={login.role === null ? [] : [login.role]}
          />
        )}
      </Line>
      <Line icon="check">{t('test_people')}</Line>
      {may.map((text) => (
        <Line key={text} icon="check">
          {text}
        </Line>
      ))}
      {missing.map(({ right, things }) => (
        <Group key={right} icon="stop" head={lacking(right, login)} things={things} />
      ))}
      {untried.length > 0 && <Group icon="tnew" head={t('test_untried')} things={untried} />}
    </ul>
  );
}

/** The right that is missing, and whether a new token would have it. */
function lacking(right: string | null, login: ConnectionTest['login']): string {
  if (right === null) return t('test_not');
  const who = login?.lacks?.[right];
  if (who === undefined) return t('test_without', [right]);
  return who === 'token' ? t('test_without_token', [right]) : t('test_without_owner', [right]);
}

function Line({ icon, children }: { readonly icon: IconName; readonly children: ComponentChildren }) {
  return (
    <li class="verdict">
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

/** Several things that have one reason. */
function Group(props: { readonly icon: IconName; readonly head: string; readonly things: readonly string[] }) {
  const { icon, head, things } = props;
  return (
    <li class="verdict verdict-group">
      <Icon name={icon} />
      <div>
        <span>{head}</span>
        <p class="verdict-things">{things.join(' · ')}</p>
      </div>
    </li>
  );
}
