import { Fragment } from 'preact';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { type TextKey, t } from '@/utils/i18n';
import { singleKeysOff } from './single-keys';

const keys: readonly { readonly keys: readonly string[]; readonly does: TextKey; readonly single?: true }[] = [
  { keys: ['/'], does: 'keys_search', single: true },
  { keys: ['↑', '↓'], does: 'keys_move' },
  { keys: ['Enter'], does: 'keys_open' },
  { keys: ['Ctrl Enter', '⌘ Enter'], does: 'keys_save' },
  { keys: ['Ctrl Z', '⌘ Z'], does: 'keys_undo' },
  { keys: ['Ctrl K', '⌘ K'], does: 'keys_palette' },
  { keys: ['Esc'], does: 'keys_close' },
  { keys: ['?'], does: 'keys_help', single: true },
];

/** The list of keys, over everything, until it is closed. */
export function Keys({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('keys_title')} onClose={onClose} actions={<Button onPress={onClose}>{t('close')}</Button>}>
      <dl class="keys">
        {keys
          .filter(({ single }) => !single || !singleKeysOff())
          .map((line) => (
            <Fragment key={line.does}>
              <dt>
                {line.keys.map((key) => (
                  <kbd key={key} class="key">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(line.does)}</dd>
            </Fragment>
          ))}
      </dl>
    </Dialog>
  );
}
