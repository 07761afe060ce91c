// Where a problem is told: across the panel, or in the place of what is missing.

import { useEffect } from 'preact/hooks';
import { Box, type PlainAction, Strip } from '@/components/ui/Strip';
import { type TextKey, t } from '@/utils/i18n';
import type { Problem } from '@/utils/problem';
import { useActs, useNow } from './acts';
import { type FailedCall, problemWords, secondsLeft, waitWords } from './problem-words';

interface Place {
  readonly problem: Problem;
  readonly call: FailedCall;
  /** The server's name. */
  readonly source: string;
  readonly onRetry: () => void;
  /** False: what failed would write, and is not sent by itself when the time to wait is over. */
  readonly byItself?: boolean;
}

function useWords({ problem, call, source, onRetry, byItself = true }: Place) {
  const { page } = useActs();
  const waits = byItself && problem.kind === 'rate-limited' && problem.retryAt !== undefined;
  const now = useNow(waits ? 1000 : 0);
  const seconds = waits ? secondsLeft(problem, now) : null;
  const words = problemWords(problem, call, source);
  const over = seconds === 0;
  // Asked for it to wait, we try again by ourselves: once, when the time is over.
  useEffect(() => {
    if (over) onRetry();
  }, [over, problem.retryAt]);
  const action: PlainAction | null =
    words.act === 'retry'
      ? { text: t('retry'), onPress: onRetry }
      : words.act === 'sign-in'
        ? { text: t('sign_in'), onPress: () => page.openOptions() }
        : null;
  return { words, action, title: seconds === null ? words.title : waitWords(source, seconds), waits: seconds !== null };
}

export function ProblemStrip(props: Place & { readonly rest: string | null }) {
  const { words, action, title, waits } = useWords(props);
  return (
    <Strip icon={words.icon} tone={words.tone} {...(action === null ? {} : { actions: [action] })}>
      {waits ? <span>{title}</span> : <strong>{title}</strong>} {!waits && words.detail} {props.rest}
    </Strip>
  );
}

export function ProblemBox(props: Place & { readonly rest?: TextKey }) {
  const { words, action, title, waits } = useWords(props);
  const detail = [waits ? '' : words.detail, props.rest === undefined ? '' : t(props.rest)].filter(
    (text) => text !== '',
  );
  return (
    <Box icon={words.icon} tone={words.tone} detail={detail.join(' ')} {...(action === null ? {} : { action })}>
      {title}
    </Box>
  );
}
