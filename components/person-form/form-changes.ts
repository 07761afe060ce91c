// What an edited form changes, as actions on the person: only fields that differ from what the form began with.

import { membershipChange, writePlace } from '@/components/profile/organisation-text';
import type { Chosen } from '@/utils/actions/inputs';
import { parseAddress } from '@/utils/people/address';
import type { FieldValue } from '@/utils/people/types';
import type { FormAddress, FormDraft } from './form-draft';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const orNull = (text: string): string | null => (text === '' ? null : text);

/** What went and what came, of one kind in pairs: an edited value is the old and the new one. */
function pairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
  alike: (a: Item, b: Item) => boolean,
): readonly { readonly from: Item | null; readonly to: Item | null }[] {
  const gone = before.filter((one) => !after.some((other) => same(one, other)));
  const come = after.filter((one) => !before.some((other) => same(one, other)));
  const taken = new Set<Item>();
  const edited = gone.map((from) => {
    const to = come.find((one) => !taken.has(one) && alike(from, one)) ?? null;
    if (to !== null) taken.add(to);
    return { from, to };
  });
  return [...edited, ...come.filter((one) => !taken.has(one)).map((to) => ({ from: null, to }))];
}

function labelled({ text, label = '' }: FormAddress) {
  const address = parseAddress(text);
  if (address === null) return null;
  return label === '' ? { address } : { address, label };
}

/** Added and changed first, then the one that counts, then what goes: the primary one can only go once it is none. */
function addressChanges(base: FormDraft, to: FormDraft): readonly Chosen[] {
  const all = pairs(base.addresses, to.addresses, () => true);
  const [was, is] = [base.addresses[base.primary]?.text, to.addresses[to.primary]?.text];
  const moved = all.find(({ from }) => from !== null && from.text === was)?.to?.text ?? was;
  const edit = (rows: typeof all): readonly Chosen[] =>
    rows.map(({ from, to: next }) => ({
      action: 'edit-address',
      input: { from: from && labelled(from), to: next && labelled(next) },
    }));
  const address = is === undefined || is === moved ? null : parseAddress(is);
  return [
    ...edit(all.filter((pair) => pair.to !== null)),
    ...(address === null ? [] : [{ action: 'make-primary', input: { address } } as const]),
    ...edit(all.filter((pair) => pair.to === null)),
  ];
}

function placeChanges({ place: from }: FormDraft, { place: to }: FormDraft): readonly Chosen[] {
  if (same(from, to)) return [];
  const text = (place: FormDraft['place']): string => (place.name === '' ? '' : writePlace(place));
  return [membershipChange(text(from), text(to))];
}

/** Both as read by `readForm`. Empty: nothing was changed. */
export function changesOf(base: FormDraft, to: FormDraft): readonly Chosen[] {
  const contacts = pairs<FieldValue>(base.contacts, to.contacts, (a, b) => a.type === b.type);
  const custom = [...new Set([...Object.keys(base.custom), ...Object.keys(to.custom)])];
  const value = (draft: FormDraft, id: string): string | null => orNull(draft.custom[id] ?? '');
  const labels = (from: FormDraft, other: FormDraft, on: boolean): readonly Chosen[] =>
    from.labels
      .filter((label) => !other.labels.includes(label))
      .map((label) => ({ action: 'set-label', input: { label, on } }));
  const one = (changed: boolean, chosen: Chosen): readonly Chosen[] => (changed ? [chosen] : []);
  return [
    ...one(base.name !== to.name, { action: 'set-name', input: { from: base.name, to: to.name } }),
    ...addressChanges(base, to),
    ...placeChanges(base, to),
    ...contacts.map((input): Chosen => ({ action: 'edit-contact', input })),
    ...labels(base, to, false),
    ...labels(to, base, true),
    ...one(!same([...base.groups].sort(), [...to.groups].sort()), {
      action: 'set-groups',
      input: { from: [...base.groups], to: [...to.groups] },
    }),
    ...one(base.timezone !== to.timezone, {
      action: 'set-timezone',
      input: { from: orNull(base.timezone), to: orNull(to.timezone) },
    }),
    ...one(base.language !== to.language, {
      action: 'set-language',
      input: { from: orNull(base.language), to: orNull(to.language) },
    }),
    ...one(base.summary !== to.summary, { action: 'set-summary', input: { from: base.summary, to: to.summary } }),
    ...custom
      .filter((field) => value(base, field) !== value(to, field))
      .map(
        (field): Chosen => ({
          action: 'edit-custom',
          input: { field, from: value(base, field), to: value(to, field) },
        }),
      ),
  ];
}

/** The form upon a record that was changed meanwhile: what was typed stays, the rest is as it is now. */
export function rebased(base: FormDraft, mine: FormDraft, now: FormDraft): FormDraft {
  const mineOr = <Key extends keyof FormDraft>(key: Key): FormDraft[Key] =>
    same(base[key], mine[key]) ? now[key] : mine[key];
  const custom = Object.keys({ ...now.custom, ...mine.custom }).map((id): [string, string] => {
    const changed = mine.custom[id] !== base.custom[id];
    return [id, (changed ? mine.custom[id] : now.custom[id]) ?? ''];
  });
  const addresses = same([base.addresses, base.primary], [mine.addresses, mine.primary]) ? now : mine;
  return {
    name: mineOr('name'),
    addresses: addresses.addresses,
    primary: addresses.primary,
    place: mineOr('place'),
    contacts: mineOr('contacts'),
    labels: mineOr('labels'),
    groups: mineOr('groups'),
    timezone: mineOr('timezone'),
    language: mineOr('language'),
    summary: mineOr('summary'),
    custom: Object.fromEntries(custom),
    kept: now.kept,
    connection: mine.connection,
  };
}
