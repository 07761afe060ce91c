// What a vCard says, in the product's own shape whatever version it was written in. Texts are unescaped; dates stay as
// they were written. What the product has no word for is kept as it came (`rest`), so that an export still has it.

export type Param = readonly [name: string, values: readonly string[]];

/** A property after the cleaning: unfolded, decoded, with vCard 3.0's escapes. `binary`: the value is base64. */
export interface Property {
  /** 'item1', or empty. */
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  /** Names in upper case, without those that only say how the value is written (ENCODING, CHARSET). */
  readonly params: readonly Param[];
  readonly value: string;
  readonly binary: boolean;
}

/** What stands beside a value. */
export interface Marks {
  readonly group: string;
  /** Lower case, without `pref`. */
  readonly types: readonly string[];
  /** 1 (most) to 100; null: not preferred. */
  readonly pref: number | null;
  /** All other parameters. */
  readonly params: readonly Param[];
}

export interface Valued extends Marks {
  readonly value: string;
  /** What an address book calls it: X-ABLabel of its group. */
  readonly label?: string;
}

export interface Phone extends Valued {
  readonly ext?: string;
}

/** An account at a messenger or a network. */
export interface Account extends Valued {
  /** 'skype', 'xmpp', 'twitter'; empty: not said. */
  readonly service: string;
  /** How it was written: IMPP, X-SKYPE, X-SOCIALPROFILE … */
  readonly property: string;
}

export const ADDRESS_PARTS = ['pobox', 'extended', 'street', 'locality', 'region', 'postcode', 'country'] as const;
export const NAME_PARTS = ['family', 'given', 'additional', 'prefix', 'suffix'] as const;

export type PostalAddress = Marks & { readonly label?: string } & {
  readonly [Part in (typeof ADDRESS_PARTS)[number]]?: string;
};
export type NameParts = { readonly [Part in (typeof NAME_PARTS)[number]]?: string };

/** A picture in the card, or where one lies; nothing is ever loaded from there. */
export interface Photo extends Marks {
  /** A `data:image/…;base64,…` address; empty: only a link. */
  readonly data: string;
  readonly url: string;
}

/** Of each of these a person has one. */
export const SINGLE = ['FN', 'N', 'ORG', 'TITLE', 'NICKNAME', 'BDAY', 'TZ', 'GENDER', 'UID', 'REV'] as const;
export type Single = (typeof SINGLE)[number];

export interface Card {
  /** As written: '2.1', '3.0', '4.0'; empty: not said. */
  readonly version: string;
  readonly fn?: string;
  readonly n?: NameParts;
  readonly emails: readonly Valued[];
  readonly phones: readonly Phone[];
  /** The organisation, then its units. */
  readonly org: readonly string[];
  readonly title?: string;
  readonly nickname?: string;
  readonly bday?: string;
  readonly urls: readonly Valued[];
  readonly addresses: readonly PostalAddress[];
  readonly notes: readonly Valued[];
  readonly categories: readonly string[];
  readonly photo?: Photo;
  readonly im: readonly Account[];
  readonly socials: readonly Account[];
  /** IANA name or offset. */
  readonly tz?: string;
  readonly langs: readonly Valued[];
  readonly gender?: string;
  readonly uid?: string;
  readonly rev?: string;
  /** Group and parameters of the single values that have any. */
  readonly marks: { readonly [Name in Single]?: Pick<Property, 'group' | 'params'> };
  /** What the product does not model, and second values of what it has one of. */
  readonly rest: readonly Property[];
}

export interface CardProblem {
  /** Of the file, from 1. */
  readonly line: number;
  readonly kind: 'unreadable' | 'cut-off' | 'bad-base64';
  /** The beginning of what stands there, or the property's name. */
  readonly text: string;
}

export interface ReadCard {
  readonly card: Card;
  readonly problems: readonly CardProblem[];
}
