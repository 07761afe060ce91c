import { useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { ticketLooks, ticketStates } from '@/components/sections/ticket-words';
import { Icon } from '@/components/ui/Icon';
import { Select } from '@/components/ui/Select';
import { t } from '@/utils/i18n';
import type { TicketState as State } from '@/utils/people/types';
import { LockedValue } from './LockedValue';
import { SavedValue } from './SavedValue';
import type { ShownTicket } from './shown-ticket';

const stateText = (state: State): string => t(ticketLooks[state].text);
const stateOf = (key: unknown): State | undefined => ticketStates.find((state) => state === key);

/** Where a ticket stands: chosen from the five, saved at once. */
export function TicketState({ of, onChanged }: { readonly of: ShownTicket; readonly onChanged: () => void }) {
  const { run } = useActs();
  const { ticket, person, at } = of;
  const saving = useSaving<State>(
    ticket.state,
    async (to, from) => {
      if (person === null) return { ok: false, problem: { kind: 'missing' } };
      const done = t('done_ticket_state', [ticket.number, stateText(to)]);
      return run(person.ref, { action: 'set-ticket-state', input: { ticket: ticket.id, from, to } }, done);
    },
    ticket.updatedAt,
  );
  const able = person === null ? null : may(at, 'ticket.state');
  // In the heading it stands in any case.
  if (able === null) return null;
  if (able.mayNot !== undefined) {
    return (
      <LockedValue label={t('ticket_state')} reason={able.mayNot}>
        {stateText(ticket.state)}
      </LockedValue>
    );
  }
  const choose = (key: string): void => {
    const to = stateOf(key);
    if (to !== undefined && to !== saving.shown) void saving.save(to).then(onChanged);
  };
  return (
    <div>
      <Select
        label={t('ticket_state')}
        value={saving.shown}
        options={ticketStates.map((state) => ({
          key: state,
          text: stateText(state),
          mark: <Icon name={ticketLooks[state].icon} />,
        }))}
        onPick={choose}
      />
      <SavedValue
        label={t('ticket_state')}
        of={of}
        saving={saving}
        draw={stateText}
        theirs={stateOf}
        onChanged={onChanged}
      />
    </div>
  );
}
