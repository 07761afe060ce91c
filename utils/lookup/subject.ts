import type { Subject } from '@/utils/messages/view';
import type { Choice, OpenMessage, Participant, Party } from '@/utils/people/message';
import { primaryOf } from '@/utils/people/primary';
import type { Person } from '@/utils/people/types';

/** A name alone can be several people's. */
const idOf = ({ address, name, record }: Party): string =>
  record === undefined ? (address ?? name) : `${address ?? name}#${record}`;

/** Ids can be missing or late (webmail-dom.md §2.2), so names, addresses and dates of the thread are part of the key. */
function keyOf(message: OpenMessage, { party }: Participant): string {
  const last = message.messages.at(-1);
  return [
    message.site,
    message.account.join(','),
    message.conversation ?? message.title ?? '',
    last?.id ?? last?.date ?? '',
    idOf(party),
  ].join('|');
}

/** Who the panel is to be about, by the choice made from the open message; null if nobody can be named. */
export function subjectOf(message: OpenMessage, choice: Choice): Subject | null {
  const { chosen } = choice;
  if (chosen === null) return null;
  return {
    key: keyOf(message, chosen),
    party: chosen.party,
    role: chosen.role,
    origin: 'page',
    title: message.title,
    noReply: choice.noReply,
  };
}

/** A subject that somebody typed, pasted, selected or picked from the conversation. */
export function askedSubject(party: Subject['party'], noReply: boolean): Subject {
  return { key: `asked|${idOf(party)}`, party, role: 'asked', origin: 'asked', title: null, noReply };
}

/** A subject opened as a record: found by search, picked from near matches or from the recent people. */
export function knownSubject(person: Person): Subject {
  const { ref, name } = person;
  const address = primaryOf(person);
  const party = { name, address, shown: address ?? '' };
  return {
    key: `person|${ref.connection}|${ref.id}`,
    party,
    role: 'asked',
    origin: 'asked',
    title: null,
    noReply: false,
  };
}
