import './rows.css';
import './organisation-rows.css';
import { useRef } from 'preact/hooks';
import { Dash, InlineEdit } from '@/components/edit/InlineEdit';
import { NotSaved } from '@/components/edit/NotSaved';
import { useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { plural, t } from '@/utils/i18n';
import type { Membership, Person } from '@/utils/people/types';
import { OrganisationControl } from './OrganisationControl';
import { membershipChange, readPlace, textOfMembership, textOfTheirPlace } from './organisation-text';
import { organisationProblem } from './organisation-words';
import { useToldFailure } from './use-told-failure';

interface PlaceProps {
  readonly text: string;
  readonly connection: string;
  /** It has a page of its own. */
  readonly linked: boolean;
}

/** The organisation with its own page behind the name, and what somebody is there. */
export function PlaceWords({ text, connection, linked }: PlaceProps) {
  const { open } = useActs();
  const { id, name, position, manager } = readPlace(text);
  if (name === '') return <Dash />;
  return (
    <>
      <div>
        <span class="unseen">{t('organisation')} </span>
        {linked && id !== '' ? (
          <button type="button" class="link org-link" onClick={() => open({ kind: 'organisation', connection, id })}>
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi>{name}</bdi>
        )}
      </div>
      {(position !== '' || manager) && (
        <div class="quiet">
          <Dotted parts={[position, manager ? t('manager') : null]} />
        </div>
      )}
    </>
  );
}

export interface OrganisationRowProps {
  readonly person: Person;
  readonly membership: Membership;
  readonly editable: boolean;
  readonly linked: boolean;
  /** Its name becomes another: the row stays the same one. */
  readonly onSaving: (from: string, to: string) => void;
  /** Another one can be added from this row, the last. */
  readonly onAdd: (() => void) | null;
}

/** One organisation that somebody works for: opened, edited, left. */
export function OrganisationRow(props: OrganisationRowProps) {
  const { person, membership, editable, linked, onSaving, onAdd } = props;
  const { run } = useActs();
  const edit = useRef<(() => void) | null>(null);
  const { connection } = person.ref;
  const { name, tickets = 0 } = membership;
  const own = textOfMembership(membership);
  const write = (from: string, to: string) => {
    const title = to === '' ? t('organisation_left', [name]) : t('organisation_changed', [readPlace(to).name]);
    // The record can have it before the answer is here.
    if (to !== '') onSaving(name, readPlace(to).name);
    return run(person.ref, membershipChange(from, to), title);
  };
  const there = useSaving<boolean>(true, () => write(own, ''), person.version);
  const problem = useToldFailure(name, there.state, person.ref.connection);
  if (!there.shown && problem === null) return null;
  return (
    <div class="row org-row">
      <Icon name="org" />
      <div class="row-words">
        {editable ? (
          <InlineEdit
            person={person}
            place={`organisation:${membership.organisation}`}
            label={t('organisation')}
            value={own}
            read={(text) => <PlaceWords text={text} connection={connection} linked={linked} />}
            control={(control) => <OrganisationControl connection={connection} control={control} />}
            check={(text) => organisationProblem(person, membership, text)}
            save={(to, from) => write(from, to)}
            theirs={(theirs) => textOfTheirPlace(theirs, readPlace(own))}
            pen="heading"
            edit={edit}
          />
        ) : (
          <PlaceWords text={own} connection={connection} linked={linked} />
        )}
        {problem !== null && (
          <NotSaved
            label={name}
            problem={problem}
            connection={connection}
            onRetry={() => void there.retry()}
            onRevert={() => there.revert()}
          />
        )}
      </div>
      {tickets > 0 && <span class="row-end">{plural('tickets', tickets)}</span>}
      {editable && (
        <span class="org-acts">
          <IconButton small icon="pen" label={t('edit_value', [name])} onPress={() => edit.current?.()} />
          <IconButton small icon="x" label={t('organisation_leave', [name])} onPress={() => void there.save(false)} />
          {onAdd !== null && <IconButton small icon="plus" label={t('organisation_add_another')} onPress={onAdd} />}
        </span>
      )}
    </div>
  );
}
