import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import type { Changed } from './changed-since';
import { type ChangedRecord, useChanged } from './use-changed';

function Value({ value }: { readonly value: Changed }) {
  const { word, from, to } = value;
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {from !== '' && (
          <>
            <span class="unseen">{t('value_before')} </span>
            <del>
              <bdi>{from}</bdi>
            </del>{' '}
          </>
        )}
        <span class="unseen">{t('value_now')} </span>
        {to === '' ? t('empty_value') : <bdi>{to}</bdi>}
      </dd>
    </div>
  );
}

function Record({ record }: { readonly record: ChangedRecord }) {
  const { name, values } = record;
  return (
    <>
      <strong>{t('merge_changed', [isolate(name)])}</strong>
      {values.length === 0 ? (
        <p>{t('merge_changed_unseen')}</p>
      ) : (
        <dl class="merge-changed">
          {values.map((value) => (
            <Value key={value.word} value={value} />
          ))}
        </dl>
      )}
    </>
  );
}

/** Somebody has changed one of the two meanwhile: what, and the way to go on from there. */
export function ChangedBox(props: { readonly people: readonly Person[]; readonly onReload: () => void }) {
  const { warn } = useActs();
  const changed = useChanged(true, props.people);
  const names = changed?.map(({ name }) => t('merge_changed', [isolate(name)])).join(' ') ?? '';
  useEffect(() => {
    if (changed !== null) warn(names === '' ? t('problem_conflict') : names);
  }, [changed]);
  return (
    <Box
      icon="alert"
      tone="caution"
      detail={t('merge_changed_kept')}
      action={{ text: t('merge_reload'), onPress: props.onReload }}
    >
      {changed?.length === 0 ? (
        <strong>{t('problem_conflict')}</strong>
      ) : (
        changed?.map((record) => <Record key={record.name} record={record} />)
      )}
    </Box>
  );
}
