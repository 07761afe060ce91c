import { fieldOf } from '@/utils/fields';
import { plainDigits } from '@/utils/fields/digits';
import { whole } from '@/utils/fields/postal';
import { foldName } from '@/utils/people/fold';
import type { FieldValue } from '@/utils/people/types';

/**
 * Whether two contact values say the same, however they are written: numbers by their digits, links by where they lead,
 * words without regard to case and spaces. What they are called does not count, except for values that have no type.
 */
export const alike = (a: FieldValue, b: FieldValue): boolean => a.type === b.type && meaning(a) === meaning(b);

/** Whether a custom field says the same in both; the order in which choices stand does not count. */
export function sameCustom(a: FieldValue, b: FieldValue): boolean {
  const kept = ({ type, value }: FieldValue) => {
    const parsed = fieldOf(type).parse(value) ?? value.trim();
    return type === 'choices' ? parsed.split('\n').sort().join('\n') : parsed;
  };
  return kept(a) === kept(b);
}

function meaning(field: FieldValue): string {
  switch (field.type) {
    case 'phone':
      return digits(field.value);
    case 'postal':
      return foldName(whole(field).replaceAll(/[,\s]+/gu, ' '));
    case 'messenger':
      return `${foldName(field.parts?.['service'] ?? '')}\n${foldName(field.value)}`;
    case 'website':
      return place(field.value);
    case 'twitter':
    case 'linkedin':
    case 'facebook':
      return profile(field);
    default:
      return `${foldName(field.label ?? '')}\n${foldName(field.value)}`;
  }
}

/** All digits, an extension's too: two lines of one office are two. "00" before a country is "+". */
function digits(value: string): string {
  const plain = plainDigits(value).trim().replace(/^tel:/iu, '');
  const national = plain.startsWith('+') ? plain.replace('(0)', '') : plain;
  const all = national.replaceAll(/\D/gu, '');
  if (all === '') return foldName(value);
  return plain.startsWith('+') ? `+${all}` : all.replace(/^00/u, '+');
}

/** A name there and the address of its page are the same, in whatever letters. */
function profile(field: FieldValue): string {
  const { parse, link } = fieldOf(field.type);
  const value = parse(field.value) ?? field.value;
  return place(link({ ...field, value }) ?? value).toLowerCase();
}

/** Paths can differ by case, hosts cannot. */
function place(link: string): string {
  const [, host = '', rest = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)(.*)$/iu.exec(link.trim()) ?? [];
  return host.toLowerCase() + rest.replace(/\/$/u, '');
}
