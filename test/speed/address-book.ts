// 100,000 invented people of fifteen countries, the same in every run, and the twelve ways they are searched for.
import { ar, cs_CZ, de, el, en, es, Faker, fr, it, ja, ko, nl, pl, pt_BR, ru, sv } from '@faker-js/faker';
import type { Entry } from '@/utils/search/entry';

const LOCALES = [ar, cs_CZ, de, el, en, es, fr, it, ja, ko, nl, pl, pt_BR, ru, sv];
const LABELS = ['VIP', 'Beta', 'Reseller', 'Newsletter', 'Overdue', 'Partner', 'Press', 'Trial', 'Keller project'];

export interface Contact extends Entry {
  readonly company: string;
  readonly city: string;
  readonly street: string;
  readonly postcode: string;
  readonly number: string;
  readonly phone: string;
  readonly mail: string;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/[^A-Za-z]/g, '');

/** `seed` 42 as in the report the bars come from. */
export function addressBook(people: number, seed = 42): readonly Contact[] {
  const fakers = LOCALES.map((locale, index) => {
    const faker = new Faker({ locale: [locale, en] });
    faker.seed(seed + index);
    return faker;
  });
  return Array.from({ length: people }, (_, index): Contact => {
    const faker = fakers[index % fakers.length];
    if (faker === undefined) throw new Error('no locale');
    const first = faker.person.firstName();
    const last = faker.person.lastName();
    const domain = faker.internet.domainName();
    const local = plain(first) === '' || plain(last) === '' ? faker.string.alpha(9) : `${plain(first)}.${plain(last)}`;
    const mail = `${local}${faker.number.int(999)}@${domain}`.toLowerCase();
    const second = faker.number.int(4) === 0 ? [faker.internet.email().toLowerCase()] : [];
    const phone = faker.phone.number();
    const company = faker.company.name();
    const city = faker.location.city();
    const street = faker.location.streetAddress();
    const postcode = faker.location.zipCode();
    const number = `C-${100_000 + index * 7}`;
    const label = faker.helpers.arrayElement(LABELS);
    return {
      id: index + 1,
      name: `${first} ${last}`,
      addresses: [mail, ...second],
      phones: [phone],
      texts: [company, faker.person.jobTitle(), `${street}, ${postcode} ${city}`, label, number, faker.lorem.words(4)],
      marks: ['\u0001c', `\u0001l${label}`],
      created: 1_600_000_000 + index,
      seen: faker.number.int({ min: 1_600_000_000, max: 1_790_000_000 }),
      company,
      city,
      street,
      postcode,
      number,
      phone,
      mail,
    };
  });
}

const KINDS = [
  'address',
  'address begun',
  'last seven digits',
  'all digits',
  'name',
  'name turned round',
  'name cut short',
  'name misspelt',
  'customer number',
  'name and company',
  'name and city',
  'street and postcode',
] as const;

export interface Asked {
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
  readonly wanted: Contact;
}

const digits = (text: string): string => text.replace(/\D/g, '');
const lastOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** `each` questions of each kind, spread over the book. */
export function questions(book: readonly Contact[], each: number): readonly Asked[] {
  return KINDS.flatMap((kind) => questionsOf(kind, book, each));
}

function questionsOf(kind: Asked['kind'], book: readonly Contact[], count: number): readonly Asked[] {
  const dice = new Faker({ locale: en });
  dice.seed(7 + KINDS.indexOf(kind));
  return Array.from({ length: count }, (): Asked => {
    for (;;) {
      const wanted = dice.helpers.arrayElement(book);
      const text = textOf(kind, wanted, (letters) => slip(letters, dice));
      if (text !== null) return { kind, text, wanted };
    }
  });
}

/** First name and a surname with one slip in it. */
export function slips(book: readonly Contact[], count: number): readonly Asked[] {
  return questionsOf('name misspelt', book, count);
}

function textOf(kind: Asked['kind'], who: Contact, misspell: (word: string) => string): string | null {
  const [first = '', ...rest] = who.name.split(' ');
  switch (kind) {
    case 'address':
      return who.mail;
    case 'address begun':
      return who.mail.slice(0, who.mail.indexOf('@') + 3);
    case 'last seven digits':
      return digits(who.phone).length < 7 ? null : digits(who.phone).slice(-7);
    case 'all digits':
      return digits(who.phone).length < 7 ? null : digits(who.phone);
    case 'name':
      return who.name;
    case 'name turned round':
      return `${rest.join(' ')} ${first}`;
    case 'name cut short':
      return [...lastOf(who.name)].length < 5 ? null : `${first} ${[...lastOf(who.name)].slice(0, -2).join('')}`;
    case 'name misspelt':
      return [...lastOf(who.name)].length < 5 ? null : `${first} ${misspell(lastOf(who.name))}`;
    case 'customer number':
      return who.number;
    case 'name and company':
      return `${lastOf(who.name)} ${who.company}`;
    case 'name and city':
      return `${who.name} ${who.city}`;
    default:
      return `${who.street} ${who.postcode}`;
  }
}

/** One letter wrong, missing, twice, or swapped with the next. */
function slip(word: string, dice: Faker): string {
  const letters = [...word];
  const at = dice.number.int({ min: 1, max: letters.length - 2 });
  const [one = '', two = ''] = letters.slice(at, at + 2);
  switch (dice.number.int(3)) {
    case 0:
      letters.splice(at, 2, two, one);
      break;
    case 1:
      letters.splice(at, 1);
      break;
    case 2:
      letters.splice(at, 0, one);
      break;
    default:
      letters.splice(at, 1, dice.string.alpha({ casing: 'lower' }));
  }
  return letters.join('');
}
