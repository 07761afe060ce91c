// Invented records of several hard kinds with known truth, the same in every run: what one data set teaches must hold
// for the others.
import { en, Faker } from '@faker-js/faker';
import type { Entry } from '@/utils/duplicates';
import { type Dice, dice } from './dice';
import { nicknamesOf, slip } from './slips';

export interface MadeSet {
  readonly entries: readonly Entry[];
  /** By id of a record: the person. */
  readonly truth: ReadonlyMap<string, number>;
}

type Values = { -readonly [K in keyof Entry['values']]?: string[] };
type Kind = keyof Entry['values'];

interface Words {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly streets: readonly string[];
  readonly cities: readonly string[];
  readonly companies: readonly string[];
  readonly jobs: readonly string[];
}

function wordsOf(seed: number): Words {
  const faker = new Faker({ locale: [en] });
  faker.seed(seed);
  const many = (count: number, make: () => string) => [...new Set(Array.from({ length: count }, make))];
  const syllables = ['ham', 'ton', 'ley', 'ford', 'wick', 'son', 'man', 'ell', 'ard', 'er', 'ing', 'shaw', 'by'];
  return {
    given: many(4000, () => faker.person.firstName().toLowerCase()),
    family: many(9000, () => {
      const name = faker.person
        .lastName()
        .toLowerCase()
        .replace(/[^a-z]/g, '');
      return faker.number.int(3) === 0
        ? name
        : name.slice(0, 2 + faker.number.int(3)) + faker.helpers.arrayElement(syllables);
    }),
    streets: many(3000, () => faker.location.street().toLowerCase()),
    cities: many(600, () => faker.location.city().toLowerCase()),
    companies: many(3000, () => faker.company.name()),
    jobs: many(60, () => faker.person.jobType().toLowerCase()),
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

interface Recipe {
  /** Records of people, in households or not: each item is one person's true values. */
  readonly people: (dice: Dice, words: Words, count: number) => readonly Values[];
  /** How many more records a person has. */
  readonly more: (dice: Dice) => number;
  /** Another record of the same person. */
  readonly again: (dice: Dice, words: Words, values: Values) => Values;
}

const copy = (values: Values): Values => structuredClone(values);
const birth = (dice: Dice, from: number, years: number): string =>
  `${from + dice.below(years)}-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`;

/** Leaves out, misspells and swaps, `errors` times on average. */
export function spoil(dice: Dice, values: Values, errors: number, missing: number): Values {
  const kinds = Object.keys(values).filter((kind): kind is Kind => kind !== 'identifier');
  for (let left = errors; left > 0; left -= 1) {
    if (left < 1 && !dice.chance(left)) break;
    const kind = dice.pick(kinds);
    const [value, ...rest] = values[kind] ?? [];
    if (value === undefined) continue;
    values[kind] = [slip(dice, kind, value), ...rest];
  }
  for (const kind of kinds) if (dice.chance(missing)) delete values[kind];
  if (values.given && values.family && dice.chance(0.04)) [values.given, values.family] = [values.family, values.given];
  return values;
}

const address = (dice: Dice, words: Words): Values => {
  const at = Math.floor(dice.roll() ** 1.5 * words.cities.length);
  return {
    houseNumber: [String(1 + dice.below(150))],
    street: [dice.common(words.streets)],
    city: [words.cities[at] ?? ''],
    postcode: [String(2000 + at * 3 + dice.below(3))],
    region: [['nsw', 'vic', 'qld', 'wa', 'sa'][at % 5] ?? ''],
  };
};

const person = (dice: Dice, words: Words, from = 1920, years = 80): Values => ({
  given: [dice.common(words.given)],
  family: [dice.common(words.family)],
  birthDate: [birth(dice, from, years)],
});

const single =
  (make: (dice: Dice, words: Words) => Values): Recipe['people'] =>
  (dice, words, count) =>
    Array.from({ length: count }, () => make(dice, words));

/** Families at one address: the same family name, street and phone; twins now and then; a son named after his father. */
const households: Recipe['people'] = (dice, words, count) => {
  const all: Values[] = [];
  while (all.length < count) {
    const home = { ...address(dice, words), phone: [`0${2e8 + dice.below(7e8)}`] };
    const family = dice.common(words.family);
    const size = 1 + dice.below(5);
    const first = person(dice, words);
    for (let at = 0; at < size; at += 1) {
      const one = at === 0 ? first : person(dice, words);
      if (at > 1 && dice.chance(0.03)) one.birthDate = [...(all.at(-1)?.birthDate ?? [])];
      if (at > 0 && dice.chance(0.03)) one.given = [...(first.given ?? [])];
      all.push({ ...copy(home), ...one, family: [dice.chance(0.85) ? family : dice.common(words.family)] });
    }
  }
  return all.slice(0, count);
};

const mailOf = (dice: Dice, given: string, family: string, host: string): string =>
  dice.pick([`${given}.${family}@${host}`, `${given[0]}${family}@${host}`, `${given}${dice.below(99)}@${host}`]);

const contact = (dice: Dice, words: Words): Values => {
  const [given, family, company] = [dice.common(words.given), dice.common(words.family), dice.common(words.companies)];
  const host = `${company
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 10)}.com`;
  const at = company.length * 7919 + company.charCodeAt(1) * 104729;
  return {
    name: [`${given} ${family}`],
    email: [dice.chance(0.08) ? `info@${host}` : mailOf(dice, given, family, host)],
    phone: [
      dice.chance(0.25)
        ? `+44 20 7${String(at).padStart(7, '0').slice(-7)}`
        : `+44 7${String(dice.below(1e9)).padStart(9, '0')}`,
    ],
    organisation: [company],
    title: [dice.common(words.jobs)],
  };
};

const contactAgain: Recipe['again'] = (dice, words, values) => {
  const next = copy(values);
  const [name = ''] = next.name ?? [];
  const [given = '', family = ''] = name.split(' ');
  if (dice.chance(0.5)) {
    const other = dice.pick([
      `${given[0]}. ${family}`,
      `${family}, ${given}`,
      given,
      `${nicknamesOf(dice, given)} ${family}`,
      `Dr ${given} ${family}`,
    ]);
    next.name = [other];
  }
  if (dice.chance(0.35))
    next.email = [mailOf(dice, given, family, dice.pick(['gmail.com', 'yahoo.com', 'outlook.com']))];
  else if (dice.chance(0.15)) next.email = [...(next.email ?? []), mailOf(dice, given, family, 'gmail.com')];
  if (dice.chance(0.2)) next.organisation = [dice.common(words.companies)];
  if (dice.chance(0.2)) next.phone = [`+44 7${String(dice.below(1e9)).padStart(9, '0')}`];
  return spoil(dice, next, 0.8, 0.2);
};

const historical = (dice: Dice, words: Words): Values => {
  const at = Math.floor(dice.roll() ** 1.5 * words.cities.length);
  return {
    given: [dice.chance(0.3) ? `${dice.common(words.given)} ${dice.common(words.given)}` : dice.common(words.given)],
    family: [dice.common(words.family)],
    birthDate: [dice.chance(0.4) ? `${1600 + dice.below(300)}-01-01` : birth(dice, 1600, 300)],
    city: [words.cities[at] ?? ''],
    postcode: [
      `${['bs', 'tn', 'nr', 'ex', 'yo'][at % 5]}${1 + (at % 17)} ${dice.below(9)}${dice.pick(['ab', 'rt', 'qx', 'nn'])}`,
    ],
    title: [dice.common(words.jobs)],
  };
};

const historicalAgain: Recipe['again'] = (dice, words, values) => {
  const next = copy(values);
  const [given = '', family = ''] = [next.given?.[0], next.family?.[0]];
  if (dice.chance(0.25)) next.given = [given.split(' ')[0] ?? given];
  if (dice.chance(0.12)) next.given = [nicknamesOf(dice, given.split(' ')[0] ?? given)];
  if (dice.chance(0.06)) next.family = [`${family} ${dice.common(words.family)}`];
  if (dice.chance(0.15)) next.birthDate = [`${next.birthDate?.[0]?.slice(0, 4)}-01-01`];
  if (dice.chance(0.2)) next.postcode = historical(dice, words).postcode ?? [];
  if (dice.chance(0.15)) next.city = historical(dice, words).city ?? [];
  if (dice.chance(0.1)) next.title = [dice.common(words.jobs)];
  return spoil(dice, next, 1.2, 0.14);
};

const only = (values: Values, kinds: readonly Kind[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([kind]) => kinds.some((one) => one === kind)));

const RECIPES = {
  /** As FEBRL makes them, with more errors. */
  slips: {
    people: single((d, w) => ({ ...address(d, w), ...person(d, w) })),
    more: (d) => (d.chance(0.5) ? 0 : 1 + d.below(6)),
    again: (d, _w, v) => spoil(d, copy(v), 3.5, 0.08),
  },
  historical: {
    people: single(historical),
    more: (d) => (d.chance(0.2) ? 0 : 1 + d.below(18)),
    again: historicalAgain,
  },
  /** Given and family names, birth, city, e-mail; much missing. */
  sparse: {
    people: single((d, w) => {
      const one = person(d, w, 1940, 70);
      const mail = mailOf(
        d,
        one.given?.[0] ?? '',
        one.family?.[0] ?? '',
        d.pick(['gmail.com', 'smith.org', 'lee.com']),
      );
      return { ...one, city: [d.common(w.cities)], email: [mail] };
    }),
    more: (d) => d.below(5),
    again: (d, _w, v) => spoil(d, copy(v), 1.4, 0.2),
  },
  /** A list of voters: the year of birth only, families, people who moved. */
  voters: {
    people: (d, w, n) =>
      households(d, w, n).map((v) => ({
        ...only(v, ['given', 'family', 'city', 'postcode']),
        birthDate: [v.birthDate?.[0]?.slice(0, 4) ?? ''],
      })),
    more: (d) => (d.chance(0.7) ? 0 : 1 + d.below(2)),
    again: (d, w, v) => {
      const next = d.chance(0.1) ? { ...copy(v), ...only(address(d, w), ['city', 'postcode']) } : copy(v);
      return spoil(d, next, 0.7, 0.05);
    },
  },
  households: {
    people: households,
    more: (d) => (d.chance(0.85) ? 0 : 1),
    again: (d, _w, v) => spoil(d, copy(v), 1.5, 0.06),
  },
  contacts: { people: single(contact), more: (d) => (d.chance(0.6) ? 0 : 1 + d.below(3)), again: contactAgain },
  names: {
    people: single((d, w) => ({
      ...only(person(d, w, 1900, 90), ['given', 'family']),
      birthDate: [birth(d, 1900, 90)],
      city: [d.common(w.cities)],
    })),
    more: (d) => (d.chance(0.6) ? 0 : 1 + d.below(3)),
    again: (d, _w, v) => spoil(d, copy(v), 1, 0.08),
  },
  /** No two records are one person. */
  none: { people: households, more: () => 0, again: (_d, _w, v) => v },
} as const satisfies Record<string, Recipe>;

export type MadeKind = keyof typeof RECIPES;

/** About `records` records of a kind, in no telling order. */
export function makeSet(kind: MadeKind, records: number, seed = 1): MadeSet {
  const die = dice(seed * 31 + kind.length);
  const words = wordsOf(seed);
  const recipe: Recipe = RECIPES[kind];
  const all: { readonly values: Values; readonly of: number; readonly order: number }[] = [];
  const people = recipe.people(die, words, records);
  for (const [of, values] of people.entries()) {
    if (all.length >= records) break;
    all.push({ values: die.chance(0.3) ? spoil(die, copy(values), 0.3, 0.03) : values, of, order: die.roll() });
    for (let more = recipe.more(die); more > 0; more -= 1)
      all.push({ values: recipe.again(die, words, values), of, order: die.roll() });
  }
  all.sort((a, b) => a.order - b.order);
  const entries = all.map(({ values }, at): Entry => ({ id: `r${String(at).padStart(6, '0')}`, values }));
  return { entries, truth: new Map(all.map(({ of }, at) => [entries[at]?.id ?? '', of])) };
}
