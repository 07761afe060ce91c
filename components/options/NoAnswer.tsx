import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';

/** Something could not be read from the background; says so in its own place and offers to ask again. */
export function NoAnswer({ again }: { readonly again: () => void }) {
  return (
    <div role="alert">
      <Box icon="alert" tone="failed" action={{ text: t('options_retry'), onPress: again }}>
        {t('options_failed_read')}
      </Box>
    </div>
  );
}
