import type { Entry } from '@/utils/duplicates/types';

/** In a book of so many, how often people agree by chance is learned from themselves. */
const ENOUGH = 300;

const STARTS =
  'ba ber cor da del fa gar han ilo jen kar lam mar nor ola per quin ros sal tor ulf ver wil xan yor zim'.split(' ');
const ENDS = 'bach der dini fors gren hagen ica jak kova land mann nov osta pres rini sen tos ulu vik wald'.split(' ');
const GIVEN = 'lia nor tim eva ron mia jo ada ken sue'.split(' ');

const START = 'invented ';
export const isStranger = (id: string): boolean => id.startsWith(START);

/**
 * Invented people who have nothing to do with each other, to stand beside those of a small book: among a handful,
 * nothing tells that two with one number are rare. Always the same ones; as many as the book has too few.
 */
export function strangersBeside(people: number): readonly Entry[] {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
  return Array.from({ length: Math.max(0, ENOUGH - people) }, (_, n) => {
    // Steps that share no factor with the lists, so that what stands together does not come in step.
    const family = `${pick(STARTS, n * 7)}${pick(ENDS, n * 11 + Math.floor(n / 26))}`;
    const given = `${pick(GIVEN, n * 3)}${pick(ENDS, n * 13 + Math.floor(n / 10))}`;
    const digits = String((n * 7_368_787 + 1_234_567) % 100_000_000).padStart(8, '0');
    const day = String((n % 28) + 1).padStart(2, '0');
    const month = String(((n * 5) % 12) + 1).padStart(2, '0');
    return {
      id: `${START}${n}`,
      values: {
        name: [`${given} ${family}`],
        email: [`${given}.${family}@${pick(ENDS, n * 17)}${n % 37}.example`],
        phone: [`+49 3${n % 10} ${digits}`],
        birthDate: [`${1930 + ((n * 31) % 75)}-${month}-${day}`],
        organisation: [`${pick(STARTS, n * 5)}${pick(STARTS, n * 3)} ${pick(ENDS, n * 7)}`],
        title: [`${pick(GIVEN, n * 7)}${pick(ENDS, n)}`],
        street: [`${pick(STARTS, n * 9)}${pick(ENDS, n * 3)}`],
        houseNumber: [String(((n * 13) % 120) + 1)],
        postcode: [String(10_000 + ((n * 1237) % 89_000))],
        city: [`${pick(STARTS, n * 3)}${pick(ENDS, n * 19)}`],
        identifier: [`K-${digits}`],
      },
    };
  });
}
