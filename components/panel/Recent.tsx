import './people.css';
import { AddressText } from '@/components/ui/AddressText';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { t } from '@/utils/i18n';
import type { RecentPerson } from '@/utils/messages/view';
import { useActs } from './acts';
import { refKey } from './states';
import { useRoving } from './use-roving';

/** People looked at lately, for when no message is open. */
export function Recent({ recent }: { readonly recent: readonly RecentPerson[] }) {
  const { ask, tab } = useActs();
  const roving = useRoving(recent.map(({ ref }) => refKey(ref)));
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-title">
      <h2 class="people-title" id="recent-title">
        {t('recent_people')}
      </h2>
      <ul class="people" {...roving.list}>
        {recent.map((one, index) => (
          <li key={refKey(one.ref)}>
            <button
              type="button"
              class="person"
              {...roving.row(index)}
              onClick={() => void ask('lookup.person', { tab, ref: one.ref })}
            >
              <PersonPicture name={one.name} seed={refKey(one.ref)} />
              <span class="person-words">
                <span class="person-name">
                  <bdi>{one.name}</bdi>
                </span>
                {one.address !== null && (
                  <span>
                    <AddressText address={one.address} />
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
