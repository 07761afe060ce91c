import { domainOf, isNoReply } from './address';
import { companyDomains } from './free-mail';
import type { Choice, OpenMessage, PageMessage, Participant, Party, Role } from './message';
import type { Address } from './types';
import { viaName } from './via';

/** Nobody scrolls further, and a page can name any number of people. */
const MOST = 200;

/**
 * Whom the panel is about, out of what a page says. The page's facts stay as they are: this is the only place that
 * decides between them.
 * @param own addresses of the user that the page need not know (options, connectors)
 */
export function choose(message: OpenMessage, own: readonly Address[]): Choice {
  const mine = new Set<Address>([...message.account, ...own]);
  for (const { own: written, from } of message.messages) {
    if (written) for (const { address } of from) if (address !== null) mine.add(address);
  }
  const foreign = (party: Party): boolean => party.address === null || !mine.has(party.address);
  const byUser = (one: PageMessage): boolean => one.own || (one.from.length > 0 && !one.from.some(foreign));

  const subject = subjectOf(message);
  const ours = companyDomains(mine);
  const chosen = CHOICES[message.kind]({ message, subject, ours, foreign, byUser });
  const { others, left } = listOthers(message, subject, foreign, chosen);
  const hidden = Math.max(0, ...message.messages.map(({ more }) => more));
  const address = chosen?.party.address ?? null;
  return { chosen, others, more: hidden + left, noReply: address !== null && isNoReply(address) };
}

interface Given {
  readonly message: OpenMessage;
  /** The message that decides. */
  readonly subject: PageMessage | undefined;
  /** Domains of the user's own company. */
  readonly ours: ReadonlySet<string>;
  foreign(party: Party): boolean;
  byUser(one: PageMessage): boolean;
}

const CHOICES: Readonly<Record<OpenMessage['kind'], (given: Given) => Participant | null>> = {
  mail({ message, subject, ours, foreign, byUser }) {
    if (subject === undefined) return null;
    if (!byUser(subject)) return writerOf(subject, foreign, ours);
    const other = message.messages.findLast((one) => !byUser(one));
    return (
      participant(subject.to.find(foreign), 'to') ??
      (other === undefined ? null : writerOf(other, foreign, ours)) ??
      participant(only(subject.replyTo.filter(foreign)), 'reply-to')
    );
  },
  ticket({ message, foreign, byUser }) {
    const requestor = participant(message.requestors.find(foreign), 'requestor');
    if (requestor !== null) return requestor;
    const article = message.messages.findLast((one) => !one.staff && one.from.length > 0 && !byUser(one));
    return participant(article?.from.find(foreign), 'author');
  },
  draft({ subject, foreign }) {
    return participant(subject?.to.find(foreign), 'to');
  },
};

// Opened by hand, else the last one: the user's own last word counts too, since it says whom they are talking to.
function subjectOf({ messages, focus }: OpenMessage): PageMessage | undefined {
  return (focus === null ? undefined : messages[focus]) ?? messages.at(-1);
}

function writerOf(one: PageMessage, foreign: (party: Party) => boolean, ours: ReadonlySet<string>): Participant | null {
  const writer = one.from.find(foreign);
  if (!one.viaList) return contactForm(one, writer, foreign, ours) ?? participant(writer, 'from');
  if (writer === undefined || speaksForItself(one, writer)) return participant(writer, 'from');
  const name = viaName(writer.name) ?? writer.name;
  const reply = only(one.replyTo.filter((party) => party.address !== writer.address && foreign(party)));
  if (reply?.address) return { party: { ...reply, name: reply.name || name }, role: 'reply-to' };
  return { party: name === '' ? writer : { name, address: null, shown: '' }, role: 'from' };
}

/** "Support via RT" that wants its answers itself and was not sent to itself: no list stands between. */
function speaksForItself({ replyTo, to, cc }: PageMessage, { address }: Party): boolean {
  const named = (party: Party): boolean => party.address === address;
  return replyTo.length > 0 && replyTo.every(named) && ![...to, ...cc].some(named);
}

/**
 * Mail that our own company's domain sends for somebody outside it (a contact form): who wrote it stands in Reply-To.
 * Null for all other mail: a stranger's Reply-To names nobody.
 */
function contactForm(
  { from, replyTo }: PageMessage,
  writer: Party | undefined,
  foreign: (party: Party) => boolean,
  ours: ReadonlySet<string>,
): Participant | null {
  const inside = ({ address }: Party): boolean => address !== null && ours.has(domainOf(address));
  const reply = replyTo.length === 1 ? replyTo[0] : undefined;
  if (from.length !== 1 || writer === undefined || !inside(writer)) return null;
  return reply?.address != null && foreign(reply) && !inside(reply) ? participant(reply, 'reply-to') : null;
}

function listOthers(
  { kind, messages, requestors }: OpenMessage,
  subject: PageMessage | undefined,
  foreign: (party: Party) => boolean,
  chosen: Participant | null,
): { readonly others: readonly Participant[]; readonly left: number } {
  const newestFirst = [...messages].reverse();
  const ordered = subject === undefined ? newestFirst : [subject, ...newestFirst.filter((one) => one !== subject)];
  const seen = new Set<string>(chosen === null ? [] : keysOf(chosen.party));
  const others: Participant[] = [];
  let left = 0;
  const add = (role: Role, parties: readonly Party[]): void => {
    for (const party of parties) {
      if (isKnown(party, seen) || !foreign(party)) continue;
      for (const key of keysOf(party)) seen.add(key);
      if (others.length < MOST) others.push({ party, role });
      else left += 1;
    }
  };
  add('requestor', requestors);
  for (const one of ordered) add(kind === 'ticket' ? 'author' : 'from', one.from);
  for (const one of ordered) add('sender', one.sender);
  for (const one of ordered) add('reply-to', one.replyTo);
  for (const one of ordered) add('to', one.to);
  for (const one of ordered) add('cc', one.cc);
  return { others, left };
}

function keyOf({ address, name }: Party): string {
  return address ?? `name:${name.toLowerCase()}`;
}

/** Two of one name are two people, where the page tells the numbers of their records. */
const isKnown = (party: Party, seen: ReadonlySet<string>): boolean =>
  party.record === undefined
    ? seen.has(keyOf(party))
    : seen.has(`record:${party.record}`) || (party.address !== null && seen.has(party.address));

const keysOf = (party: Party): readonly string[] =>
  party.record === undefined ? [keyOf(party)] : [keyOf(party), `record:${party.record}`];

function participant(party: Party | undefined, role: Role): Participant | null {
  return party === undefined ? null : { party, role };
}

/** The one party, if all of them are the same. */
function only(parties: readonly Party[]): Party | undefined {
  const [first] = parties;
  return first !== undefined && parties.every((party) => keyOf(party) === keyOf(first)) ? first : undefined;
}
