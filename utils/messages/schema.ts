// The border: every message is decoded here as if a stranger had sent it. A content script stands in a page that
// somebody else writes, so its lists and texts have limits. A reading that is over them is a page that cannot be read:
// were it only refused, the person of the message before would stay.
import * as v from 'valibot';
import { type Chosen, field, inputs, isActionId } from '@/utils/actions/inputs';
import { LONGEST } from '@/utils/actions/limits';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { connectionAsks } from './schema-connections';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
/** For a line that is only shown, and that a stranger can make as long as they like. */
const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.slice(0, longest)),
  );
const tab = v.pipe(v.number(), v.integer());
const nothing = v.object({});

const address = v.pipe(
  text(400),
  v.check((value) => parseAddress(value) === value, 'not an address in its one form'),
  v.transform((value) => value as Address), // checked the line above
);
const facts = {
  name: text(400),
  address: v.nullable(address),
  shown: text(400),
  record: v.exactOptional(text(100)),
};
// Where a record is, is no page's word.
const parties = v.pipe(v.array(v.object(facts)), v.maxLength(400));
const party = v.object({ ...facts, server: v.exactOptional(text(2000)) });

const pageMessage = v.object({
  id: v.nullable(text(600)),
  from: parties,
  sender: parties,
  replyTo: parties,
  to: parties,
  cc: parties,
  more: v.pipe(v.number(), v.integer(), v.minValue(0)),
  date: v.nullable(line(200)),
  own: v.boolean(),
  staff: v.boolean(),
  expanded: v.boolean(),
  viaList: v.boolean(),
});

const openMessage = v.object({
  site: text(40),
  strategy: text(80),
  kind: v.picklist(['mail', 'ticket', 'draft']),
  account: v.pipe(v.array(address), v.maxLength(50)),
  conversation: v.nullable(text(1000)),
  title: v.nullable(line(2000)),
  requestors: parties,
  messages: v.pipe(v.array(pageMessage), v.maxLength(1000)),
  focus: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  server: v.exactOptional(v.object({ address: text(2000), ticket: text(100) })),
});

const reading = v.variant('state', [
  v.object({ state: v.literal('open'), message: openMessage }),
  v.object({ state: v.literal('nothing') }),
  v.object({ state: v.literal('unknown'), site: text(40) }),
]);

const readable = v.fallback(reading, { state: 'unknown', site: '' });

export const fromPage = {
  'page.hello': nothing,
  'page.read': v.object({ reading: readable }),
  'page.outlook': nothing,
  'launcher.press': nothing,
  'launcher.place': v.object({
    hidden: v.exactOptional(v.boolean()),
    top: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
};

const ref = v.object({ connection: text(100), id: text(200) });
/** Characters of what is half-typed: too long to be saved is no reason to lose it. */
const KEPT = 1_000_000;
const draft = v.object({
  name: text(1000),
  address: text(1000),
  organisation: text(1000),
  connection: text(100),
  more: v.exactOptional(
    v.object({
      addresses: v.pipe(v.array(text(1000)), v.maxLength(100)),
      position: text(1000),
      summary: text(LONGEST.text),
      timezone: text(200),
      language: text(200),
      labels: v.pipe(v.array(text(LONGEST.line)), v.maxLength(200)),
      groups: v.pipe(v.array(text(200)), v.maxLength(1000)),
      fields: v.pipe(v.array(field), v.maxLength(500)),
      picture: v.exactOptional(v.pipe(text(1_000_000), v.startsWith('data:image/'))),
    }),
  ),
});
const kept = text(KEPT);
const keptField = v.object({
  ...field.entries,
  label: v.exactOptional(kept),
  value: kept,
  parts: v.exactOptional(v.record(text(40), kept)),
});
const keptDraft = v.object({
  name: kept,
  address: kept,
  organisation: kept,
  connection: text(100),
  more: v.exactOptional(
    v.object({
      addresses: v.pipe(v.array(kept), v.maxLength(100)),
      position: kept,
      summary: kept,
      timezone: kept,
      language: kept,
      labels: v.pipe(v.array(kept), v.maxLength(200)),
      groups: v.pipe(v.array(text(200)), v.maxLength(1000)),
      fields: v.pipe(v.array(keptField), v.maxLength(500)),
    }),
  ),
});
const inTab = v.object({ tab });
const ofAddress = v.object({ tab, of: address });
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const connection = text(100);
const id = text(200);
const ofPerson = v.object({ ref, limit });
const sorting = v.exactOptional(v.picklist(['newest', 'oldest', 'last-reply', 'urgency']));
const typed = v.object({ text: kept, base: kept, at: text(40) });

const webAddress = v.pipe(text(4000), v.url(), v.regex(/^https?:/iu));
const sameOrigin = (...urls: readonly string[]): boolean => new Set(urls.map((url) => new URL(url).origin)).size === 1;

// What an action is told is decoded by the action's own schema.
const chosen = v.pipe(
  v.object({ action: v.pipe(text(60), v.guard(isActionId)), input: v.unknown() }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const { action, input } = dataset.value;
    const checked = v.safeParse<v.GenericSchema>(inputs[action], input);
    if (checked.success) return { action, input: checked.output } as Chosen; // by the schema of that very action
    addIssue({ message: `${action}: ${v.summarize(checked.issues)}` });
    return NEVER;
  }),
);
const addresses = v.pipe(v.array(text(400)), v.maxLength(10_000));

export const fromPanel = {
  ...connectionAsks,
  'panel.open': inTab,
  'lookup.text': v.object({ tab, text: text(100_000) }),
  'lookup.link': v.object({ tab, text: text(100_000) }),
  'lookup.party': v.object({ tab, party }),
  'lookup.person': v.object({ tab, ref }),
  'lookup.again': v.object({ tab, connection: v.exactOptional(connection) }),
  'lookup.cancel': inTab,
  'lookup.back': inTab,
  'match.pick': v.object({ tab, ref, always: v.boolean() }),
  'match.ask': ofAddress,
  'never.add': ofAddress,
  'never.remove': ofAddress,
  'person.create': v.object({ tab, draft, of: v.exactOptional(text(1000)) }),
  'person.uncreate': inTab,
  'draft.keep': v.object({ tab, draft: v.nullable(keptDraft), of: v.exactOptional(text(1000)) }),
  notes: v.object({ ref, limit }),
  tickets: v.object({
    ref,
    which: v.picklist(['open', 'resolved']),
    limit,
    sort: sorting,
  }),
  archived: v.object({ ref, limit, sort: sorting }),
  'news.wait': v.object({ tab, ref }),
  'news.stop': inTab,
  'ticket.page': v.object({ connection, id }),
  files: ofPerson,
  'file.read': v.object({ connection, id, index }),
  'file.piece': v.object({ id: text(100), index, base64: text(400_000) }),
  'file.drop': v.object({ id: text(100) }),
  billing: ofPerson,
  chats: ofPerson,
  history: v.object({
    ref,
    limit,
    query: v.object({
      which: v.picklist(['all', 'changes', 'activity', 'mine']),
      text: text(1000),
      codes: v.exactOptional(v.pipe(v.array(text(40)), v.maxLength(100))),
    }),
  }),
  details: ofPerson,
  definitions: v.object({ connection }),
  groups: v.object({ connection }),
  labels: v.object({ connection, text: text(1000) }),
  search: v.object({
    query: v.object({
      text: text(1000),
      role: v.picklist(['anyone', 'customers', 'agents']),
      group: v.nullable(id),
      label: v.nullable(text(1000)),
      sort: v.picklist(['best', 'name', 'newest', 'last-seen']),
    }),
    limit,
    connections: v.exactOptional(v.array(connection)),
    by: v.exactOptional(text(100)),
  }),
  'search.stop': v.object({ by: text(100) }),
  organisations: v.object({ connection, text: text(1000) }),
  organisation: v.object({ connection, id, limit }),
  teams: v.object({ connection }),
  'action.run': v.object({ ref, chosen }),
  'action.runAll': v.object({ ref, chosen: v.pipe(v.array(chosen), v.minLength(1), v.maxLength(200)) }),
  'action.undo': v.object({ entry: text(100) }),
  'action.again': v.object({ entry: text(100) }),
  'action.plan': v.object({ ref, chosen }),
  'action.confirm': v.object({ draft: text(100) }),
  'action.drop': v.object({ entry: text(100) }),
  'queue.send': v.object({ entry: v.exactOptional(text(100)) }),
  'entry.resolve': v.object({
    entry: text(100),
    mine: v.pipe(v.array(index), v.maxLength(1000)),
    texts: v.exactOptional(v.record(text(10), text(LONGEST.text))),
  }),
  people: v.object({ refs: v.pipe(v.array(ref), v.maxLength(100)) }),
  'people.open': v.object({ tab, connection }),
  holdings: v.object({ ref }),
  security: v.object({ ref }),
  sees: ofPerson,
  unseen: v.object({ ref }),
  'view.open': v.object({
    tab,
    connection,
    source: line(400),
    name: line(400),
    view: v.pipe(
      v.object({
        url: webAddress,
        next: v.exactOptional(webAddress),
        worked: v.exactOptional(text(200)),
        back: v.exactOptional(webAddress),
      }),
      v.check(({ url, next = url, back = url }) => sameOrigin(url, next, back), 'addresses of two servers'),
    ),
  }),
  'view.back': v.object({ tab, connection, hidden: v.boolean() }),
  bans: v.object({ connection, limit }),
  'ban.lift': v.object({ connection, address }),
  suspects: ofPerson,
  'apart.set': v.object({ a: ref, b: ref, apart: v.boolean() }),
  'apart.list': v.object({ connection }),
  'apart.across': nothing,
  entries: ofPerson,
  'typed.get': v.object({ tab, ref }),
  'typed.keep': v.object({ tab, ref, place: text(300), typed: v.nullable(typed) }),
  'tab.reload': inTab,
  'site.list': nothing,
  'site.launcher': v.object({ origin: text(300), hidden: v.boolean() }),
  'book.state': nothing,
  'sample.load': nothing,
  'sample.remove': nothing,
  'import.piece': v.object({
    id: text(100),
    index: v.pipe(v.number(), v.integer(), v.minValue(0)),
    base64: text(400_000),
  }),
  'import.start': v.object({ id: text(100), file: text(1000) }),
  'import.stop': nothing,
  'preferences.get': nothing,
  'preferences.set': v.object({
    ownAddresses: v.exactOptional(addresses),
    neverLookUp: v.exactOptional(addresses),
    folded: v.exactOptional(v.record(text(100), v.boolean())),
    theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
    singleKeys: v.exactOptional(v.boolean()),
  }),
};

export const envelope = v.object({ name: text(60), question: v.unknown() });
