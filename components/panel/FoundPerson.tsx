// One row of people found: picture, name, address, and why.

import './people.css';
import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { seenText } from '@/components/ui/time';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { FoundPerson as Hit } from '@/utils/messages/protocol';
import type { Person } from '@/utils/people/types';
import { useActs } from './acts';
import { Dotted } from './Dotted';
import { FoundLetters } from './Matched';
import { RowName, RowPicture } from './person-parts';
import { organisationOf } from './person-words';
import { Sentence } from './Sentence';

/** The address that the typed letters are in, else the primary one. */
function addressFor(person: Person, text: string): string | null {
  const words = text.toLowerCase().split(/\s+/);
  const emails = [...person.emails].sort((a, b) => Number(b.primary) - Number(a.primary));
  const typed = emails.find(({ address }) => words.some((word) => word !== '' && address.includes(word)));
  return (typed ?? emails[0])?.address ?? null;
}

type Reason = NonNullable<Hit['because']>;

const reasonTexts: Partial<Record<Reason['kind'], TextKey>> = {
  label: 'because_label',
  phone: 'because_phone',
  organisation: 'because_organisation',
  summary: 'because_summary',
  id: 'because_id',
};

/** "Label: **kel**ler project" */
function Because({ because, text }: { readonly because: Reason; readonly text: string }) {
  const letters = <FoundLetters text={because.text} search={text} />;
  if (because.kind === 'field' && because.title !== undefined) {
    return <Sentence text="because_field" first={letters} rest={[because.title]} />;
  }
  const known = reasonTexts[because.kind];
  return known === undefined ? letters : <Sentence text={known} first={letters} />;
}

function LastLine({ hit, text }: { readonly hit: Hit; readonly text: string }) {
  const { now } = useActs();
  const { person, because, openTickets } = hit;
  if (because !== undefined) return <Because because={because} text={text} />;
  const open = openTickets === null ? null : plural('open_tickets', openTickets);
  if (person.status !== 'active' && person.seenAt !== undefined) {
    return <Dotted parts={[open, seenText(person.seenAt, now(), 'last')]} />;
  }
  const organisation = organisationOf(person);
  if (organisation === null) return <Dotted parts={[t('no_organisation'), openTickets === 0 ? null : open]} />;
  return (
    <>
      <FoundLetters text={organisation} search={text} />
      {open !== null && openTickets !== 0 && ` · ${open}`}
    </>
  );
}

function TicketWords({ hit, text }: { readonly hit: Hit; readonly text: string }) {
  const { because, person } = hit;
  return (
    <span class="person-words">
      <span class="person-name">
        <bdi>{because?.text}</bdi>
      </span>
      <span>
        <Sentence
          text="found_ticket"
          first={<FoundLetters text={because?.title ?? ''} search={text.replace(/^\s*#/, '')} />}
          rest={[person.name]}
        />
      </span>
    </span>
  );
}

function PersonWords({ hit, text }: { readonly hit: Hit; readonly text: string }) {
  const { person } = hit;
  const address = addressFor(person, text);
  return (
    <span class="person-words">
      <RowName person={person} name={<FoundLetters text={person.name} search={text} />} />
      {address !== null && (
        <span class="address" dir="ltr">
          <FoundLetters text={address} search={text} address />
        </span>
      )}
      <span>
        <LastLine hit={hit} text={text} />
      </span>
    </span>
  );
}

/** What stands in a row; who draws it makes it an option or a button. */
export function FoundPerson({ hit, text }: { readonly hit: Hit; readonly text: string }) {
  const { person, because } = hit;
  const ticket = because?.kind === 'ticket';
  return (
    <>
      {ticket ? (
        <span class="person-icon">
          <Icon name="ticket" />
        </span>
      ) : (
        <RowPicture person={person} />
      )}
      {ticket ? <TicketWords hit={hit} text={text} /> : <PersonWords hit={hit} text={text} />}
      <span class="person-end found-sources">
        {[hit.source, ...hit.also].map((source) => (
          <SourceMark key={source.id} {...source.mark} label={source.name} />
        ))}
      </span>
    </>
  );
}
