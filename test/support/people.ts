import type { Found } from '@/utils/connectors/types';
import { parseAddress } from '@/utils/people/address';
import type { Party } from '@/utils/people/message';
import type { Address, Note, Person, Ticket } from '@/utils/people/types';

/** An address that must be one. */
export function address(text: string): Address {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(`not an address: ${text}`);
  return parsed;
}

/** Builders with defaults: a test names only what it is about. */
export function person(some: Partial<Person> & { readonly mail?: string } = {}): Person {
  const { mail = 'anna@example.com', ...rest } = some;
  return {
    ref: { connection: 'book', id: '1' },
    name: 'Anna Keller',
    emails: [{ address: address(mail), primary: true }],
    status: 'active',
    kind: 'person',
    memberships: [],
    labels: [],
    groups: [],
    summary: '',
    fields: [],
    ...rest,
  };
}

export function found(some: Parameters<typeof person>[0] = {}, more: Partial<Found> = {}): Found {
  return { person: person(some), reason: { kind: 'primary' }, openTickets: 0, tickets: 0, ...more };
}

export function ticket(some: Partial<Ticket> = {}): Ticket {
  return {
    id: '1',
    number: '1042',
    title: 'Second invoice charged twice',
    state: 'waiting-us',
    urgent: false,
    createdAt: '2026-11-01T08:00:00.000Z',
    updatedAt: '2026-11-02T08:00:00.000Z',
    ...some,
  };
}

export function note(some: Partial<Note> = {}): Note {
  return { id: '1', author: 'Jonas Wirth', text: 'Agreed.', createdAt: '2026-11-14T16:05:00.000Z', files: [], ...some };
}

export function partyOf(name: string, mail: string | null = null): Party {
  return { name, address: mail === null ? null : address(mail), shown: mail ?? '' };
}
