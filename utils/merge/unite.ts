import { contactsOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import type { Room } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import { primaryOf } from '@/utils/people/primary';
import type { Address, FieldValue, Named } from '@/utils/people/types';
import { alike } from './alike';
import type { Comparison, Side, Takes, Two } from './types';

/** The lists of both as one: what both have stands there once, as whoever stays writes it. */
export function united({ stays, goes }: Two, takes: Takes, primary: Address | null): Omit<Comparison, 'differing'> {
  const { room } = takes;
  const all = both(stays.emails, goes.emails, by(addressOf), takes.addresses);
  const addresses = fitting(all, (_, kept) => kept.length < (room.addresses ?? Number.POSITIVE_INFINITY));
  const chosen = primaryAmong(addresses, primary) ?? primaryOf(stays) ?? (takes.addresses ? primaryOf(goes) : null);
  return {
    addresses: addresses.map(({ item, other, ...kept }) => {
      const label = item.label || other?.label;
      return { ...kept, address: item.address, ...(label ? { label } : {}), primary: item.address === chosen };
    }),
    contacts: fitting(both(contactsOf(stays), contactsOf(goes).filter(says), alike, takes.contacts), (value, kept) =>
      hasPlace(room, value, kept),
    ).map(({ item, other, ...kept }) => {
      const value = withLabel(item, other, contactsOf(stays));
      return { ...kept, value, ...(other === undefined || same(value, other) ? {} : { other }) };
    }),
    labels: both(stays.labels, goes.labels, by(foldName), takes.labels).map(({ item, other: _, ...kept }) => ({
      ...kept,
      label: item,
    })),
    groups: both(stays.groups, goes.groups, by(idOf), takes.groups).map(({ item, other: _, ...kept }) => ({
      ...kept,
      id: item.id,
      name: item.name,
    })),
    memberships: both(stays.memberships, goes.memberships, by(organisationOf), takes.memberships).map(
      ({ item, other: _, ...kept }) => ({ ...kept, membership: item }),
    ),
    primary: chosen,
  };
}

interface One<Item> {
  readonly item: Item;
  readonly from: Side | 'both';
  readonly dropped?: true;
  /** The same as the one merged in has it. */
  readonly other?: Item;
}

type Equal<Item> = (a: Item, b: Item) => boolean;

function both<Item>(
  stays: readonly Item[],
  goes: readonly Item[],
  equal: Equal<Item>,
  taken: boolean,
): readonly One<Item>[] {
  const mine = stays.map((item): One<Item> => {
    const other = goes.find((one) => equal(item, one));
    return other === undefined ? { item, from: 'stays' } : { item, from: 'both', other };
  });
  const theirs = goes.filter(
    (item, index) => !stays.some((one) => equal(one, item)) && goes.findIndex((one) => equal(one, item)) === index,
  );
  return [...mine, ...theirs.map((item): One<Item> => ({ item, from: 'goes', ...(taken ? {} : { dropped: true }) }))];
}

/** What there is no room for is lost: the first ones have it. */
function fitting<Item>(
  all: readonly One<Item>[],
  fits: (item: Item, kept: readonly Item[]) => boolean,
): readonly One<Item>[] {
  const kept = all.filter(({ from }) => from !== 'goes').map(({ item }) => item);
  return all.map((one) => {
    if (one.from !== 'goes' || one.dropped === true) return one;
    if (!fits(one.item, kept)) return { ...one, dropped: true };
    kept.push(one.item);
    return one;
  });
}

function hasPlace({ contacts }: Room, value: FieldValue, kept: readonly FieldValue[]): boolean {
  if (contacts === undefined) return true;
  const called = (one: FieldValue) => one.label?.trim().toLowerCase();
  const stands =
    ({ type, label }: NonNullable<Room['contacts']>[number]) =>
    (one: FieldValue) =>
      one.type === type && (label === undefined || label.toLowerCase() === called(one));
  return contacts.some((place) => stands(place)(value) && kept.filter(stands(place)).length < place.count);
}

const by =
  <Item>(key: (item: Item) => string): Equal<Item> =>
  (a, b) =>
    key(a) === key(b);

const addressOf = ({ address }: { readonly address: Address }): string => address;
const idOf = ({ id }: Named): string => id;
const organisationOf = ({ organisation }: { readonly organisation: string }): string => organisation;

/** The chosen one, if it is there and is not lost. */
const primaryAmong = (all: readonly One<{ readonly address: Address }>[], chosen: Address | null): Address | null =>
  all.find(({ item, dropped }) => dropped === undefined && item.address === chosen)?.item.address ?? null;

/** A name for a value that had none is no loss of anything; but no value stands there twice under one name. */
function withLabel(value: FieldValue, other: FieldValue | undefined, all: readonly FieldValue[]): FieldValue {
  if (!other?.label || value.label) return value;
  const named = { ...value, label: other.label };
  return all.filter((one) => same(one, value) || same(one, named)).length === 1 ? named : value;
}

const says = ({ value, parts = {} }: FieldValue): boolean =>
  value.trim() !== '' || Object.values(parts).some((part) => part.trim() !== '');
