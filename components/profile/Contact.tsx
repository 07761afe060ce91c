import './contact.css';
import { useActs } from '@/components/panel/acts';
import { AddressText } from '@/components/ui/AddressText';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/icons';
import { SectionFold } from '@/components/ui/SectionFold';
import { t } from '@/utils/i18n';
import type { EmailAddress, FieldType, FieldValue, Person } from '@/utils/people/types';
import { CopyButton } from './CopyButton';
import { FieldText } from './FieldText';

const fieldIcons: Partial<Record<FieldType, IconName>> = {
  phone: 'phone',
  website: 'globe',
  messenger: 'chat',
  twitter: 'globe',
  linkedin: 'globe',
  facebook: 'globe',
  postal: 'place',
};

function Email({ email }: { readonly email: EmailAddress }) {
  return (
    <li class="contact-row">
      <Icon name="mail" />
      <div class="contact-value">
        <AddressText address={email.address} />
        {email.label !== undefined && <span class="quiet"> · {email.label}</span>}
        {email.primary && (
          <>
            {' '}
            <span class="contact-primary">
              <Icon name="flag" />
              {t('primary')}
            </span>
          </>
        )}
      </div>
      <CopyButton value={email.address} />
    </li>
  );
}

function Field({ field }: { readonly field: FieldValue }) {
  const beside = [field.parts?.['service'], field.label].filter((text) => text !== undefined && text !== '');
  return (
    <li class="contact-row">
      <Icon name={fieldIcons[field.type] ?? 'note'} />
      <div class="contact-value figures">
        <FieldText field={field} />
        {beside.length > 0 && <span class="quiet"> · {beside.join(' · ')}</span>}
      </div>
      {field.type === 'phone' && <CopyButton value={field.value} />}
    </li>
  );
}

/** All ways to reach somebody; the address that counts is marked in words. */
export function Contact({ person }: { readonly person: Person }) {
  const { folded, fold } = useActs();
  const emails = [...person.emails].sort((a, b) => Number(b.primary) - Number(a.primary));
  const fields = person.fields.filter(({ custom, value }) => custom !== true && value !== '');
  if (emails.length + fields.length === 0) return null;
  return (
    <SectionFold title={t('section_contact')} folded={folded('contact', false)} onFold={(to) => fold('contact', to)}>
      <ul class="contact">
        {emails.map((email) => (
          <Email key={email.address} email={email} />
        ))}
        {fields.map((field) => (
          <Field key={`${field.type} ${field.label ?? ''} ${field.value}`} field={field} />
        ))}
      </ul>
    </SectionFold>
  );
}
