import { Sentence } from '@/components/panel/Sentence';
import { AddressText } from '@/components/ui/AddressText';
import { t } from '@/utils/i18n';
import type { AskedProps } from './asked';
import { notYet } from './not-yet';
import { Question } from './Question';
import { useSecurity } from './use-asked-of';
import { useDeed } from './use-deed';

/** A link with which a person chooses a password of their own. */
export function ResetDialog({ hit, onClose }: AskedProps) {
  const { name } = hit.answer.source;
  const security = useSecurity(hit.match.person.ref);
  const deed = useDeed(hit, onClose);
  const to = security.value?.resetTo ?? null;
  return (
    <Question
      hit={hit}
      title={t('ask_reset')}
      warning={
        <div class="question-paragraphs">
          {to !== null && (
            <p>
              <Sentence text="reset_goes" first={<AddressText address={to} />} />
            </p>
          )}
          <p>{t('reset_final')}</p>
        </div>
      }
      act={{
        text: t('act_send_link'),
        icon: 'mail',
        destroys: false,
        busy: t('act_working'),
        onPress: () => {
          if (to !== null) void deed.act({ action: 'send-reset', input: { address: to } }, t('done_reset', [to]));
        },
      }}
      not={notYet(security, name) ?? (to === null ? t('reset_no_address', [name]) : null)}
      deed={deed}
      onClose={onClose}
    />
  );
}
