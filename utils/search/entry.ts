import { addressTokens, MAIL, NAME, type Place, phoneTokens, REST, textTokens } from './tokens';

/** What a person is found by, read from a record. */
export interface Entry {
  /** Of the record, a whole number. */
  readonly id: number;
  /** For display; sorted by its folded form. */
  readonly name: string;
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
  /** Organisations, labels, custom fields, the summary, … */
  readonly texts: readonly string[];
  /** See `mark`. */
  readonly marks: readonly string[];
  /** Seconds since 1970; 0: not known. */
  readonly created: number;
  readonly seen: number;
}

/** A record somebody fills with a novel is found by its first words. */
const MOST = 4_000;

/** Each token of an entry with the best place it stands in; marks stand with the rest. */
export function tokensOf(entry: Entry): ReadonlyMap<string, Place> {
  const tokens = new Map<string, Place>();
  const add = (found: readonly string[], place: Place): void => {
    for (const token of found) {
      if (tokens.size >= MOST) return;
      if (!tokens.has(token)) tokens.set(token, place);
    }
  };
  for (const one of entry.marks) tokens.set(one, REST);
  add(textTokens(entry.name), NAME);
  for (const address of entry.addresses) add(addressTokens(address), MAIL);
  for (const phone of entry.phones) add(phoneTokens(phone), REST);
  for (const text of entry.texts) add(textTokens(text), REST);
  return tokens;
}
