// How a problem is told: across the panel, or in the place of what is missing.

import { useEffect } from 'preact/hooks';
import { Box, type PlainAction, Strip } from '@/components/ui/Strip';
import { type TextKey, t } from '@/utils/i18n';
import type { PageActs } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { useActs, useNow } from './acts';
import { ProblemPage } from './ProblemPage';
import { type FailedCall, type ProblemWords, problemWords, secondsLeft, waitWords } from './problem-words';

export interface Place {
  readonly problem: Problem;
  readonly call: FailedCall;
  /** The server's name. */
  readonly source: string;
  readonly onRetry: () => void;
  /** False: what failed would write, and is not sent by itself when the time to wait is over. */
  readonly byItself?: boolean;
}

interface Way {
  readonly page: PageActs;
  readonly onRetry: () => void;
  readonly warn: (text: string) => void;
}

/** Asks the browser straight from the press: one that waits for anything else first is not heard. */
function allow(origin: string, { page, onRetry, warn }: Way): PlainAction {
  const { host } = new URL(origin);
  return {
    text: t('access_allow_host', [host]),
    onPress: () => {
      void page.allowSite(origin).then((allowed) => (allowed ? onRetry() : warn(t('access_refused_host', [host]))));
    },
  };
}

function actionOf(act: ProblemWords['act'], origin: string | undefined, way: Way): PlainAction | null {
  if (act === 'sign-in') return { text: t('sign_in'), onPress: () => way.page.openOptions('connections') };
  if (act === 'allow' && origin !== undefined) return allow(origin, way);
  return act === 'none' ? null : { text: t('retry'), onPress: way.onRetry };
}

function useWords({ problem, call, source, onRetry, byItself = true }: Place) {
  const { page, warn, sourceOf } = useActs();
  const limited = problem.kind === 'rate-limited';
  const waits = byItself && limited && problem.retryAt !== undefined;
  const now = useNow(waits ? 1000 : 0);
  const seconds = waits ? secondsLeft(problem, now) : null;
  const words = problemWords(problem, call, source);
  const over = seconds === 0;
  // Asked for it to wait, we try again by ourselves: once, when the time is over.
  useEffect(() => {
    if (over) onRetry();
  }, [over, problem.retryAt]);
  const { origin } = sourceOf(problem.connection ?? '') ?? {};
  const act = limited && !waits ? 'retry' : words.act;
  const action = actionOf(act, origin, { page, onRetry, warn });
  return { words, action, title: seconds === null ? words.title : waitWords(source, seconds), waits: seconds !== null };
}

export interface StripPlace extends Place {
  readonly rest: string | null;
}

export function ProblemStrip(props: StripPlace) {
  const { words, action, title, waits } = useWords(props);
  return (
    <Strip icon={words.icon} tone={words.tone} {...(action === null ? {} : { actions: [action] })}>
      {waits ? <span>{title}</span> : <strong>{title}</strong>} {!waits && words.detail} {props.rest}{' '}
      <ProblemPage problem={props.problem} source={props.source} />
    </Strip>
  );
}

export interface BoxPlace extends Place {
  readonly rest?: TextKey;
}

export function ProblemBox(props: BoxPlace) {
  const { words, action, title, waits } = useWords(props);
  const detail = [waits ? '' : words.detail, props.rest === undefined ? '' : t(props.rest)].filter(
    (text) => text !== '',
  );
  return (
    <Box
      icon={words.icon}
      tone={words.tone}
      detail={
        <>
          {detail.join(' ')} <ProblemPage problem={props.problem} source={props.source} />
        </>
      }
      {...(action === null ? {} : { action })}
    >
      {title}
    </Box>
  );
}
