import { isolate } from '@/components/panel/person-words';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import type { LoadedCard } from './read-files';
import { mayCreate } from './use-new-people';
import type { Standing } from './who-is-there';

interface NewPersonLineProps {
  readonly card: LoadedCard;
  /** Absent: still being looked for. */
  readonly standing: Standing | undefined;
  readonly checked: boolean;
  readonly onCheck: (on: boolean) => void;
  readonly onUpdate: (person: Person) => void;
}

function reason(standing: Standing): string | null {
  switch (standing.kind) {
    case 'there':
      return t('cards_there', [isolate(standing.person.name)]);
    case 'near':
      return t('cards_near', [isolate(standing.person.name), standing.person.emails[0]?.address ?? '']);
    case 'twice':
      return t('cards_twice', [isolate(standing.name)]);
    case 'no-address':
      return t('cards_no_address');
    case 'unknown':
      return t('cards_unknown');
    default:
      return null;
  }
}

/** One card of the list: to be made, or why not. */
export function NewPersonLine({ card, standing, checked, onCheck, onUpdate }: NewPersonLineProps) {
  const { values } = card;
  const told = standing === undefined ? null : reason(standing);
  const text = (
    <>
      <bdi class="cards-name">{values.name}</bdi> <bdi class="quiet">{values.emails[0]?.address ?? ''}</bdi>
    </>
  );
  return (
    <li class="cards-row">
      {mayCreate(standing) ? (
        <Checkbox checked={checked} onChange={onCheck}>
          {text}
        </Checkbox>
      ) : (
        <p class="cards-not">{text}</p>
      )}
      {told !== null && (
        <p class="cards-reason">
          <Icon name="alert" /> {told}
        </p>
      )}
      {(standing?.kind === 'there' || standing?.kind === 'near') && (
        <Button
          small
          look="quiet"
          onPress={() => onUpdate(standing.person)}
          label={t('cards_update_named', [isolate(standing.person.name)])}
        >
          {t('cards_update')}
        </Button>
      )}
    </li>
  );
}
