// What two records have in common and what speaks against their being one person: told in words, never as a bare number.

/** The kinds of values that people are told apart by; also the columns that the dedupe command reads. */
export const VALUE_KINDS = [
  'name',
  'given',
  'family',
  'email',
  'phone',
  'street',
  'houseNumber',
  'city',
  'postcode',
  'region',
  'country',
  'birthDate',
  'organisation',
  'title',
  'identifier',
  'text',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** `same`: an address that only one person has, or as sure as that · `likely` · `possible`: only the name. */
export type Tier = 'same' | 'likely' | 'possible';

/** One reason for or against. `similar`: not the same, but as alike as slips and other spellings are. */
export interface Evidence {
  readonly kind: ValueKind;
  readonly level: 'same' | 'similar' | 'different';
  /** The value of the first and of the second, as it is written there. */
  readonly left: string;
  readonly right: string;
  /** The value is shared by many (a family's mailbox, a switchboard): it says less. */
  readonly shared?: true;
}

export interface Compared {
  readonly tier: Tier;
  /** 0 to 1, for sorting; never shown. */
  readonly probability: number;
  /** What speaks for it, then what speaks against it, each the weightiest first. */
  readonly evidence: readonly Evidence[];
}

/** Two records of one book that may be one person. */
export interface SuspectPair extends Compared {
  readonly left: string;
  readonly right: string;
  /** Pairs with the same number are one group; null: the two stand in none together. */
  readonly group: number | null;
}
