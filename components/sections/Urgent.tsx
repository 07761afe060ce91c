import './tickets.css';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';

/** Sign and word, red: the one thing about a ticket that is not to be overlooked. */
export function Urgent() {
  return (
    <span class="ticket-urgent">
      <Icon name="urgent" />
      {t('ticket_urgent')}
    </span>
  );
}
