import type { FieldKind } from './types';

/** Kept as typed, so that "ext. 12" is not lost; dialled by its digits. */
export const phone: FieldKind = {
  id: 'phone',
  label: 'field_phone',
  direction: 'ltr',
  parse: (typed) => {
    const value = typed.replace(/\s+/gu, ' ').trim();
    return digits(value).replace('+', '').length < 3 ? null : value;
  },
  format: ({ value }) => value,
  link: ({ value }) => {
    const number = digits(value);
    return number.replace('+', '').length < 3 ? null : `tel:${number}`;
  },
};

/** Up to the extension: `+49 (0) 30 123-4 ext. 5` is dialled +49301234. */
function digits(value: string): string {
  const [number = ''] = value.normalize('NFKC').split(/(?:ext|x|durchwahl|app|#|;|,)/iu);
  const plus = number.trim().startsWith('+');
  return (plus ? '+' : '') + (plus ? number.replace('(0)', '') : number).replaceAll(/\D/gu, '');
}
