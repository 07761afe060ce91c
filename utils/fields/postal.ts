import type { FieldKind } from './types';

/** As it was typed; lines are joined on the card. `parts` has street, city, zip, state and country where they are known. */
export const postal: FieldKind = {
  id: 'postal',
  label: 'field_postal',
  direction: 'auto',
  parse: (typed) => (typed.trim() === '' ? null : typed.trim()),
  format: ({ value }) => oneLine(value),
  // A map is asked only on a click, and only for the place.
  link: ({ value }) => {
    const place = oneLine(value);
    return place === '' ? null : `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;
  },
};

const oneLine = (value: string): string =>
  value
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ');
