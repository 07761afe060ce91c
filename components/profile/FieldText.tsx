import { t } from '@/utils/i18n';
import type { FieldValue } from '@/utils/people/types';

/** Only a web address becomes a link: whatever else a record holds stays text. */
function webLink(value: string): string | null {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`;
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null;
}

function Link({ href, text }: { readonly href: string; readonly text: string }) {
  const web = /^https?:/.test(href);
  return (
    <a class="link" href={href} {...(web ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      <bdi dir="ltr">{text}</bdi>
    </a>
  );
}

/** A value of the record as people read it, with the link that its type has. */
export function FieldText({ field }: { readonly field: FieldValue }) {
  const { type, value } = field;
  if (type === 'phone' && /\d{3}/.test(value))
    return <Link href={`tel:${value.replace(/[^\d+]/g, '')}`} text={value} />;
  if (type === 'website') {
    const href = webLink(value);
    if (href !== null) return <Link href={href} text={value.replace(/^https?:\/\//i, '').replace(/\/$/, '')} />;
  }
  if (type === 'toggle') return <span>{t(value === 'true' || value === '1' ? 'yes' : 'no')}</span>;
  return <bdi>{value}</bdi>;
}
