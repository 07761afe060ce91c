// The own book as the product opens it, with one person in it who has something of everything.
import { connectorOf } from '@/utils/connectors';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { Session } from '@/utils/connectors/types';
import type { Place } from '@/utils/lookup/find';
import type { PersonRef } from '@/utils/people/types';
import { openSession } from './open';
import { address } from './people';

const connection = {
  id: 'book',
  connector: 'local',
  name: 'My book',
  mark: { shape: 'square', letter: 'B' },
  local: true,
  settings: { book: 'own' },
} as const;

export async function ownBook(): Promise<Place> {
  const connector = connectorOf('local');
  if (!connector) throw new Error('no local connector');
  const session = await openSession(connector, connection);
  const { id, name, mark, local } = connection;
  return { source: { id, name, mark, local }, session };
}

const count = { people: 0 };

/** Somebody new with two addresses (`mail` and `home` at a domain of their own), contact values, a note and a ticket. */
export async function someoneIn({ writes }: Session): Promise<{ readonly ref: PersonRef; readonly domain: string }> {
  count.people += 1;
  const domain = `p${count.people}.example`;
  const at = new Date().toISOString();
  const stamp = (step: number) => ({ entry: `made-${domain}`, step, at });
  const { groups, customFields } = bookDatabase('own');
  if ((await groups.count()) === 0) {
    await groups.bulkAdd([{ name: 'Customers' }, { name: 'Beta' }, { name: 'Press' }]);
    await customFields.bulkAdd([
      { title: 'Contract', type: 'text', order: 0 },
      { title: 'Plan', type: 'choice', choices: ['Basic', 'Pro'], order: 1 },
    ]);
  }
  const made = await writes['person.create']?.(
    {
      type: 'person.create',
      person: null,
      draft: {
        name: 'Anna Keller',
        addresses: [address(`mail@${domain}`), address(`home@${domain}`), address(`third@${domain}`)],
        organisation: { create: `Bauer ${domain}` },
        position: 'Buyer',
        summary: 'Prefers the phone.',
        labels: ['vip', 'late', 'press'],
        groups: ['1', '2'],
        timezone: 'Europe/Berlin',
        language: 'de',
        fields: [
          { type: 'phone', label: 'Work', value: '+49 30 901820' },
          { type: 'website', value: 'https://bauer.example' },
          { type: 'phone', value: '+49 171 5550100' },
          { type: 'text', value: 'C-7', custom: true, id: '1' },
        ],
      },
    },
    stamp(0),
  );
  const id = made?.id ?? '';
  await writes['note.add']?.({ type: 'note.add', person: id, text: 'Call her.', files: [], again: null }, stamp(1));
  await writes['ticket.create']?.(
    { type: 'ticket.create', person: id, title: 'Invoice', text: '', urgent: false },
    stamp(2),
  );
  return { ref: { connection: connection.id, id }, domain };
}

/** All that can be read of somebody, but for marks of the record's state that count up with every write. */
export async function allOf({ get, reads }: Session, id: string) {
  const { version: _version, ...person } = await get(id);
  const limit = 100;
  return {
    person,
    notes: await reads.notes?.(id, { limit }),
    files: await reads.files?.(id, { limit }),
    open: untimed(await reads.tickets?.(id, 'open', { limit })),
    resolved: untimed(await reads.tickets?.(id, 'resolved', { limit })),
    organisations: (await reads.organisations?.('Bauer', { limit }))?.items,
  };
}

/** A ticket's last change is the undo itself. */
const untimed = (tickets: Awaited<ReturnType<NonNullable<Session['reads']['tickets']>>> | undefined) =>
  tickets?.items.map(({ updatedAt: _updatedAt, ...ticket }) => ticket);
