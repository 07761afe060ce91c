// What two records are compared in: one slot a kind of value, and a second one for kinds of which both have two values.

import type { ValueKind } from '@/utils/people/same-person';

/** How alike two values are. Which of them a slot uses depends on its kind; what each is worth is learned. */
export const LEVEL = {
  missing: -1,
  different: 0,
  /** As alike as a bad slip makes them, or alike in sound only. */
  weak: 1,
  /** One slip apart. */
  near: 2,
  /** One is a part of the other: an initial, one of two names, a year for a date. */
  partial: 3,
  /** Names in each other's place; for dates: the same year and nothing else. */
  crossed: 4,
  same: 5,
} as const;
export const LEVELS = 6;

/** How values of a kind are compared. */
export type Manner = 'name' | 'date' | 'address' | 'digits' | 'words';

interface Slot {
  readonly kind: ValueKind;
  readonly manner: Manner;
  /**
   * Where all of one of these lists agree, agreement here says less: people of one house share more than chance gives.
   * The first list that agrees counts.
   */
  readonly along: readonly (readonly ValueKind[])[];
  /** At most this share of one person's records may be thought to differ here. */
  readonly differs: number;
  /** People of one house or company share it. */
  readonly home: boolean;
  /** So many values there are in the world at least: in a small book, agreement is no less telling than in a large one. */
  readonly world: number;
}

/** The first slots; in the order in which they are compared. */
export const SLOTS: readonly Slot[] = [
  {
    kind: 'given',
    manner: 'name',
    along: [
      ['family', 'street', 'houseNumber'],
      ['family', 'phone'],
      ['family', 'street'],
    ],
    differs: 0.15,
    home: false,
    world: 300,
  },
  { kind: 'postcode', manner: 'digits', along: [], differs: 0.7, home: true, world: 500 },
  {
    kind: 'birthDate',
    manner: 'date',
    along: [
      ['family', 'street', 'houseNumber'],
      ['family', 'phone'],
      ['family', 'street'],
    ],
    differs: 0.2,
    home: false,
    world: 5000,
  },
  { kind: 'identifier', manner: 'digits', along: [], differs: 0.2, home: false, world: 20_000 },
  { kind: 'city', manner: 'words', along: [['postcode']], differs: 0.7, home: true, world: 100 },
  { kind: 'street', manner: 'words', along: [['postcode'], ['city']], differs: 0.7, home: true, world: 1000 },
  {
    kind: 'family',
    manner: 'name',
    along: [['street', 'houseNumber'], ['phone'], ['street'], ['postcode'], ['city']],
    differs: 0.15,
    home: true,
    world: 1500,
  },
  {
    kind: 'houseNumber',
    manner: 'digits',
    along: [['street', 'postcode'], ['street', 'city'], ['street']],
    differs: 0.7,
    home: true,
    world: 100,
  },
  { kind: 'organisation', manner: 'words', along: [['street']], differs: 0.7, home: true, world: 500 },
  {
    kind: 'phone',
    manner: 'digits',
    along: [['street', 'houseNumber'], ['organisation'], ['street']],
    differs: 0.7,
    home: true,
    world: 20_000,
  },
  {
    kind: 'email',
    manner: 'address',
    along: [['phone'], ['street', 'houseNumber'], ['organisation']],
    differs: 0.7,
    home: false,
    world: 20_000,
  },
  { kind: 'region', manner: 'words', along: [['postcode'], ['city']], differs: 0.7, home: true, world: 10 },
  { kind: 'country', manner: 'words', along: [['region'], ['city'], ['postcode']], differs: 0.7, home: true, world: 5 },
  { kind: 'title', manner: 'words', along: [['organisation']], differs: 0.8, home: false, world: 30 },
  { kind: 'text', manner: 'words', along: [['organisation'], ['title']], differs: 0.8, home: false, world: 30 },
];
export const FIRST = SLOTS.length;
/** First slots, then the second ones in the same order. */
export const ALL = FIRST * 2;
/** How many lists a slot may go along with at most. */
export const LISTS = 5;

const slotOf = (kind: ValueKind): number => SLOTS.findIndex((slot) => slot.kind === kind);
export const GIVEN = slotOf('given');
export const FAMILY = slotOf('family');
export const BIRTH = slotOf('birthDate');
export const IDENTIFIER = slotOf('identifier');
export const EMAIL = slotOf('email');
export const PHONE = slotOf('phone');

/** By slot: the lists of slots that it goes along with. A second slot goes along with its first. */
export const ALONG: readonly (readonly (readonly number[])[])[] = Array.from({ length: ALL }, (_, slot) =>
  slot < FIRST ? (SLOTS[slot]?.along ?? []).map((kinds) => kinds.map(slotOf)) : [[slot - FIRST]],
);

/** Whether people of one house or company share what is in the slot. */
export const HOME: readonly boolean[] = Array.from({ length: ALL }, (_, slot) => SLOTS[slot % FIRST]?.home ?? false);
/** What homes share is weighed as a whole too: steps of half a unit of log odds. */
export const HOME_STEPS = 64;
export const homeStep = (worth: number): number => Math.max(0, Math.min(HOME_STEPS - 1, Math.floor(worth * 2)));
