import '@/components/panel/people.css';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { statusLooks } from '@/components/panel/person-words';
import { refKey } from '@/components/panel/states';
import { useRoving } from '@/components/panel/use-roving';
import { AddressText } from '@/components/ui/AddressText';
import { Chip } from '@/components/ui/Chip';
import { PersonPicture } from '@/components/ui/PersonPicture';
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
        const status = person.status === 'active' ? null : statusLooks[person.status];
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
              <PersonPicture
                name={person.name}
                seed={refKey(person.ref)}
                muted={status?.muted ?? false}
                {...(status === null ? {} : { badge: status.icon })}
              />
              <span class="person-words">
                <span class="person-name">
                  <bdi>{person.name}</bdi>{' '}
                  {status !== null && (
                    <Chip icon={status.icon} tone={status.tone}>
                      {t(status.text)}
                    </Chip>
                  )}
                </span>
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
