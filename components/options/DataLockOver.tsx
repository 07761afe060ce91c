import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { t } from '@/utils/i18n';

interface DataLockOverProps {
  /** False: it was not done. */
  readonly erase: () => Promise<boolean>;
  readonly onClose: () => void;
}

const plain = (text: string): string => text.trim().toLocaleLowerCase();

/** Before all tokens go: what goes, what stays, and a word to type. Cancel has the focus. */
export function DataLockOver({ erase, onClose }: DataLockOverProps) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const word = t('options_lock_over_word');
  const fits = plain(typed) === plain(word);
  const act = async (): Promise<void> => {
    if (!fits || busy) return;
    setBusy(true);
    const done = await erase();
    setBusy(false);
    setFailed(!done);
  };
  return (
    <Dialog
      title={t('options_lock_over_title')}
      onClose={onClose}
      focus={cancel}
      actions={
        <>
          <Button buttonRef={cancel} onPress={onClose}>
            {t('cancel')}
          </Button>
          <button
            type="button"
            class={`button button-${fits ? 'destroy' : 'may-not'}`}
            aria-disabled={fits && !busy ? undefined : 'true'}
            onClick={() => void act()}
          >
            {t(busy ? 'options_lock_over_busy' : 'options_lock_over_act')}
          </button>
        </>
      }
    >
      <div class="lock-dialog">
        <p>{t('options_lock_over_warning')}</p>
        <Field
          label={t('options_lock_over_label', [word])}
          value={typed}
          onInput={setTyped}
          hint={t(fits ? 'type_match' : 'type_no_match')}
        />
        <p role="alert">{failed && t('options_failed_save')}</p>
      </div>
    </Dialog>
  );
}
