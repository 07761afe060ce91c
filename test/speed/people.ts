// 100,000 people that are the same in every run: number n always has the same name and address.
const FIRST = 'Anna Ben Cleo Dan Eva Finn Gro Hugo Ida Jan Kim Lena Max Nora Ole Pia Quinn Rosa Sven Tove'.split(' ');
const LAST = 'Adler Birch Castro Dahl Engel Fox Gruber Holm Ivers Jensen Keller Lind Moreau Novak Olsen Pohl'.split(
  ' ',
);
const TOWNS = 'harbour meadow orchid kestrel northwind paper granite willow ember quarry'.split(' ');

const at = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

export const nameOf = (n: number): string => `${at(FIRST, n)} ${at(LAST, Math.floor(n / FIRST.length))} ${n}`;
export const addressOf = (n: number): string => `person.${n}@${at(TOWNS, n)}.example.com`;

/** A file as an export from another program would be: name, addresses, organisation, phones. */
export function csv(people: number): string {
  const lines = ['name,email,second email,organisation,phone'];
  for (let n = 0; n < people; n += 1) {
    const second = n % 5 === 0 ? `p${n}@home.example.org` : '';
    lines.push(`"${nameOf(n)}",${addressOf(n)},${second},${at(TOWNS, n)} ${n % 4000} Ltd,+49 30 ${1_000_000 + n}`);
  }
  return lines.join('\r\n');
}

/** `count` numbers spread over the whole book, the same in every run. */
export function spread(count: number, people: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => (n * 7919 + 13) % people);
}
