// Any two records: what is shown before a merge is what is there after it, and Undo brings the book back. The same
// pairs at every run.
import { beforeAll, expect, it } from 'vitest';
import { random } from '@/test/journal/stopped';
import { journalOn } from '@/test/support/acted';
import { ownBook } from '@/test/support/own-book';
import { address } from '@/test/support/people';
import { stored } from '@/test/support/stored';
import type { Input } from '@/utils/actions/inputs';
import { autoRepliesOf, customOf } from '@/utils/changes/current';
import { bookDatabase, deleteBook } from '@/utils/connectors/local/database';
import { addressKeys } from '@/utils/connectors/local/keys';
import { namesOf } from '@/utils/connectors/local/write-person';
import { type Comparison, compare, type Side } from '@/utils/merge';
import type { FieldValue, Person } from '@/utils/people/types';

const PAIRS = 60;

const NAMES = ['Anna Keller', 'A. Keller', 'anna@pool.example', 'Łucja Żak'];
const LABELS = ['vip', 'VIP', 'Späti', 'late', 'press'];
const PHONES = ['+49 30 901820', '0049 30/901820', '+49 (0)30 90 18 20', '030 901820', '+49 171 5550100'];
const SITES = ['bauer.example', 'https://www.bauer.example/', 'https://bauer.example/a'];
const ORGANISATIONS = [1, 2, 3];

beforeAll(async () => {
  await deleteBook('own');
  const { organisations, groups, customFields } = bookDatabase('own');
  const createdAt = '2026-01-01T00:00:00.000Z';
  await organisations.bulkAdd(ORGANISATIONS.map((id) => ({ id, name: `Firm ${id}`, key: `firm ${id}`, createdAt })));
  await groups.bulkAdd([{ name: 'Customers' }, { name: 'Beta' }, { name: 'Press' }]);
  await customFields.bulkAdd([
    { title: 'Contract', type: 'text', order: 1 },
    { title: 'Plan', type: 'choices', choices: ['Basic', 'Pro', 'Max'], order: 0 },
  ]);
});

/** A row with any part of what there is: the two of a pair share much of it. */
async function add(dice: () => number, domain: string): Promise<string> {
  const { people, tickets, notes } = bookDatabase('own');
  const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => dice() < 0.5);
  const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(dice() * (items.length + 1))];
  const whether = <Value extends object>(value: Value): Partial<Value> => (dice() < 0.6 ? value : {});
  const emails = some(['a', 'b', 'c'])
    .map((start) => address(`${start}@${domain}`))
    .map((each, at) => ({ address: each, ...(at === 0 ? { primary: true as const } : {}) }));
  const phones = some(PHONES).map((value): FieldValue => ({ type: 'phone', value, ...whether({ label: 'Work' }) }));
  const fields = [...phones, ...some(SITES).map((value): FieldValue => ({ type: 'website', value }))];
  const labels = [...new Map(some(LABELS).map((label) => [label.toLowerCase(), label])).values()];
  const [orgs, groups] = [some(ORGANISATIONS), some([1, 2, 3])];
  const places = orgs.map((organisation) => ({
    organisation,
    ...whether({ position: one(['Buyer', 'Head']) ?? 'Clerk' }),
    ...whether({ manager: true as const }),
  }));
  const zone = one(['Europe/Berlin', 'Asia/Tokyo']);
  const name = one(NAMES) ?? domain;
  const id = await people.add({
    name,
    names: namesOf(
      name,
      emails.map((each) => each.address),
    ),
    emails,
    keys: addressKeys(emails.map((each) => each.address)),
    ...(orgs.length > 0 ? { orgs, memberships: places } : {}),
    ...(labels.length > 0 ? { labels } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...whether({ summary: one(['Calls.', 'Writes.']) ?? 'Both.' }),
    ...(fields.length > 0 ? { fields } : {}),
    ...whether({ custom: { 1: one(['C-7', 'C-8']) ?? 'C-9', ...whether({ 2: ['Max', ...some(['Basic', 'Pro'])] }) } }),
    ...(zone === undefined ? {} : { timezone: zone }),
    ...whether({ language: one(['de', 'vi']) ?? 'ar' }),
    ...whether({ autoReplies: false }),
    ...whether({ picture: `data:image/png;base64,${domain.length}AA` }),
    facts: { createdAt: '2026-01-01T00:00:00.000Z', creationSystem: 'panel' },
    revision: 1,
  });
  const at = '2026-02-01T00:00:00.000Z';
  for (const title of some(['One', 'Two', 'Three'])) {
    await tickets.add({ person: id, number: title, title, state: 'new', open: 1, createdAt: at, updatedAt: at });
  }
  for (const text of some(['First', 'Second'])) await notes.add({ person: id, author: '', text, createdAt: at });
  return String(id);
}

/** A person as far as a comparison tells it. */
function told(now: Person, { differing }: Comparison) {
  const place = (key: string) => now.memberships.find(({ organisation }) => organisation === key.split(':')[1]);
  return {
    addresses: now.emails.map(({ address: one, primary }) => [one, primary]),
    contacts: now.fields.filter(({ custom }) => !custom),
    labels: now.labels,
    groups: now.groups.map(({ name }) => name).sort(),
    memberships: now.memberships.map(({ name }) => name),
    values: differing.map(({ key, what }) => {
      if (what === 'custom') return customOf(now, key.slice('custom:'.length));
      if (what === 'autoReplies') return String(autoRepliesOf(now));
      if (what === 'position') return place(key)?.position ?? null;
      if (what === 'manager') return String(place(key)?.manager ?? false);
      return what === 'organisation' ? null : (now[what] ?? null) || null;
    }),
  };
}

const shownBy = (comparison: Comparison) => ({
  addresses: comparison.addresses.map(({ address: one, primary }) => [one, primary]),
  contacts: comparison.contacts.map(({ value }) => value),
  labels: comparison.labels.map(({ label }) => label),
  groups: comparison.groups.map(({ name }) => name).sort(),
  memberships: comparison.memberships.map(({ membership }) => membership.name),
  values: comparison.differing.map((row) => row[row.wins]),
});

it(`${PAIRS} pairs of any kind become what was shown, and are themselves again once that is undone`, async () => {
  const { session } = await ownBook();
  const journal = journalOn(session);
  const { people, tickets, notes } = bookDatabase('own');
  const seen = { rows: 0, dropped: 0, both: 0 };
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const dice = random(pair + 1);
    const ref = { connection: 'book', id: await add(dice, `s${pair}.example`) };
    const other = await add(dice, `g${pair}.example`);
    const [stays, goes] = [await session.get(ref.id), await session.get(other)];
    const side = (): Side => (dice() < 0.5 ? 'stays' : 'goes');
    const keep = Object.fromEntries(
      compare({ stays, goes }).differing.flatMap(({ key }) => (dice() < 0.7 ? [[key, side()]] : [])),
    );
    const all = [...stays.emails, ...goes.emails];
    const primary = all[Math.floor(dice() * (all.length + 1))]?.address ?? null;
    const shown = compare({ stays, goes, keep, primary });
    const versions = { stays: stays.version ?? null, goes: goes.version ?? null };
    const input: Input<'merge'> = { goes: other, keep, primary, versions };
    const before = await stored();

    const entry = await journal.act(ref, { action: 'merge', input });
    expect(told(await session.get(ref.id), shown), `pair ${pair}`).toEqual(shownBy(shown));
    await journal.undo(entry?.id ?? '');
    expect(await stored(), `pair ${pair}`).toEqual(before);
    await Promise.all([people.clear(), tickets.clear(), notes.clear()]);
    seen.rows += shown.differing.length;
    seen.dropped += shown.differing.filter(({ dropped }) => dropped !== null).length;
    seen.both += shown.contacts.filter(({ from }) => from === 'both').length;
  }
  // The pairs are worth something: much differs, much is the same.
  expect(Math.min(seen.rows / 3, seen.dropped / 2, seen.both)).toBeGreaterThan(PAIRS / 2);
}, 60_000);
