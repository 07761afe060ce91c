import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import ar from '@/utils/i18n/locales/ar.json';
import de from '@/utils/i18n/locales/de.json';
import en from '@/utils/i18n/locales/en.json';

type Texts = Readonly<Record<string, string>>;
const languages: Readonly<Record<'en' | 'de' | 'ar', Texts>> = { en, de, ar };

/** `$1` … `$9` replaced, `$$` is a dollar sign: what the browser does with its message files. */
function fill(text: string, places: readonly string[]): string {
  return text.replace(/\$(\$|[1-9])/g, (_, sign: string) => (sign === '$' ? '$' : (places[Number(sign) - 1] ?? '')));
}

/** Makes the fake browser speak one of our languages. The fake has no texts of its own and throws instead. */
export function speak(language: keyof typeof languages): void {
  const texts = languages[language];
  const rtl = language === 'ar';
  const predefined: Texts = {
    '@@bidi_dir': rtl ? 'rtl' : 'ltr',
    '@@bidi_reversed_dir': rtl ? 'ltr' : 'rtl',
    '@@bidi_start_edge': rtl ? 'right' : 'left',
    '@@bidi_end_edge': rtl ? 'left' : 'right',
    '@@ui_locale': language,
    '@@extension_id': 'test-extension-id',
  };
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string, places?: unknown) => {
    const list = Array.isArray(places) ? places.map(String) : places === undefined ? [] : [String(places)];
    return predefined[key] ?? fill(texts[key] ?? '', list);
  });
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockImplementation(() => language);
}
