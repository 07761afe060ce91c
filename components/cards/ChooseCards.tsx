import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';

/** The browser's own way to choose files; dropping and pasting do the same. */
export function ChooseCards({
  onFiles,
  busy,
  again,
}: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly busy: boolean;
  /** Something was read already. */
  readonly again: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="cards-choose">
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        accept=".vcf,.vcard,text/vcard,text/x-vcard"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file, mended, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Button icon="clip" busy={busy && t('cards_reading')} onPress={() => input.current?.click()}>
        {t(again ? 'cards_choose_other' : 'cards_choose')}
      </Button>
      {!again && <p class="quiet">{t('cards_how')}</p>}
    </div>
  );
}
