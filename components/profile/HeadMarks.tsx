import './head-marks.css';
import { type ComponentChildren, Fragment } from 'preact';
import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { dateText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Mark } from '@/utils/people/types';

type Away = Extract<Mark, { readonly kind: 'away' }>;

/** A day of the calendar, the same wherever it is read. */
function dayText(day: string, now: number): string {
  const at = Date.parse(`${day}T00:00`);
  return Number.isNaN(at) ? isolate(day) : dateText(new Date(at).toISOString(), now);
}

function awayText({ from, to }: Away, now: number): string {
  const [first, last] = [from, to].map((day) => (day === '' ? '' : dayText(day, now)));
  if (first && last) return t('mark_away_days', [first, last]);
  if (first) return t('mark_away_from', [first]);
  return last ? t('mark_away_until', [last]) : t('mark_away');
}

function Line(props: { readonly icon: IconName; readonly caution?: boolean; readonly children: ComponentChildren }) {
  return (
    <li class={props.caution === true ? 'head-mark head-mark-caution' : 'head-mark'}>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </li>
  );
}

function lineOf(mark: Mark, now: number) {
  switch (mark.kind) {
    case 'vip':
      return null;
    case 'bounced':
      return (
        <Line icon="mail" caution>
          {mark.reason === '' ? t('mark_bounced') : t('mark_bounced_said', [isolate(mark.reason)])}
        </Line>
      );
    case 'away':
      return (
        <Line icon="clock">
          {awayText(mark, now)}
          {mark.instead !== undefined && ` ${t('mark_away_instead', [isolate(mark.instead)])}`}
        </Line>
      );
    case 'synchronised':
      return <Line icon="retry">{t('mark_synchronised', [isolate(mark.by)])}</Line>;
  }
}

/** What an agent should know of somebody before they write or edit: a sentence each. */
export function HeadMarks({ marks }: { readonly marks: readonly Mark[] }) {
  const { now } = useActs();
  return (
    <ul class="head-marks">
      {marks.map((mark) => (
        <Fragment key={mark.kind}>{lineOf(mark, now())}</Fragment>
      ))}
    </ul>
  );
}
