import '@/components/panel/people.css';
import './question.css';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { RowName, RowPicture } from '@/components/panel/person-parts';
import { isolate, organisationOf } from '@/components/panel/person-words';
import { SearchStates } from '@/components/panel/SearchStates';
import { type Hit, refKey } from '@/components/panel/states';
import { useFound } from '@/components/panel/use-found';
import { useRoving } from '@/components/panel/use-roving';
import { AddressText } from '@/components/ui/AddressText';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FilterField } from '@/components/ui/FilterField';
import { Icon } from '@/components/ui/Icon';
import { formatNumber, plural, t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import { sameRef } from '@/utils/people/ref';
import type { Person, Ticket } from '@/utils/people/types';
import { FailedDeed } from './FailedDeed';
import { useDeed } from './use-deed';

interface RowsProps {
  readonly people: readonly Person[];
  readonly busy: boolean;
  readonly onChoose: (to: Person) => void;
}

function Rows({ people, busy, onChoose }: RowsProps) {
  const roving = useRoving(people.map(({ ref }) => refKey(ref)));
  return (
    <ul class="people" aria-label={t('search_results')} {...roving.list}>
      {people.map((one, index) => {
        const address = primaryOf(one);
        return (
          <li key={refKey(one.ref)}>
            <button
              type="button"
              class="person"
              {...roving.row(index)}
              aria-disabled={busy ? 'true' : undefined}
              onClick={() => {
                if (!busy) onChoose(one);
              }}
            >
              <RowPicture person={one} />
              <span class="person-words">
                <RowName person={one} />
                {address !== null && (
                  <span>
                    <AddressText address={address} />
                  </span>
                )}
                <span>{organisationOf(one) ?? t('no_organisation')}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export interface MoveTicketProps {
  readonly hit: Hit;
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** Whose a ticket is to be: anybody else of the same server, by a search. It is done with the press, and can be undone. */
export function MoveTicketDialog({ hit, ticket, onClose }: MoveTicketProps) {
  const { page } = useActs();
  const { source } = hit.answer;
  const { person } = hit.match;
  const [text, setText] = useState('');
  const deed = useDeed(hit, onClose);
  const words = text.trim();
  const wanted =
    words === '' ? null : ({ text: words, role: 'anyone', group: null, label: null, sort: 'best' } as const);
  const { people, fresh, again } = useFound(page, wanted, [source]);
  const items = (people?.items ?? []).map((found) => found.person);
  const others = [...new Map(items.map((one) => [one.ref.id, one])).values()].filter(
    ({ ref }) => !sameRef(ref, person.ref),
  );
  const more = people !== null && people.total > people.listed;
  const count =
    people === null || (others.length === 0 && people.waiting.length > 0)
      ? t('searching')
      : more
        ? t('first_of', [formatNumber(people.listed), formatNumber(people.total)])
        : plural('people_found', others.length);
  const choose = ({ ref, name }: Person): void => {
    const input = { ticket: ticket.id, to: ref.id };
    void deed.act({ action: 'move-ticket', input }, t('done_ticket_moved', [ticket.number, isolate(name)]));
  };
  return (
    <Dialog title={t('ask_ticket_move', [ticket.number])} onClose={onClose} look="question">
      <div class="question-part">
        <p>
          <bdi>{ticket.title}</bdi>
        </p>
        <FilterField label={t('search_people')} value={text} onInput={setText} />
        {wanted !== null && (
          <div aria-busy={!fresh || deed.busy}>
            <p class="people-count quiet" role="status">
              {deed.busy ? t('act_working') : count}
            </p>
            <Rows people={others} busy={deed.busy} onChoose={choose} />
            <SearchStates part={people} again={again} />
          </div>
        )}
        {deed.problem !== null && (
          <p class="question-failed" role="alert">
            <Icon name="alert" />
            <FailedDeed problem={deed.problem} source={source.name} />
          </p>
        )}
        <div class="question-acts">
          <Button onPress={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
