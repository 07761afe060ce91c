import { labelled } from '@/utils/changes/current';
import type { Change, ChangeType } from '@/utils/changes/types';
import type { Belongings } from '@/utils/connectors/types';
import { primaryOf } from '@/utils/people/primary';
import type { EmailAddress } from '@/utils/people/types';
import { addressChanges, contactChanges, groupChanges, labelChanges, membershipChanges, primaryChanges } from './lists';
import { moveChanges } from './moves';
import type { Comparison, Two } from './types';
import { valueChanges } from './values';

interface Steps extends Two {
  readonly comparison: Comparison;
  /** Of the one merged in. */
  readonly belongings: Belongings;
  /** Tickets of the one merged in that this login cannot move. */
  readonly unseen?: number;
  can(type: ChangeType): boolean;
  readonly movesAtOnce: number;
}

/** How a connection merges; null: it cannot. */
export function wayOf(can: (type: ChangeType) => boolean): 'own' | 'hide' | 'disable' | null {
  if (can('person.merge')) return 'own';
  if (can('person.hide')) return 'hide';
  return can('account.enable') ? 'disable' : null;
}

/**
 * A merge, step by step, in an order in which a stop in between never shows a wrong person: an address leads to nobody
 * for a moment rather than to somebody else, and nothing is gone before it has come over.
 */
export function mergeSteps(steps: Steps): readonly Change[] {
  switch (wayOf(steps.can)) {
    case 'own':
      return byTheServer(steps);
    case 'hide':
      return byHiding(steps);
    case 'disable':
      return byDisabling(steps);
    case null:
      return [];
  }
}

/**
 * The server unites the lists, and whoever stays wins with each single value: what was chosen of the other is set
 * before, while it can still be taken back. The primary address has to be theirs first.
 */
function byTheServer({ stays, goes, comparison }: Steps): readonly Change[] {
  const values = valueChanges({ stays, goes }, comparison.differing);
  const united = addressChanges({ stays, goes }, comparison);
  return [
    ...values,
    ...placeChanges({ stays, goes }, comparison),
    { type: 'person.merge', person: stays.ref.id, other: goes.ref.id },
    ...primaryChanges(stays, united, comparison.primary),
  ];
}

/** Of the organisations only what was chosen. */
function placeChanges(two: Two, comparison: Comparison): readonly Change[] {
  const another = comparison.differing.some(({ what, wins }) => what === 'organisation' && wins === 'goes');
  return membershipChanges(two, comparison).filter(({ from, to }) => another || (from !== null && to !== null));
}

/** Hidden first: that frees the addresses, and whoever asks for the old record is given the one that stays. */
function byHiding({ stays, goes, comparison, ...steps }: Steps): readonly Change[] {
  const two = { stays, goes };
  const addresses = addressChanges(two, comparison);
  return [
    { type: 'person.hide', person: goes.ref.id, into: stays.ref.id, from: false, to: true },
    ...addresses,
    ...unions(two, comparison),
    ...valueChanges(two, comparison.differing),
    ...primaryChanges(stays, addresses, comparison.primary),
    ...moved(two, steps),
  ];
}

/**
 * Disabled last, and each address given up right before it is given to the other: most servers let one person have it
 * only. What belongs to them moves first, as long as answers still go there; where some of it stays, so do the addresses.
 */
function byDisabling({ stays, goes, comparison, unseen = 0, ...steps }: Steps): readonly Change[] {
  const two = { stays, goes };
  const handed = steps.can('email.set') && unseen === 0 ? handOver(two, addressChanges(two, comparison)) : [];
  return [
    ...unions(two, comparison),
    ...valueChanges(two, comparison.differing),
    ...moved(two, steps),
    ...handed,
    ...primaryChanges(stays, handed, comparison.primary),
    ...(goes.status === 'disabled' ? [] : [disabling(two)]),
  ];
}

const disabling = ({ stays, goes }: Two): Change => ({
  type: 'account.enable',
  person: goes.ref.id,
  from: true,
  to: false,
  into: stays.ref.id,
});

/**
 * What both have is given up too, so that it leads to one of them only. The primary one comes last: as long as there are
 * others it cannot be taken away.
 */
function handOver({ stays, goes }: Two, changes: readonly Change<'email.set'>[]): readonly Change[] {
  const primary = primaryOf(goes);
  const labels = changes.filter(({ from }) => from !== null);
  const added = changes.filter(({ from }) => from === null);
  const addOf = (one: EmailAddress) => added.find(({ to }) => to?.address === one.address);
  const isBoth = ({ address }: EmailAddress): boolean => stays.emails.some((one) => one.address === address);
  const given = goes.emails.filter((one) => addOf(one) !== undefined || isBoth(one));
  const order = [
    ...added.flatMap(({ to }) => given.filter(({ address }) => address === to?.address)),
    ...given.filter(isBoth),
  ].toSorted((a, b) => Number(a.address === primary) - Number(b.address === primary));
  return [
    ...labels,
    ...order.flatMap((one, index): readonly Change[] => {
      const before = order.slice(0, index);
      const at = goes.emails.filter((email) => !before.includes(email)).indexOf(one);
      const add = addOf(one);
      const place = stays.emails.length + before.filter((email) => addOf(email) !== undefined).length;
      return [
        { type: 'email.set', person: goes.ref.id, at, from: labelled(one), to: null, into: stays.ref.id },
        ...(add === undefined ? [] : [{ ...add, at: place }]),
      ];
    }),
  ];
}

const unions = (two: Two, comparison: Comparison): readonly Change[] => [
  ...contactChanges(two, comparison),
  ...labelChanges(two, comparison),
  ...groupChanges(two, comparison),
  ...membershipChanges(two, comparison),
];

const moved = (two: Two, { belongings, can, movesAtOnce }: Omit<Steps, keyof Two | 'comparison'>): readonly Change[] =>
  moveChanges(two, { belongings, can, atOnce: movesAtOnce });
