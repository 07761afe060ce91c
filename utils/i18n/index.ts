// Texts come from locales/<language>.json, which the build turns into the browser's own message files: the first
// paint is already translated, and a content script carries no words. Keys are typed by the English file.
import { message, uiLanguage } from '@/utils/browser/words';
import type english from './locales/en.json';

type Key = keyof typeof english;
/** A counted text has one entry a plural category: `tickets_one`, `tickets_other`, and in Arabic four more. */
type Counted<K> = K extends `${infer Base}_other` ? Base : never;
export type CountKey = Counted<Key>;
export type TextKey = Key;

type Place = string | number;

/** The text of `key` with `$1`, `$2` … replaced by `places`. */
export function t(key: TextKey, places: readonly Place[] = []): string {
  return message(key, places.map(String));
}

/** The text of `key` for `count`, by the language's own plural rule; `$1` is usually the count. */
export function plural(key: CountKey, count: number, places: readonly Place[] = [formatNumber(count)]): string {
  const category = new Intl.PluralRules(language()).select(count);
  return message(`${key}_${category}`, places.map(String)) || message(`${key}_other`, places.map(String));
}

/** BCP 47, the language of the texts shown (not of the browser, where we have no texts in its language). */
export function language(): string {
  return message('language_tag', []) || uiLanguage();
}

export function direction(): 'ltr' | 'rtl' {
  return message('@@bidi_dir', []) === 'rtl' ? 'rtl' : 'ltr';
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}
