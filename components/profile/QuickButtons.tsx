import { may } from '@/components/panel/may';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';

export type QuickForm = 'note' | 'ticket';

/** What an agent does most: one press away, whatever is folded below. */
export function QuickButtons(props: { readonly answer: SourceAnswer; readonly onStart: (form: QuickForm) => void }) {
  const { answer, onStart } = props;
  const note = may(answer, 'notes', 'note.add');
  const ticket = may(answer, 'tickets', 'ticket.create');
  if (note === null && ticket === null) return null;
  return (
    <div class="quick">
      {note !== null && (
        <Button small icon="note" label={t('note_add')} onPress={() => onStart('note')} {...note}>
          {t('quick_note')}
        </Button>
      )}
      {ticket !== null && (
        <Button small icon="ticket" label={t('new_ticket')} onPress={() => onStart('ticket')} {...ticket}>
          {t('quick_ticket')}
        </Button>
      )}
    </div>
  );
}
