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
  /** The server merges by itself, and says of some values not which stays. */
  readonly itself: boolean;
  /** Null: nothing is to be chosen here. */
  readonly onChoose: ((whose: Person) => void) | null;
}

/** What a server that merges by itself does not tell: of these values, and where whoever stays has none. */
const undecided = ({ what, stays }: Differing): boolean =>
  stays === null || what === 'custom' || what === 'organisation' || what === 'position' || what === 'manager';

interface ValueProps {
  readonly row: Differing;
  readonly side: Side;
  readonly person: Person;
  readonly open: boolean;
}

/** `open`: nobody knows whether it is lost. */
function Value({ row, side, person, open }: ValueProps) {
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
  if (open || row.wins === side) {
    return (
      <span class={open ? undefined : 'merge-wins'}>
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
function Row({ row, sides, source, busy, itself, onChoose }: RowProps) {
  const name = useOwnId();
  const fixed = row.fixed === true;
  // What can be set afterwards is chosen here all the same.
  const open = itself && fixed && undecided(row);
  const note = open ? t('merge_decides', [source]) : fixed && onChoose !== null ? t('merge_not_taken', [source]) : null;
  const chosen = onChoose !== null && !open;
  const Choice = chosen ? 'label' : 'div';
  return (
    <fieldset class="merge-row" aria-describedby={note === null ? undefined : `${name}-fixed`}>
      <legend class="quiet">{differingWord(row)}</legend>
      <div class="merge-columns">
        {(['stays', 'goes'] as const).map((side) => (
          <Choice key={sides[side].ref.id} class={chosen ? 'merge-choice' : undefined}>
            {onChoose !== null && !open && (
              <input
                type="radio"
                name={name}
                checked={row.wins === side}
                disabled={busy || (fixed && row.wins !== side)}
                onChange={() => onChoose(sides[side])}
              />
            )}
            <Value row={row} side={side} person={sides[side]} open={open} />
          </Choice>
        ))}
      </div>
      {note !== null && (
        <p class="quiet" id={`${name}-fixed`}>
          {note}
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
  readonly itself: boolean;
  readonly onChoose: ((key: string, whose: Person) => void) | null;
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
        <Row key={one.key} row={one} {...row} onChoose={onChoose && ((whose) => onChoose(one.key, whose))} />
      ))}
    </section>
  );
}
