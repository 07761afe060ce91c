import type { IconName } from '@/components/ui/icons';
import type { TextKey } from '@/utils/i18n';
import type { TicketState } from '@/utils/people/types';

/** A shape and a word for every state: neither stands alone. */
export const ticketLooks: Readonly<Record<TicketState, { readonly icon: IconName; readonly text: TextKey }>> = {
  new: { icon: 'tnew', text: 'ticket_new' },
  'waiting-us': { icon: 'topen', text: 'ticket_waiting_us' },
  'waiting-them': { icon: 'twait', text: 'ticket_waiting_them' },
  hold: { icon: 'thold', text: 'ticket_hold' },
  resolved: { icon: 'tdone', text: 'ticket_resolved' },
};

export const ticketStates: readonly TicketState[] = ['new', 'waiting-us', 'waiting-them', 'hold', 'resolved'];
