import { type Saving, useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { t } from '@/utils/i18n';
import { primaryOf } from '@/utils/people/primary';
import type { Address, Person, Ticket } from '@/utils/people/types';

/** To which of a person's addresses a ticket's mails go; null: the primary one. */
export function useNotified(ticket: Ticket, person: Person): Saving<Address | null> {
  const { run } = useActs();
  return useSaving<Address | null>(
    ticket.notifies ?? null,
    (to, from) => {
      const done = t('done_notifies', [ticket.number, to ?? primaryOf(person) ?? '']);
      return run(person.ref, { action: 'notify-address', input: { ticket: ticket.id, from, to } }, done);
    },
    ticket.updatedAt,
  );
}
