import { statusLooks } from '@/components/panel/person-words';
import { refKey } from '@/components/panel/states';
import { AddressText } from '@/components/ui/AddressText';
import { Button } from '@/components/ui/Button';
import { Chip } from '@/components/ui/Chip';
import { Icon } from '@/components/ui/Icon';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { useOwnId } from '@/components/ui/use-own-id';
import { plural, t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import type { Person } from '@/utils/people/types';
import { yearOf } from './merge-words';
import type { Sides } from './sides';

const LONGEST_ID = 12;
const shortId = (id: string): string => (id.length > LONGEST_ID ? `${id.slice(0, LONGEST_ID - 4)}…` : id);

interface CardProps {
  readonly person: Person;
  readonly side: 'stays' | 'goes';
  /** Null: the server does not count them. */
  readonly tickets: number | null;
}

function Card({ person, side, tickets }: CardProps) {
  const title = useOwnId();
  const address = primaryOf(person);
  const year = yearOf(person);
  const count = tickets === null ? null : tickets === 0 ? t('tickets_none') : plural('tickets', tickets);
  const status = person.status === 'active' ? null : statusLooks[person.status];
  return (
    <section class={`merge-card merge-card-${side}`} aria-labelledby={title}>
      <h2 class="merge-card-title" id={title}>
        <Icon name={side === 'stays' ? 'check' : 'merge'} />
        {t(side === 'stays' ? 'stays' : 'merge_goes')}
      </h2>
      <div class="merge-card-person">
        <PersonPicture
          name={person.name}
          seed={refKey(person.ref)}
          size="small"
          picture={person.picture}
          muted={status?.muted ?? false}
          {...(status === null ? {} : { badge: status.icon })}
        />
        <div class="merge-card-words">
          <span class="merge-card-name">
            <bdi>{person.name}</bdi>
          </span>
          <bdi class="merge-card-id figures" dir="ltr">
            #{shortId(person.ref.id)}
          </bdi>
          {status !== null && (
            <Chip icon={status.icon} tone={status.tone}>
              {t(status.text)}
            </Chip>
          )}
        </div>
      </div>
      <p class="quiet">{address === null ? t('no_address_shown') : <AddressText address={address} />}</p>
      {count !== null && <p class="quiet figures">{year === null ? count : t('merge_since', [count, year])}</p>}
    </section>
  );
}

const reasons = {
  tickets: 'merge_because_tickets',
  older: 'merge_because_older',
  same: 'merge_because_same',
  chosen: 'merge_because_chosen',
} as const;

interface TwoCardsProps {
  readonly sides: Sides;
  readonly tickets: (person: Person) => number | null;
  readonly onSwitch: () => void;
}

/** Who stays and who is merged in, why it is that way round, and the way to turn it round. */
export function TwoCards({ sides, tickets, onSwitch }: TwoCardsProps) {
  const { stays, goes, because } = sides;
  return (
    <div class="merge-who">
      <div class="merge-columns">
        <Card side="stays" person={stays} tickets={tickets(stays)} />
        <Card side="goes" person={goes} tickets={tickets(goes)} />
      </div>
      <div class="merge-why">
        <p class="quiet">{t(reasons[because])}</p>
        <Button small icon="swap" onPress={onSwitch}>
          {t('merge_switch')}
        </Button>
      </div>
    </div>
  );
}
