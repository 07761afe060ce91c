import { useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/utils/i18n';
import { SavedValue } from './SavedValue';
import type { ShownTicket } from './shown-ticket';

const urgentText = (urgent: boolean): string => t(urgent ? 'ticket_urgent' : 'ticket_not_urgent');

/** Urgent or not, saved at once. */
export function TicketUrgent({ of, onChanged }: { readonly of: ShownTicket; readonly onChanged: () => void }) {
  const { run } = useActs();
  const { ticket, person, at } = of;
  const saving = useSaving<boolean>(
    ticket.urgent,
    async (to, from) => {
      if (person === null) return { ok: false, problem: { kind: 'missing' } };
      const done = t(to ? 'done_ticket_urgent' : 'done_ticket_not_urgent', [ticket.number]);
      return run(person.ref, { action: 'set-ticket-urgent', input: { ticket: ticket.id, from, to } }, done);
    },
    ticket.updatedAt,
  );
  const able = person === null ? null : may(at, 'ticket.urgent');
  if (able === null) return null;
  return (
    <div>
      <Switch
        on={saving.shown}
        onChange={(on) => void saving.save(on).then(onChanged)}
        hint={able.mayNot}
        mayNot={able.mayNot !== undefined}
      >
        {t('ticket_urgent')}
      </Switch>
      <SavedValue
        label={t('ticket_urgent')}
        of={of}
        saving={saving}
        draw={urgentText}
        theirs={(there) => (typeof there === 'boolean' ? there : undefined)}
        onChanged={onChanged}
      />
    </div>
  );
}
