import { languageText } from '@/components/ui/time';
import type { Choosable } from './choosing';

// ISO 639-1 (two letters), a few of ISO 639-2 that mails are written in, and the kinds of a language that have
// letters, spelling or forms of address of their own. Browsers name languages, but list none.
const tags =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de de-AT de-CH dv dz ee el ' +
  'en en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA eo es es-419 es-AR es-ES es-MX et eu fa ff fi fj fil fo fr ' +
  'fr-BE fr-CA fr-CH fy ga gd gl gn gsw gu gv ha haw he hi hmn ho hr ht hu hy hz ia id ig ii ik is it it-CH iu ja jv ' +
  'ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ' +
  'ng nl nl-BE nn nr nv ny oc oj om or os pa pl ps pt pt-BR pt-PT qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so ' +
  'sq sr sr-Cyrl sr-Latn ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wa wo xh yi yo ' +
  'yue za zh zh-Hans zh-Hant zu';

/** What its speakers call it: "vi" → "Tiếng Việt". */
function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The languages of the world in the reader's words, in their order, each found by its own name too. */
export function languageList(): readonly Choosable[] {
  return tags
    .split(' ')
    .map((id): Choosable => {
      const text = languageText(id);
      const own = ownName(id);
      return { id, text, end: own === text ? '' : own, names: [text, own, id] };
    })
    .sort((a, b) => a.text.localeCompare(b.text));
}
