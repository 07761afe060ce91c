import './people.css';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { SourceMark } from '@/components/ui/SourceMark';
import { t } from '@/utils/i18n';
import type { NearMatch } from '@/utils/messages/view';
import { primaryOf } from '@/utils/people/primary';
import type { Address } from '@/utils/people/types';
import { useActs } from './acts';
import { OtherLetters } from './Matched';
import { nearText, organisationOf } from './person-words';
import { refKey } from './states';

function nearAddress({ reason, person }: NearMatch): Address | null {
  if (reason.address !== null) return reason.address;
  return primaryOf(person);
}

export interface NearMatchesProps {
  readonly near: readonly NearMatch[];
  /** The address nobody has; null: only a name was there. */
  readonly asked: Address | null;
  /** There are several servers: each says whose record it is. */
  readonly named: boolean;
}

/** People who may be meant, with the reason in words. A suggestion: opening one is the agent's decision. */
export function NearMatches({ near, asked, named }: NearMatchesProps) {
  const { ask, tab } = useActs();
  if (near.length === 0) return null;
  return (
    <section class="near" aria-labelledby="near-title">
      <h2 class="near-title" id="near-title">
        {t(asked === null ? 'near_by_name' : 'near_matches')}
      </h2>
      <ul class="near-list">
        {near.map((one) => {
          const address = nearAddress(one);
          const organisation = organisationOf(one.person);
          return (
            <li key={refKey(one.person.ref)} class="person">
              <PersonPicture name={one.person.name} seed={refKey(one.person.ref)} />
              <div class="person-words">
                <span class="person-name">
                  <bdi>{one.person.name}</bdi>
                </span>
                {address !== null && (
                  <span>
                    <OtherLetters address={address} than={asked} />
                  </span>
                )}
                <span>
                  {asked === null && organisation !== null ? <bdi>{organisation}</bdi> : nearText(one, asked)}
                </span>
                {named && (
                  <span class="person-source">
                    <SourceMark {...one.source.mark} />
                    <bdi>{one.source.name}</bdi>
                  </span>
                )}
              </div>
              <button
                type="button"
                class="row-action"
                aria-label={t('open_person', [one.person.name])}
                onClick={() => void ask('lookup.person', { tab, ref: one.person.ref })}
              >
                {t('open')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
