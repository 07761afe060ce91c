import './rows.css';
import './organisation-rows.css';
import { useEffect, useState } from 'preact/hooks';
import { InlineEdit } from '@/components/edit/InlineEdit';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { type Hit, refKey } from '@/components/panel/states';
import { Button } from '@/components/ui/Button';
import { QuietAction } from '@/components/ui/Empty';
import { Icon } from '@/components/ui/Icon';
import { plural, t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { OrganisationControl } from './OrganisationControl';
import { OrganisationRow, PlaceWords } from './OrganisationRow';
import { membershipChange, readPlace } from './organisation-text';
import { organisationProblem } from './organisation-words';
import { useRowKeys } from './use-row-keys';

const ADD = 'organisation:add';

interface Adding {
  /** By hand, just now; false: left half-typed before. */
  readonly opened: boolean;
  /** The record that did not have it yet when it was saved. */
  readonly saved: Person | null;
}

/** The organisation that is being added, also one that was left half-typed. */
function useAddition(person: Person) {
  const { tab, typed } = useActs();
  const [adding, setAdding] = useState<Adding | null>(null);
  const of = refKey(person.ref);
  useEffect(() => {
    let gone = false;
    setAdding(null);
    void typed.read(tab, person.ref, ADD).then((found) => {
      if (!gone && found !== null) setAdding({ opened: false, saved: null });
    });
    return () => {
      gone = true;
      typed.release(person.ref);
    };
  }, [typed, of]);
  // Saved: drawn until the record that has it is there, and not twice.
  const there = adding !== null && (adding.saved === null || adding.saved === person) ? adding : null;
  return {
    adding: there,
    start: () => setAdding({ opened: true, saved: null }),
    done: (saved: boolean) => setAdding((now) => (saved && now !== null ? { ...now, saved: person } : null)),
  };
}

/** Where somebody works: each organisation with position, or the way to add one. Stands among the facts. */
export function OrganisationRows({ hit }: { readonly hit: Hit }) {
  const { run } = useActs();
  const { answer, match } = hit;
  const { person, tickets } = match;
  const { connection } = person.ref;
  const mayEdit = may(answer, 'membership.set');
  const editable = mayEdit !== null && mayEdit.mayNot === undefined;
  const linked = answer.can.includes('organisation');
  const { adding, start, done } = useAddition(person);
  const { memberships } = person;
  const keys = useRowKeys();
  const rowKeys = keys.keysOf(memberships.map(({ name }) => name));
  return (
    <>
      {memberships.map((membership, index) => (
        <OrganisationRow
          key={rowKeys[index] ?? membership.organisation}
          person={person}
          membership={membership}
          editable={editable}
          linked={linked}
          onSaving={keys.rename}
          onAdd={index === memberships.length - 1 && adding === null ? start : null}
        />
      ))}
      {adding !== null && (
        <div class="row org-row">
          <Icon name="org" />
          <div class="row-words">
            <InlineEdit
              person={person}
              place={ADD}
              label={t('organisation')}
              value=""
              read={(text) => <PlaceWords text={text} connection={connection} linked={linked} />}
              control={(control) => <OrganisationControl connection={connection} control={control} />}
              check={(text) => organisationProblem(person, null, text)}
              save={(to) => run(person.ref, membershipChange('', to), t('organisation_joined', [readPlace(to).name]))}
              pen="none"
              opened={adding.opened}
              onDone={done}
            />
          </div>
        </div>
      )}
      {memberships.length === 0 && adding === null && editable && (
        <div class="row org-row">
          <Icon name="org" />
          <div class="row-words">
            <QuietAction text={t('organisation_add')} onPress={start} />
          </div>
          {tickets > 0 && <span class="row-end">{plural('tickets', tickets)}</span>}
        </div>
      )}
      {memberships.length === 0 && mayEdit?.mayNot !== undefined && (
        <div class="row">
          <Icon name="org" />
          <Button small {...mayEdit}>
            {t('organisation_add')}
          </Button>
        </div>
      )}
      {memberships.length === 0 && !editable && tickets > 0 && (
        <div class="row">
          <Icon name="ticket" />
          <div class="row-words quiet figures">{plural('tickets', tickets)}</div>
        </div>
      )}
    </>
  );
}
