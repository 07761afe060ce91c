import { refKey } from '@/components/panel/states';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { useOwnId } from '@/components/ui/use-own-id';
import { t } from '@/utils/i18n';
import type { Differing, Side } from '@/utils/merge';
import type { Person } from '@/utils/people/types';
import { differingText, differingWord } from './merge-words';
import type { Sides } from './sides';

interface RowProps {
  readonly row: Differing;
  readonly sides: Sides;
  readonly source: string;
  readonly busy: boolean;
  readonly onChoose: (whose: Person) => void;
}

function Value({ row, side, person }: { readonly row: Differing; readonly side: Side; readonly person: Person }) {
  const value = row[side];
  const picture =
    row.what === 'picture' ? (
      <PersonPicture name={person.name} seed={refKey(person.ref)} picture={value ?? undefined} />
    ) : null;
  if (value === null) {
    return (
      <span class="quiet">
        {picture} <span aria-hidden="true">–</span>
        <span class="unseen">{t('empty_value')}</span>
      </span>
    );
  }
  const text = row.what === 'picture' ? t('what_picture') : differingText(row, value);
  if (row.wins === side) {
    return (
      <span class="merge-wins">
        {picture} <bdi>{text}</bdi>
      </span>
    );
  }
  return (
    <span class="merge-loses">
      {picture}{' '}
      <s>
        <bdi>{text}</bdi>
      </s>
      <span class="merge-word">{t('merge_dropped')}</span>
    </span>
  );
}

/** One field with the values of both in two columns, one of which is chosen. */
function Row({ row, sides, source, busy, onChoose }: RowProps) {
  const name = useOwnId();
  const fixed = row.fixed === true;
  return (
    <fieldset class="merge-row" aria-describedby={fixed ? `${name}-fixed` : undefined}>
      <legend class="quiet">{differingWord(row)}</legend>
      <div class="merge-columns">
        {(['stays', 'goes'] as const).map((side) => (
          <label key={sides[side].ref.id} class="merge-choice">
            <input
              type="radio"
              name={name}
              checked={row.wins === side}
              disabled={busy || (fixed && row.wins !== side)}
              onChange={() => onChoose(sides[side])}
            />
            <Value row={row} side={side} person={sides[side]} />
          </label>
        ))}
      </div>
      {fixed && (
        <p class="quiet" id={`${name}-fixed`}>
          {t('merge_not_taken', [source])}
        </p>
      )}
    </fieldset>
  );
}

interface WhatDiffersProps {
  readonly rows: readonly Differing[];
  readonly sides: Sides;
  readonly source: string;
  readonly busy: boolean;
  readonly onChoose: (key: string, whose: Person) => void;
}

/** Only what is not the same in both. What loses is red, and struck out, and said in a word. */
export function WhatDiffers({ rows, onChoose, ...row }: WhatDiffersProps) {
  const title = useOwnId();
  return (
    <section aria-labelledby={title}>
      <h2 class="merge-title" id={title}>
        {t('merge_differs')}
      </h2>
      {rows.length === 0 && <p class="merge-pad quiet">{t('merge_differs_nothing')}</p>}
      {rows.map((one) => (
        <Row key={one.key} row={one} {...row} onChoose={(whose) => onChoose(one.key, whose)} />
      ))}
    </section>
  );
}
