import * as v from 'valibot';
import { anything, textOr } from './envelope';

/**
 * '2024-08-16T14:04:18+0000', without a colon in the offset (field, 2024) → ISO in UTC; null for what is no date. One
 * without an offset is in UTC, not where the reader is; one of digits alone are seconds since 1970.
 */
export function isoOf(given: string): string | null {
  const text = given.trim();
  const at = /^\d{9,11}$/u.test(text) ? Number(text) * 1000 : Date.parse(zoned(text));
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** '2024-08-16 14:04:18' is how API v1 writes one. */
const zoned = (text: string): string =>
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/u.test(text)
    ? `${text.replace(' ', 'T')}Z`
    : text.replace(/([+-]\d\d)(\d\d)$/u, '$1:$2');

/** As it is written; or as PHP does: {date, timezone_type, timezone}. */
export const dateText = v.pipe(
  anything,
  v.transform((given): unknown => {
    if (typeof given !== 'object' || given === null || !('date' in given) || typeof given.date !== 'string')
      return given;
    const zone: unknown = 'timezone' in given ? given.timezone : '';
    return typeof zone === 'string' && /^[+-]\d\d:\d\d$/u.test(zone) ? `${given.date}${zone}` : given.date;
  }),
  textOr,
);
