import { Checkbox } from '@/components/ui/Checkbox';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { t } from '@/utils/i18n';
import type { CardRow } from './card-rows';

interface CardRowLineProps {
  readonly row: CardRow;
  readonly name: string;
  readonly checked: boolean;
  readonly onCheck: (on: boolean) => void;
}

/** One value of the card: what it is, what goes, what comes. */
export function CardRowLine({ row, name, checked, onCheck }: CardRowLineProps) {
  const { what, label, from, to, picture = false } = row;
  return (
    <li class="cards-row">
      <Checkbox checked={checked} onChange={onCheck}>
        <span class="cards-what">
          {what}
          {label !== undefined && <bdi class="quiet"> {label}</bdi>}
        </span>{' '}
        {from !== null && !picture && (
          <>
            <span class="unseen">{t('cards_now')} </span>
            <del class="cards-from" dir="auto">
              {from}
            </del>{' '}
            <span class="unseen">{t('cards_then')} </span>
          </>
        )}
        {picture ? (
          <span class="cards-pictures">
            {from !== null && <PersonPicture name={name} seed={null} size="head" picture={from} />}
            <PersonPicture name={name} seed={null} size="head" picture={to} />
            <span>{t(from === null ? 'cards_picture_added' : 'cards_picture_replaced')}</span>
          </span>
        ) : (
          <span class="cards-to" dir="auto">
            {to}
          </span>
        )}
      </Checkbox>
    </li>
  );
}
