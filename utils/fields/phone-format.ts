import { plainDigits } from './digits';
import { dial, phonesIn, withoutLetters } from './phone';

/** A piece of a phone value as it is drawn. */
export interface DrawnPhone {
  readonly text: string;
  /** `tel:…`; null for words between numbers, and for what cannot be dialled. */
  readonly href: string | null;
  /** False: looks like a number and cannot be one, or no number at all. */
  readonly dialled: boolean;
}

/** What is known without the rules of each country: as typed, dialled by its digits. */
export function plainPhone(value: string): readonly DrawnPhone[] {
  return phonesIn(value).map(({ text, number }) => {
    const href = number ? dial(text) : null;
    return { text, href, dialled: !number || href !== null };
  });
}

/**
 * A phone value with its numbers written internationally where they name their country and are valid there. The
 * metadata of all countries comes only when the first number is drawn. What cannot be judged stays as typed.
 */
export async function formatPhone(value: string): Promise<readonly DrawnPhone[]> {
  const plain = plainPhone(value);
  if (!plain.some(({ text }) => international(text) !== null)) return plain;
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  return plain.map((piece) => {
    const typed = piece.href === null ? null : international(piece.text);
    if (typed === null) return piece;
    const parsed = parsePhoneNumberFromString(typed);
    if (parsed === undefined || !parsed.isPossible()) return { ...piece, href: null, dialled: false };
    return parsed.isValid() ? { ...piece, text: parsed.formatInternational() } : piece;
  });
}

/** As the library reads it; null without the code of a country, which nobody can guess. */
function international(text: string): string | null {
  const plain = withoutLetters(plainDigits(text).replace(/^\s*tel:/iu, '')).trim();
  if (plain.startsWith('+')) return plain;
  return /^00[1-9]/u.test(plain) ? `+${plain.slice(2)}` : null;
}
