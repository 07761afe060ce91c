import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';
import { useCopy } from './use-copy';

const icons = { copied: 'check', failed: 'alert' } as const;

/** How it went stays to be seen until the pointer or the focus goes elsewhere. */
export function CopyButton({ value }: { readonly value: string }) {
  const { went, copy, forget } = useCopy(value);
  return (
    <span class="copy" onFocusOut={forget} onPointerLeave={forget}>
      <IconButton
        small
        icon={went === null ? 'copy' : icons[went]}
        label={went === 'failed' ? t('copy_failed') : t('copy_value', [value])}
        onPress={() => void copy()}
      />
    </span>
  );
}
