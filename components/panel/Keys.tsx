import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { type TextKey, t } from '@/utils/i18n';

const keys: readonly { readonly keys: readonly string[]; readonly does: TextKey }[] = [
  { keys: ['/'], does: 'keys_search' },
  { keys: ['↑', '↓'], does: 'keys_move' },
  { keys: ['Enter'], does: 'keys_open' },
  { keys: ['Esc'], does: 'keys_close' },
  { keys: ['?'], does: 'keys_help' },
];

/** The list of keys, over everything, until it is closed. */
export function Keys({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog class="keys" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('keys_title')}</h2>
      <dl>
        {keys.map((line) => (
          <>
            <dt>
              {line.keys.map((key) => (
                <kbd key={key} class="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(line.does)}</dd>
          </>
        ))}
      </dl>
      <Button onPress={() => dialog.current?.close()}>{t('close')}</Button>
    </dialog>
  );
}
