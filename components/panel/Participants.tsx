import './people.css';
import { AddressText } from '@/components/ui/AddressText';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { OtherPerson, Source } from '@/utils/messages/view';
import type { Party } from '@/utils/people/message';
import { useActs } from './acts';
import { Dotted } from './Dotted';
import { roleTexts } from './person-words';
import { refKey } from './states';
import { useRoving } from './use-roving';

type Rove = ReturnType<ReturnType<typeof useRoving>['row']>;

function Lines({ other, unknown }: { readonly other: OtherPerson; readonly unknown: string }) {
  const { known, party, role } = other;
  const name = known?.name ?? party.name;
  const address = party.address === null ? null : <AddressText address={party.address} shown={party.shown} />;
  return (
    <span class="person-words">
      <span class="person-name">{name === '' ? address : <bdi>{name}</bdi>}</span>
      {role === 'reply-to' && address !== null ? (
        <>
          <span>{t('reply_goes_to')}</span>
          <span>{address}</span>
        </>
      ) : (
        <span>
          <Dotted parts={[t(roleTexts[role]), known === null ? unknown : known.organisation]} />
        </span>
      )}
    </span>
  );
}

function unknownText({ address, record }: Party, sure: boolean): TextKey {
  if (address === null) return record === undefined ? 'no_address_shown' : 'not_known_here';
  return sure ? 'nobody_has_address' : 'not_known_here';
}

interface RowProps {
  readonly other: OtherPerson;
  readonly rove: Rove;
  /** All servers have been asked: who is not known there is nowhere. */
  readonly sure: boolean;
}

function Row({ other, rove, sure }: RowProps) {
  const { ask, tab } = useActs();
  const { known, party } = other;
  const nowhere = sure && party.address !== null;
  return (
    <li>
      <button type="button" class="person" {...rove} onClick={() => void ask('lookup.party', { tab, party })}>
        <PersonPicture
          name={known?.name ?? party.name}
          seed={known === null ? null : refKey(known.ref)}
          unknown={known === null}
        />
        <Lines other={other} unknown={t(unknownText(party, sure))} />
        {known === null ? (
          <span class="person-end person-act">{t(nowhere ? 'create' : 'look_up')}</span>
        ) : (
          <span class="person-end">{plural('open_tickets', known.openTickets)}</span>
        )}
      </button>
    </li>
  );
}

export interface ParticipantsProps {
  readonly others: readonly OtherPerson[];
  readonly more: number;
  /** Only the local books are asked about all of them at once. */
  readonly sources: readonly Source[];
  /** Nobody is the subject: the heading above says how many they are. */
  readonly alone?: boolean;
}

const keyOf = ({ role, party }: OtherPerson): string => `${role} ${party.address ?? party.name}`;

/** Everybody else of the open conversation, writers first. */
export function Participants({ others, more, sources, alone = false }: ParticipantsProps) {
  const roving = useRoving(others.map(keyOf));
  if (others.length === 0) return null;
  const sure = sources.every(({ local }) => local);
  return (
    <section class="card" aria-label={t('in_this_conversation')}>
      {!alone && <h2 class="people-title">{t('in_this_conversation')}</h2>}
      <ul class="people" {...roving.list}>
        {others.map((other, index) => (
          <Row key={keyOf(other)} other={other} rove={roving.row(index)} sure={sure} />
        ))}
      </ul>
      {more > 0 && <p class="people-more">{plural('others_more', more)}</p>}
    </section>
  );
}
