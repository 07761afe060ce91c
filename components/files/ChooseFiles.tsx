import { useRef } from 'preact/hooks';
import type { May } from '@/components/panel/may';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';

/** The browser's own way to choose files, behind a button that looks like ours. */
export function ChooseFiles({
  onFiles,
  ...may
}: May & {
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen once more.
          event.currentTarget.value = '';
        }}
      />
      <Button look="quiet" small icon="clip" onPress={() => input.current?.click()} {...may}>
        {t('files_attach')}
      </Button>
    </>
  );
}
