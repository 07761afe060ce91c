import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';

/** The check mark stays until the pointer or the focus goes elsewhere. */
export function CopyButton({ value }: { readonly value: string }) {
  const { page, say } = useActs();
  const [copied, setCopied] = useState('');
  const copy = async () => {
    if (!(await page.copy(value))) return;
    setCopied(value);
    say(t('copied'));
  };
  return (
    <span class="copy" onFocusOut={() => setCopied('')} onPointerLeave={() => setCopied('')}>
      <IconButton
        small
        icon={copied === value ? 'check' : 'copy'}
        label={t('copy_value', [value])}
        onPress={() => void copy()}
      />
    </span>
  );
}
