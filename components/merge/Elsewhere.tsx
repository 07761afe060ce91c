import { useMemo, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';
import { compare, refusalOf } from '@/utils/merge';
import type { Source } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Person } from '@/utils/people/types';
import { Refused } from './Compare';
import { KeptFromBoth } from './KeptFromBoth';
import { sidesOf } from './sides';
import { TwoCards } from './TwoCards';
import type { Pair } from './use-pair';
import { WhatDiffers } from './WhatDiffers';

interface ElsewhereProps {
  readonly pair: Pair;
  readonly source: Source;
  /** '{id}' is who stays. */
  readonly mergesAt: string;
  readonly oneOrganisation: boolean;
  readonly onCancel: () => void;
  readonly onOther: (() => void) | null;
}

/**
 * Two people of a server that merges them on a page of its own: what they have, what would be lost, and the way there.
 * Nothing is imitated: moving what can be seen and deleting the rest would lose what cannot.
 */
export function Elsewhere({ pair, source, mergesAt, oneOrganisation, onCancel, onOther }: ElsewhereProps) {
  const { say } = useActs();
  const [chosen, choose] = useState<string | null>(null);
  const sides = useMemo(() => sidesOf(pair, chosen), [pair, chosen]);
  const { stays, goes } = sides;
  const refusal = refusalOf(stays, goes);
  const comparison = useMemo(() => {
    const { definitions } = pair;
    // As the server does it: nothing is written from here.
    return compare({ stays, goes, can: (type) => type === 'person.merge', oneOrganisation, definitions });
  }, [pair, sides, oneOrganisation]);
  const tickets = ({ ref }: Person) => pair.holdings[sameRef(pair.people[0].ref, ref) ? 0 : 1]?.tickets?.count ?? null;
  const { merging } = source.says ?? {};
  const turnRound = (): void => {
    choose(goes.ref.id);
    say(t('merge_switched', [isolate(goes.name), isolate(stays.name)]));
  };
  return (
    <>
      <TwoCards sides={sides} tickets={tickets} onSwitch={turnRound} />
      {refusal !== null ? (
        <Refused refusal={refusal} sides={sides} onOther={onOther} />
      ) : (
        <>
          <WhatDiffers
            rows={comparison.differing}
            sides={sides}
            source={source.name}
            busy={false}
            itself
            onChoose={null}
          />
          <KeptFromBoth comparison={comparison} goes={goes} decides={source.name} busy={false} onPrimary={null} />
          <div class="merge-pad">
            <Box icon="ext" {...(merging === undefined ? {} : { detail: t(merging, [source.name]) })}>
              {t('merge_elsewhere', [source.name])}
            </Box>
          </div>
        </>
      )}
      <div class="foot merge-foot">
        {refusal === null && (
          <a
            class="button button-primary"
            href={mergesAt.replace('{id}', encodeURIComponent(stays.ref.id))}
            target="_blank"
            rel="noopener noreferrer"
          >
            <Icon name="ext" />
            <span>{t('open_in', [source.name])}</span>
          </a>
        )}
        <Button onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </>
  );
}
