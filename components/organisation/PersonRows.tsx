import '@/components/panel/people.css';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { RowName, RowPicture } from '@/components/panel/person-parts';
import { refKey } from '@/components/panel/states';
import { useRoving } from '@/components/panel/use-roving';
import { AddressText } from '@/components/ui/AddressText';
import { t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import type { Person } from '@/utils/people/types';

/** People of one organisation, each opened by a press. */
export function PersonRows(props: { readonly people: readonly Person[]; readonly organisation: string }) {
  const { ask, tab } = useActs();
  const roving = useRoving(props.people.length);
  return (
    <ul class="people" aria-label={t('section_people')} {...roving.list}>
      {props.people.map((person, index) => {
        const place = person.memberships.find(({ organisation }) => organisation === props.organisation);
        const address = primaryOf(person);
        return (
          <li key={refKey(person.ref)}>
            <button
              type="button"
              class="person"
              {...roving.row(index)}
              onClick={() => void ask('lookup.person', { tab, ref: person.ref })}
            >
              <RowPicture person={person} />
              <span class="person-words">
                <RowName person={person} />
                {address !== null && (
                  <span>
                    <AddressText address={address} />
                  </span>
                )}
                <span>
                  <Dotted parts={[place?.position ?? null, place?.manager === true ? t('manager') : null]} />
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
