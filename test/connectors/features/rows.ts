// The features in an agent's words: all that the users' own screens of Zammad and Deskpro have, and what people miss there.
// Each looks its answer up in an open connector. A capability of the contract that is in no row does not compile.
import { sightOf } from '@/utils/actions';
import type { Capability } from '@/utils/connectors/types';
import { wayOf } from '@/utils/merge';
import type { Mark, Person } from '@/utils/people/types';
import { type At, all, both, type Cell, either, if_, onPage, sets, tells } from './cells';

export interface Row {
  readonly words: string;
  /** The capabilities that it tells of. */
  readonly of: readonly Capability[];
  readonly cell: Cell;
}

/** A row that is there as soon as all of these are. */
const by = <const C extends Capability>(words: string, ...of: readonly C[]) => ({ words, of, cell: all(...of) });
/** A row with a look of its own; `of` is what it tells of. */
const look = <const C extends Capability = never>(words: string, cell: Cell, ...of: readonly C[]) => ({
  words,
  of,
  cell,
});

const never: Cell = () => 'no';
const mark = (kind: Mark['kind']): Cell => tells(({ marks }) => marks?.some((one) => one.kind === kind) === true);
const has = (told: (person: Person) => unknown): Cell => tells((person) => Boolean(told(person)));
const merges = ({ opened }: At) => wayOf(sightOf({ ...opened, denied: [] }).can);
const MOVED = [
  ['notes', 'note.move'],
  ['files', 'file.move'],
  ['billing', 'charge.move'],
  ['chats', 'chat.move'],
  ['history', 'activity.move'],
] as const;

export const GROUPS = [
  {
    title: 'Finding people',
    rows: [
      look(
        'Who wrote, by the exact address',
        if_(({ people }) => people.length > 0),
      ),
      look(
        '… by a second address of theirs',
        if_(({ opened }) => opened.room?.addresses !== 1),
      ),
      by('Any attribute, as you type, page after page to the end', 'search'),
      by('Who is meant, where nobody has the address', 'near'),
      by('Who may be the same person, with the reasons', 'suspects'),
      by('The panel follows the open ticket by its number', 'requestors'),
      look(
        '… and the open page of a person',
        if_(({ connector, opened, pages }) =>
          pages.some((url) => connector.shows?.(opened.site ?? '', url)?.kind === 'person'),
        ),
      ),
      look(
        'What the login may do is known before it is tried',
        if_(({ local, opened }) => local || opened.login !== undefined),
      ),
    ],
  },
  {
    title: 'The profile',
    rows: [
      look('Name', sets('name'), 'person.set'),
      look('One text about the person', sets('summary')),
      by('Addresses added, changed, removed', 'email.set'),
      by('Another address made the primary one', 'email.primary'),
      by('Phone, web, post and other contact values', 'contact.set'),
      by('Custom fields by their definitions', 'definitions', 'custom.set'),
      by('Labels', 'labels', 'label.set'),
      by('Groups', 'groups', 'group.set'),
      look(
        'Roles',
        has(({ roles }) => roles?.length),
      ),
      by('Organisation: found, assigned, made', 'organisations', 'membership.set'),
      look(
        'Several organisations',
        both(
          all('membership.set'),
          if_(({ opened }) => opened.oneOrganisation !== true),
        ),
      ),
      by("An organisation's own page: people and tickets", 'organisation'),
      look('Time zone', sets('timezone')),
      look('Language', sets('language')),
      look(
        'Picture',
        either(
          all('picture'),
          has(({ picture }) => picture),
          sets('picture'),
        ),
        'picture',
      ),
      look('A picture set or removed', sets('picture')),
      look('Automatic replies stopped, against mail loops', sets('autoReplies')),
      look('Marked: VIP', mark('vip')),
      look('Marked: mail to them came back', mark('bounced')),
      look('Marked: out of office', mark('away')),
      look('Marked: kept by a directory, which writes over edits', mark('synchronised')),
      by('Created, last sign-in, from where', 'details'),
      look('Online now', never),
      by('What others change appears while you look', 'news'),
      by('A new person', 'person.create'),
      by('… deleted by Undo, untouched since', 'person.delete'),
      look('A vCard read onto a person, and written', all('contact.set', 'email.set')),
    ],
  },
  {
    title: 'Tickets',
    rows: [
      by('Open and resolved, counted and sorted', 'tickets'),
      by('What was put away for good, behind a switch', 'archived'),
      by('How many are out of sight for this login', 'unseen'),
      by('A new one', 'ticket.create'),
      by('… taken back by Undo', 'ticket.delete'),
      by('Its state', 'ticket.state'),
      by('Its urgency', 'ticket.urgent'),
      by('Given to somebody else', 'ticket.move'),
      by('Another address of theirs told of it', 'ticket.notify'),
      by('Its own page in the panel', 'ticket'),
    ],
  },
  {
    title: 'Notes, files, billing, history',
    rows: [
      by('Notes on a person, read', 'notes'),
      by('Notes written, edited, removed', 'note.add', 'note.set', 'note.remove'),
      by('Files on a person', 'files', 'file', 'file.add', 'file.remove'),
      by('Billing: time and money', 'billing'),
      by('Chats', 'chats'),
      by('History: changes and activity', 'history'),
      by('Agents by team', 'teams'),
    ],
  },
  {
    title: 'The account',
    rows: [
      by('Disabled and enabled', 'account.enable'),
      by('Unlocked', 'account.unlock'),
      by('A password set', 'login.password'),
      look(
        'A link for a new password sent',
        either(
          all('login.reset'),
          onPage(({ resetsAt }) => resetsAt),
        ),
        'login.reset',
      ),
      look('That link itself', never),
      by('Second factors: listed, one removed, all removed', 'security', 'factor.remove'),
      by('Signed in as them, in a tab of the browser', 'login.view'),
      by('What they can see, read only', 'sees'),
      by('Deleted, with the count of what goes', 'person.erase', 'holdings'),
      by('A deletion that waits: shown, taken back', 'leaving', 'erase.cancel'),
      by('Deleted, and the address banned', 'address.ban'),
      by('Banned addresses, listed', 'bans'),
    ],
  },
  {
    title: 'Merging',
    rows: [
      look(
        'Two records become one',
        either(
          if_((at) => merges(at) !== null),
          onPage(({ mergesAt }) => mergesAt),
        ),
        'person.merge',
        'person.hide',
      ),
      look(
        '… and two again, by Undo',
        if_((at) => ['hide', 'disable'].includes(merges(at) ?? '')),
      ),
      look(
        'Tickets come along',
        either(
          if_((at) => merges(at) === 'own'),
          both(
            if_((at) => merges(at) !== null),
            all('belongings', 'ticket.move'),
          ),
        ),
        'belongings',
        'ticket.move',
      ),
      look(
        'So does all else that is read there',
        either(
          if_((at) => merges(at) === 'own'),
          both(
            if_((at) => merges(at) !== null),
            if_(({ opened }) =>
              MOVED.every(([read, move]) => opened.reads[read] === undefined || move in opened.writes),
            ),
          ),
        ),
        'note.move',
        'file.move',
        'charge.move',
        'chat.move',
        'activity.move',
      ),
    ],
  },
] as const satisfies readonly { readonly title: string; readonly rows: readonly Row[] }[];

type Told = (typeof GROUPS)[number]['rows'][number]['of'][number];
type Untold = Exclude<Capability, Told>;
/** Does not compile while a capability is in no row: its name stands in the error. */
export const untold: Untold extends never ? 'none' : Untold = 'none';
