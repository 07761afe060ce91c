import { useActs } from '@/components/panel/acts';
import { Sentence } from '@/components/panel/Sentence';
import type { Hit } from '@/components/panel/states';
import { AddressText } from '@/components/ui/AddressText';
import { t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import { Question } from './Question';

/** What is sent from a page of the server and from nowhere else: the way there, with the address at hand. */
export function ResetPageDialog({ hit, onClose }: { readonly hit: Hit; readonly onClose: () => void }) {
  const { page, say, warn } = useActs();
  const { name } = hit.answer.source;
  const address = primaryOf(hit.match.person);
  const go = async (): Promise<void> => {
    if (address === null) return;
    // Before the page has the focus: whoever has not may not copy.
    const copied = await page.copy(address);
    if (copied) say(t('reset_copied', [address]));
    else warn(t('copy_failed'));
    page.openUrl(hit.answer.resetsAt ?? '');
    onClose();
  };
  return (
    <Question
      hit={hit}
      title={t('ask_reset')}
      warning={
        <div class="question-paragraphs">
          <p>{t('reset_by_hand', [name])}</p>
          {address !== null && (
            <p>
              <Sentence text="reset_goes" first={<AddressText address={address} />} />
            </p>
          )}
        </div>
      }
      act={{ text: t('reset_copy_open'), icon: 'ext', destroys: false, busy: '', onPress: () => void go() }}
      not={address === null ? t('reset_no_address', [name]) : null}
      onClose={onClose}
    />
  );
}
