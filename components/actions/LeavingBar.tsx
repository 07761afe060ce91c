import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { isolate } from '@/components/panel/person-words';
import type { Hit } from '@/components/panel/states';
import { Strip } from '@/components/ui/Strip';
import type { Leaving } from '@/utils/connectors/types';
import { formatNumber, plural, t } from '@/utils/i18n';
import { runAtOnce } from './use-offered';

function textOf({ state, tickets }: Leaving, source: string): string {
  if (state === 'failed') return t('leaving_failed', [source]);
  return (tickets ?? 0) === 0
    ? t('leaving_alone', [source])
    : plural('leaving_tickets', tickets ?? 0, [formatNumber(tickets ?? 0), source]);
}

/** The server has been told to delete this person: how that stands, and the way back as long as there is one. */
export function LeavingBar({ hit, leaving }: { readonly hit: Hit; readonly leaving: Leaving }) {
  const acts = useActs();
  const [busy, setBusy] = useState(false);
  const { task, state, said } = leaving;
  const able = state === 'waiting' ? may(hit.answer, 'erase.cancel') : null;
  const keep = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await runAtOnce(acts, hit, { action: 'cancel-delete', input: { task } }, t('done_kept'));
    setBusy(false);
  };
  const offered = able !== null && able.mayNot === undefined;
  return (
    <Strip
      icon="trash"
      tone={state === 'failed' ? 'failed' : 'caution'}
      {...(offered
        ? { actions: [{ text: t(busy ? 'act_working' : 'action_cancel_delete'), onPress: () => void keep() }] }
        : {})}
    >
      <strong>{textOf(leaving, hit.answer.source.name)}</strong>
      {said !== undefined && ` ${t('problem_said', [isolate(said)])}`}
      {able?.mayNot !== undefined && ` ${able.mayNot}`}
    </Strip>
  );
}
