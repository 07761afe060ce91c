import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { t } from '@/utils/i18n';

/** Before the log is cleared, which cannot be undone: Cancel has the focus. */
export function ClearLog({ onClear, onClose }: { readonly onClear: () => void; readonly onClose: () => void }) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={t('log_clear_title')}
      onClose={onClose}
      focus={cancel}
      actions={
        <>
          <Button look="destroy" icon="trash" onPress={onClear}>
            {t('log_clear')}
          </Button>
          <Button onPress={onClose} buttonRef={cancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('log_clear_text')}</p>
    </Dialog>
  );
}
