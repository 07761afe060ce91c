import { useActs } from '@/components/panel/acts';
import { RowName, RowPicture } from '@/components/panel/person-parts';
import { organisationOf } from '@/components/panel/person-words';
import { AddressText } from '@/components/ui/AddressText';
import { dateText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';

function PairCard({ person }: { readonly person: Person | null }) {
  const { now } = useActs();
  if (person === null) {
    return (
      <li class="pair-card pair-gone">
        <p class="quiet">{t('duplicates_gone')}</p>
      </li>
    );
  }
  const organisation = organisationOf(person);
  const phones = person.fields.filter(({ type }) => type === 'phone');
  return (
    <li class="pair-card">
      <p class="pair-head">
        <RowPicture person={person} />
        <span class="pair-who">
          <RowName person={person} />
          <span class="quiet figures">#{person.ref.id}</span>
        </span>
      </p>
      {person.emails.map(({ address }) => (
        <p key={address}>
          <AddressText address={address} />
        </p>
      ))}
      {phones.map(({ value }) => (
        <p key={value} class="figures">
          <bdi dir="ltr">{value}</bdi>
        </p>
      ))}
      {organisation !== null && (
        <p>
          <bdi>{organisation}</bdi>
        </p>
      )}
      {person.createdAt !== undefined && (
        <p class="quiet">{t('duplicates_since', [dateText(person.createdAt, now())])}</p>
      )}
    </li>
  );
}

/** The two records side by side, each with what one is known by. */
export function PairCards({ people }: { readonly people: readonly [Person | null, Person | null] }) {
  return (
    <ul class="pair-cards" aria-label={t('duplicates_pair')}>
      {people.map((person, side) => (
        <PairCard key={side} person={person} />
      ))}
    </ul>
  );
}
