import { Button } from '@/components/ui/Button';
import { Box } from '@/components/ui/Strip';
import { t } from '@/utils/i18n';

interface Props {
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}

/** Something typed would go: asked before it does. Stands in a place that is read out. */
export function LeaveBox({ onDiscard, onStay }: Props) {
  return (
    <Box
      icon="alert"
      tone="caution"
      detail={
        <div class="connection-leave">
          <Button small look="destructive" onPress={onDiscard}>
            {t('connection_form_discard')}
          </Button>
          <Button small onPress={onStay}>
            {t('connection_form_stay')}
          </Button>
        </div>
      }
    >
      {t('connection_form_leave')}
    </Box>
  );
}
