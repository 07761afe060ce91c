import type { AnswerTo, FromPanel } from '@/utils/messages/protocol';

/** A ticket with where it comes from and what can be done there. */
export type ShownTicket = AnswerTo<FromPanel, 'ticket.page'>;
