import './contact.css';
import { useRef } from 'preact/hooks';
import { useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { withMeaning } from '@/components/panel/person-words';
import type { Hit } from '@/components/panel/states';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { SectionFold } from '@/components/ui/SectionFold';
import { t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import { parseAddress } from '@/utils/people/address';
import type { Person } from '@/utils/people/types';
import { ContactEmail } from './ContactEmail';
import { ContactField } from './ContactField';
import { ContactNew } from './ContactNew';
import { textOfEmail, textOfField } from './contact-text';
import { contactIcon, contactName, contactTypes } from './contact-words';
import { useAdding } from './use-adding';
import { useRowKeys } from './use-row-keys';
import { useToldFailure } from './use-told-failure';

/** Which address is primary; the chosen one is drawn as such at once. */
function usePrimary(person: Person, source: Source) {
  const { run } = useActs();
  const primary = person.emails.find((email) => email.primary)?.address ?? '';
  const saving = useSaving<string>(
    primary,
    async (to) => {
      const address = parseAddress(to);
      if (address === null) return { ok: false, problem: { kind: 'invalid' } };
      return run(
        person.ref,
        { action: 'make-primary', input: { address } },
        withMeaning(t('primary_made', [address]), source),
      );
    },
    person.version,
  );
  const problem = useToldFailure(t('primary'), saving.state, person.ref.connection);
  return { ...saving, problem };
}

/** All ways to reach somebody; the address that counts is marked in words. */
export function Contact({ hit }: { readonly hit: Hit }) {
  const { folded, fold } = useActs();
  const { answer, match } = hit;
  const { person } = match;
  const adding = useAdding(person);
  const plus = useRef<HTMLSpanElement>(null);
  const primary = usePrimary(person, answer.source);
  const keys = useRowKeys();
  const mayEmail = may(answer, 'email.set');
  const mayField = may(answer, 'contact.set');
  const mayPrimary = may(answer, 'email.primary');

  const emails = person.emails
    .map((email, at) => ({ email, at }))
    .sort((a, b) => Number(b.email.address === primary.shown) - Number(a.email.address === primary.shown));
  const fields = person.fields.filter(({ custom, value, parts }) => custom !== true && (value !== '' || parts));
  const emailKeys = keys.keysOf(emails.map(({ email }) => textOfEmail(email)));
  const fieldKeys = keys.keysOf(fields.map((field) => `${field.type} ${textOfField(field)}`));
  const start = (type: Parameters<typeof adding.start>[0]) => {
    fold('contact', false);
    adding.start(type);
  };
  const items: readonly MenuItem[] = [
    ...(mayEmail === null ? [] : [{ type: 'address', ...mayEmail } as const]),
    ...(mayField === null ? [] : contactTypes.map((type) => ({ type, ...mayField }))),
  ].map(({ type, ...rest }) => ({
    key: type,
    icon: contactIcon(type),
    text: contactName(type),
    onPress: () => start(type),
    ...rest,
  }));
  if (emails.length + fields.length + items.length === 0) return null;
  return (
    <SectionFold
      title={t('section_contact')}
      folded={folded('contact', false)}
      onFold={(to) => fold('contact', to)}
      {...(items.length === 0
        ? {}
        : {
            actions: (
              <span ref={plus}>
                <Menu label={t('contact_add')} items={items} button={{ icon: 'plus' }} />
              </span>
            ),
          })}
    >
      {emails.length > 0 && (
        <ul class="contact" aria-label={t('contact_addresses')}>
          {emails.map(({ email, at }, index) => (
            <ContactEmail
              key={emailKeys[index] ?? email.address}
              person={person}
              at={at}
              primary={primary}
              can={{
                edit: mayEmail !== null && mayEmail.mayNot === undefined,
                primary: mayPrimary !== null && mayPrimary.mayNot === undefined,
              }}
              onSaving={keys.rename}
            />
          ))}
        </ul>
      )}
      {emails.length > 1 && <p class="contact-hint">{t('primary_notified')}</p>}
      {fields.length + adding.rows.length > 0 && (
        <ul class="contact" aria-label={t('contact_others')}>
          {fields.map((field, index) => (
            <ContactField
              key={fieldKeys[index] ?? field.value}
              person={person}
              field={field}
              several={fields.filter(({ type }) => type === field.type).length > 1}
              editable={mayField !== null && mayField.mayNot === undefined}
              onSaving={(from, to) => keys.rename(`${field.type} ${from}`, `${field.type} ${to}`)}
            />
          ))}
          {adding.rows.map((row) => (
            <ContactNew
              key={row.place}
              person={person}
              adding={row}
              onDone={(saved) => adding.done(row.type, saved)}
              onClosed={(how) => {
                if (how !== 'left') plus.current?.querySelector('button')?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </SectionFold>
  );
}
