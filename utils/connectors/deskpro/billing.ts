// What is read by calls of an administrator's alone: charges, what somebody did, their chats.

import type { Range } from '@/utils/connectors/types';
import { billingOf } from '@/utils/people/billing';
import type { ActivityItem, Billing, Charge, Chat } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import type { Asking, Deskpro } from './deskpro';
import { CREATED, type Item, readOwn, textAt, thingAt, timeAt } from './own-lists';

/** Minor units in one of money: Deskpro writes amounts with a point. */
const MINOR = 100;
/** What has no time was at no time that can be told: it comes last. */
const NEVER = new Date(0).toISOString();

/**
 * Time is in seconds, an amount is of money; one of them may be missing (V1). The currency is set by administrators, and
 * no public source shows it: no symbol is invented.
 */
export async function billing(
  desk: Deskpro,
  person: string,
  range: Range & { readonly now: string },
  asking: Asking,
): Promise<Billing> {
  const items = await readOwn(desk, 'billing', person, asking);
  const charges = items.map(chargeOf).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return billingOf(charges, range);
}

function chargeOf(item: Item, at: number): Charge {
  const seconds = numberAt(item, ['time', 'charge_time', 'time_taken', 'seconds']);
  const amount = numberAt(item, ['amount', 'charge']);
  const ticket = thingAt(item, ['ticket']);
  const id = ticket === null ? textAt(item, ['ticket_id', 'ticket']) : textAt(ticket, ['id']);
  const number = ticket === null ? textAt(item, ['ticket_ref']) : textAt(ticket, ['ref']);
  return {
    id: textAt(item, ['id', 'charge_id']) || `charge-${at}`,
    at: timeAt(item, CREATED) ?? NEVER,
    text: textAt(item, ['comment', 'note', 'description']),
    ...(seconds === null ? {} : { seconds: Math.round(seconds) }),
    ...(amount === null ? {} : { money: { amount: Math.round(amount * MINOR), currency: '' } }),
    ...(id === '' ? {} : { ticket: { id, number: number || `#${id}` } }),
  };
}

/** Null for none, and for 0: a charge is of time or of money. */
function numberAt(item: Item, names: readonly string[]): number | null {
  const text = textAt(item, names);
  const value = text === '' ? 0 : Number(text);
  return Number.isFinite(value) && value !== 0 ? value : null;
}

/** What somebody did, newest first, in the helpdesk's own words. */
export async function activity(desk: Deskpro, person: string, asking: Asking): Promise<readonly ActivityItem[]> {
  const items = await readOwn(desk, 'activity', person, asking);
  return items
    .map((item, at): ActivityItem => {
      const detail = textAt(item, ['title', 'message', 'description', 'summary', 'action_type', 'action', 'type']);
      return {
        kind: 'activity',
        id: `activity-${textAt(item, ['id']) || at}`,
        at: timeAt(item, CREATED) ?? NEVER,
        what: 'other',
        ...(detail === '' ? {} : { detail }),
      };
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Newest first; without what was said, which the list of API v1 does not hold. */
export async function chats(desk: Deskpro, person: string, range: Range, asking: Asking): Promise<Part<Chat>> {
  const items = await readOwn(desk, 'chats', person, asking);
  const all = items
    .map((item, at): Chat => {
      const agent = thingAt(item, ['agent']);
      const endedAt = timeAt(item, ['date_ended', 'ended_at', 'date_end']);
      return {
        id: textAt(item, ['id', 'conversation_id']) || `chat-${at}`,
        at: timeAt(item, CREATED) ?? NEVER,
        ...(endedAt === null ? {} : { endedAt }),
        agent: (agent === null ? textAt(item, ['agent_name']) : textAt(agent, ['name', 'display_name'])) || null,
        subject: textAt(item, ['subject', 'title']),
        lines: [],
      };
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return { items: all.slice(0, range.limit), total: all.length };
}
