// Properties to a card of ours. The first filled value counts where a person has one; a second one is kept as it came.

import { accountOf, isMessenger, isNetwork } from './accounts';
import { cleanCards } from './clean';
import { labelsOf, marksOf, without } from './marks';
import { photoOf } from './photo';
import {
  ADDRESS_PARTS,
  type Card,
  type Marks,
  NAME_PARTS,
  type Phone,
  type PostalAddress,
  type Property,
  type ReadCard,
  SINGLE,
  type Single,
  type Valued,
} from './types';
import { listOf, partsOf, textOf } from './values';

const SINGLES = new Set<string>(SINGLE);
const isSingle = (name: string): name is Single => SINGLES.has(name);

const filled = <Name extends string>(names: readonly Name[], parts: readonly string[]) => {
  const found: { [Part in Name]?: string } = {};
  for (const [at, name] of names.entries()) {
    const part = parts[at] ?? '';
    if (part !== '') found[name] = part;
  }
  return found;
};

function phoneOf(text: string, marks: Marks): Phone {
  const bare = text.replace(/^tel:/i, '');
  const ext = /;ext=([^;]*)/i.exec(bare)?.[1];
  const value = bare.replace(/;ext=[^;]*/i, '').trim();
  const params = without(marks.params, 'VALUE');
  return { ...marks, params, value, ...(ext === undefined || ext === '' ? {} : { ext }) };
}

type Lists = {
  readonly [Name in 'emails' | 'urls' | 'notes' | 'langs']: Valued[];
} & {
  phones: Phone[];
  addresses: PostalAddress[];
  categories: string[];
  im: Card['im'][number][];
  socials: Card['im'][number][];
};

const VALUED = { EMAIL: 'emails', URL: 'urls', NOTE: 'notes', LANG: 'langs' } as const;
const isValued = (name: string): name is keyof typeof VALUED => Object.hasOwn(VALUED, name);

/** Reads one property into the lists; false: it is none that stands in a list. */
function listed(property: Property, into: Lists, label: { readonly label?: string }): boolean {
  const { name } = property;
  const marks = { ...marksOf(property), ...label };
  if (isValued(name)) {
    const params = without(marks.params, 'VALUE');
    const value = name === 'EMAIL' ? textOf(property).replace(/^mailto:/i, '') : textOf(property);
    if (value !== '') into[VALUED[name]].push({ ...marks, params, value });
  } else if (name === 'TEL') {
    const text = textOf(property);
    if (text !== '') into.phones.push(phoneOf(text, marks));
  } else if (name === 'ADR') {
    const parts = filled(ADDRESS_PARTS, partsOf(property));
    if (Object.keys(parts).length > 0) into.addresses.push({ ...marks, ...parts });
    // An address that is all label has nothing else to be kept by.
    else return marks.params.length === 0;
  } else if (name === 'CATEGORIES') {
    into.categories.push(...listOf(property));
  } else if (isMessenger(name) || isNetwork(name)) {
    const account = { ...accountOf(property), ...label };
    if (account.value !== '') into[isNetwork(name) ? 'socials' : 'im'].push(account);
  } else return false;
  return true;
}

/** `version`: as the file says it. */
export function cardOf(properties: readonly Property[]): Card {
  const labels = labelsOf(properties);
  const lists: Lists = {
    emails: [],
    urls: [],
    notes: [],
    langs: [],
    phones: [],
    addresses: [],
    categories: [],
    im: [],
    socials: [],
  };
  const texts = new Map<Single | 'VERSION', string>();
  const parts = new Map<'N' | 'ORG', readonly string[]>();
  const marks: { -readonly [Name in Single]?: NonNullable<Card['marks'][Name]> } = {};
  const rest: Property[] = [];
  let photo: Card['photo'];
  for (const property of properties) {
    const { name, group, params, binary } = property;
    const label = labels.get(group.toLowerCase());
    if (name === 'BEGIN' || name === 'END') continue;
    if (name === 'VERSION') {
      if (!texts.has('VERSION')) texts.set('VERSION', textOf(property));
    } else if (name === 'PHOTO') {
      const found = photoOf(property);
      if (found !== null && photo === undefined) photo = found;
      else if (found !== null) rest.push(property);
    } else if (binary) {
      rest.push(property);
    } else if (isSingle(name)) {
      const many = name === 'N' || name === 'ORG' ? partsOf(property) : null;
      const text = many === null ? textOf(property) : many.join('');
      if (text === '') continue;
      if (texts.has(name)) {
        rest.push(property);
        continue;
      }
      texts.set(name, text);
      if (many !== null && (name === 'N' || name === 'ORG')) parts.set(name, many);
      const beside = without(params, 'VALUE');
      if (group !== '' || beside.length > 0) marks[name] = { group, params: beside };
    } else if (!listed(property, lists, label === undefined ? {} : { label })) {
      if (property.value !== '' || group !== '') rest.push(property);
    }
  }
  const text = <Key extends string>(key: Key, name: Single) => {
    const found = texts.get(name);
    return found === undefined ? {} : { [key]: found };
  };
  const n = filled(NAME_PARTS, parts.get('N') ?? []);
  return {
    version: texts.get('VERSION') ?? '',
    ...text('fn', 'FN'),
    ...(Object.keys(n).length === 0 ? {} : { n }),
    ...lists,
    org: (parts.get('ORG') ?? []).filter((part) => part !== ''),
    ...text('title', 'TITLE'),
    ...text('nickname', 'NICKNAME'),
    ...text('bday', 'BDAY'),
    ...(photo === undefined ? {} : { photo }),
    ...text('tz', 'TZ'),
    ...text('gender', 'GENDER'),
    ...text('uid', 'UID'),
    ...text('rev', 'REV'),
    marks,
    rest,
  };
}

/**
 * All cards of a file, of whatever program and version; none: it is no vCard. What cannot be read is told by its line,
 * and the rest is given.
 */
export function readCards(bytes: Uint8Array): readonly ReadCard[] {
  return cleanCards(bytes).map(({ properties, problems }) => ({ card: cardOf(properties), problems }));
}

/** The address that counts: the lowest PREF, else the first. Null: the card has none. */
export function preferred<Value extends Marks>(values: readonly Value[]): Value | null {
  const least = Math.min(...values.map(({ pref }) => pref ?? Number.POSITIVE_INFINITY));
  return values.find(({ pref }) => (pref ?? Number.POSITIVE_INFINITY) === least) ?? null;
}
