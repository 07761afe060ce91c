import './field-text.css';
import { readerLocale } from '@/components/ui/time';
import { fieldOf } from '@/utils/fields';
import { t } from '@/utils/i18n';
import type { FieldValue } from '@/utils/people/types';
import { PhoneText } from './PhoneText';

function Link({ href, text, ltr }: { readonly href: string; readonly text: string; readonly ltr: boolean }) {
  const web = /^https?:/.test(href);
  return (
    <a class="link" href={href} {...(web ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {ltr ? <bdi dir="ltr">{text}</bdi> : <bdi>{text}</bdi>}
    </a>
  );
}

/** A value of the record as people read it, with the link that its type has. */
export function FieldText({ field }: { readonly field: FieldValue }) {
  if (field.type === 'phone') return <PhoneText value={field.value} />;
  const kind = fieldOf(field.type);
  const text = kind.format(field, { locale: readerLocale(), yes: t('yes'), no: t('no') });
  const href = kind.link(field);
  const ltr = kind.direction === 'ltr';
  if (href === null) return ltr ? <bdi dir="ltr">{text}</bdi> : <bdi>{text}</bdi>;
  if (field.type !== 'postal') return <Link href={href} text={text} ltr={ltr} />;
  // A place is read where it stands; the map is somebody else's page, and named before it is asked.
  return (
    <>
      <bdi>{text}</bdi>{' '}
      <Link href={href} text={t('map_at', [new URL(href).hostname.replace(/^www\./, '')])} ltr={false} />
    </>
  );
}
