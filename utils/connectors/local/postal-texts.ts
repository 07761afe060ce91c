import type { ValueKind } from '@/utils/people/same-person';
import type { FieldValue } from '@/utils/people/types';

type Text = readonly [ValueKind, string];

const PARTS: readonly Text[] = [
  ['postcode', 'zip'],
  ['city', 'city'],
  ['region', 'state'],
  ['country', 'country'],
];

/** A postal address by kinds: from its known parts, else as well as its lines tell. */
export function postalTexts({ value, parts }: FieldValue): readonly Text[] {
  if (parts !== undefined) {
    return [...street(parts['street'] ?? ''), ...PARTS.map(([kind, name]): Text => [kind, parts[name] ?? ''])];
  }
  const [first = '', ...rest] = value.split(/[\r\n,]+/u).map((line) => line.trim());
  const place = rest.flatMap((line): Text[] => {
    const { code, city } = /^(?<code>\d{4,6})\s+(?<city>.+)$/u.exec(line)?.groups ?? {};
    return code === undefined || city === undefined
      ? []
      : [
          ['postcode', code],
          ['city', city],
        ];
  });
  return [...street(first), ...place];
}

/** "Hauptstraße 5a" and "14 Quay Street" are a street and a number. */
function street(line: string): readonly Text[] {
  const [, before] = /^(\d+\s?[a-z]?)\s+\D/iu.exec(line) ?? [];
  const [, after] = /\D\s+(\d+\s?[a-z]?)$/iu.exec(line) ?? [];
  const number = before ?? after;
  if (number === undefined) return [['street', line]];
  const name = before === undefined ? line.slice(0, -number.length) : line.slice(number.length);
  return [
    ['street', name.trim()],
    ['houseNumber', number],
  ];
}
