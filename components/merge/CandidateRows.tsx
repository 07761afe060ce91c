import '@/components/panel/people.css';
import type { ComponentChildren } from 'preact';
import { reasonTexts, tierWord } from '@/components/duplicates/evidence-words';
import { Dotted } from '@/components/panel/Dotted';
import { RowName, RowPicture } from '@/components/panel/person-parts';
import { organisationOf } from '@/components/panel/person-words';
import { refKey } from '@/components/panel/states';
import { useRoving } from '@/components/panel/use-roving';
import { AddressText } from '@/components/ui/AddressText';
import { t } from '@/utils/i18n';
import { refusalOf } from '@/utils/merge';
import { primaryOf } from '@/utils/people/primary';
import type { Person } from '@/utils/people/types';
import type { Candidate } from './use-candidates';

/** Why somebody is not merged with this person, in words; null: they may be. */
function refusalText(person: Person, other: Person): string | null {
  const refusal = refusalOf(person, other);
  if (refusal === null) return null;
  return t(refusal === 'self' ? 'merge_row_self' : 'merge_row_agent');
}

function Words({ candidate, refused }: { readonly candidate: Candidate; readonly refused: string | null }) {
  const { person, suspect } = candidate;
  const address = primaryOf(person);
  return (
    <span class="person-words">
      <RowName person={person} />
      {address !== null && (
        <span>
          <AddressText address={address} />
        </span>
      )}
      {refused !== null && <span>{refused}</span>}
      {refused === null && suspect === null && <span>{organisationOf(person) ?? t('no_organisation')}</span>}
      {refused === null && suspect !== null && (
        <span>
          <Dotted parts={[tierWord(suspect), ...reasonTexts(suspect.evidence)]} />
        </span>
      )}
    </span>
  );
}

interface RowsProps {
  readonly label: string;
  /** Who is to stay. */
  readonly person: Person;
  readonly candidates: readonly Candidate[];
  readonly onChoose: (other: Person) => void;
  readonly end?: ComponentChildren;
}

/** People who can be merged in, none of them chosen beforehand. Who cannot be stands there with the reason. */
export function CandidateRows({ label, person, candidates, onChoose }: RowsProps) {
  const roving = useRoving(candidates.map((one) => refKey(one.person.ref)));
  return (
    <ul class="people" aria-label={label} {...roving.list}>
      {candidates.map((one, index) => {
        const refused = refusalText(person, one.person);
        return (
          <li key={refKey(one.person.ref)}>
            <button
              type="button"
              class="person"
              {...roving.row(index)}
              aria-disabled={refused === null ? undefined : 'true'}
              onClick={() => {
                if (refused === null) onChoose(one.person);
              }}
            >
              <RowPicture person={one.person} />
              <Words candidate={one} refused={refused} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
