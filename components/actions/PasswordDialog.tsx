import { useState } from 'preact/hooks';
import { Sentence } from '@/components/panel/Sentence';
import { AddressText } from '@/components/ui/AddressText';
import { t } from '@/utils/i18n';
import type { AskedProps } from './asked';
import { notYet } from './not-yet';
import { PasswordField, shortBy } from './PasswordField';
import { Question } from './Question';
import { useSecurity } from './use-asked-of';
import { useDeed } from './use-deed';

/** A new password. It lives in this dialog alone: no draft, no journal, no log, and gone when it closes. */
export function PasswordDialog({ hit, onClose }: AskedProps) {
  const { person } = hit.match;
  const { name } = hit.answer.source;
  const security = useSecurity(person.ref);
  const [secret, setSecret] = useState('');
  const deed = useDeed(hit, onClose);
  const shortest = Math.max(1, security.value?.shortestPassword ?? 1);
  const mailed = security.value?.mailsPasswordTo ?? null;
  const known = [person.name, name, ...person.emails.map(({ address }) => address)];
  const missing = shortBy(secret, shortest);
  return (
    <Question
      hit={hit}
      title={t('ask_password')}
      warning={
        <div class="question-paragraphs">
          <p>{t('password_old_stops')}</p>
          {security.value !== null && (
            <p>
              {mailed === null ? (
                t('password_not_mailed', [name])
              ) : (
                <Sentence text="password_mailed" first={<AddressText address={mailed} />} rest={[name]} />
              )}
            </p>
          )}
          <p>{t('password_kept_nowhere')}</p>
        </div>
      }
      act={{
        text: t('action_set_password'),
        icon: 'key',
        destroys: false,
        busy: t('act_working'),
        onPress: () => void deed.act({ action: 'set-password', input: { secret } }, t('done_password')),
      }}
      not={notYet(security, name) ?? (missing === null || secret === '' ? null : missing)}
      ready={missing === null}
      deed={deed}
      onClose={onClose}
    >
      <PasswordField value={secret} onChange={setSecret} shortest={shortest} known={known} />
    </Question>
  );
}
