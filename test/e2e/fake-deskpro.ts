// The small Deskpro of the unit tests, behind an address of this machine, with people whom the sample book does not have.
import { type FakeDeskpro, fakeDeskpro, KEY } from '@/test/connectors/deskpro/server';
import { addMember, addNote, addPerson, addTicket, type PersonRow } from '@/test/connectors/deskpro/store';
import { DESKPRO_GROUND } from '@/test/support/grounds';
import { type Served, serve } from '@/test/support/served';
import type { Harness } from './harness';

export const NORA = { name: 'Nora Birk', address: 'nora.birk@kestrel.test', second: 'nora@home.test' } as const;

/** Nora, and the record that her letters from home made. */
export async function serveDeskpro(
  dialect: FakeDeskpro['dialect'],
): Promise<Served<FakeDeskpro> & { readonly nora: PersonRow; readonly home: PersonRow }> {
  const fake = fakeDeskpro(dialect);
  const { store } = fake;
  // API v1 answers beside v2: it is off until the settings name a call of it.
  fake.old = true;
  const nora = addPerson(store, {
    name: NORA.name,
    emails: [NORA.address],
    summary: 'Prefers e-mail.',
    labels: ['press'],
    user_groups: [5],
    fields: { 3: 'N-77', 4: [42] },
    contact_data: [{ id: 21, contact_type: 'website', comment: 'Blog', url: 'https://nora.example' }],
    timezone: 'Europe/Berlin',
  });
  addMember(store, { person: nora.id, organization: 2, position: 'Buyer', is_manager: true });
  if (dialect === 'horizon') addMember(store, { person: nora.id, organization: 1 });
  addTicket(store, { person: nora.id, subject: 'Pallets are late' });
  addTicket(store, { person: nora.id, subject: 'Wrong colour', status: 'awaiting_user' });
  addTicket(store, { person: nora.id, subject: 'Opening hours', status: 'resolved' });
  addTicket(store, { person: nora.id, subject: 'Long ago', status: 'archived' });
  addNote(store, { person: nora.id, note: 'Called about the pallets.' });
  const home = addPerson(store, { name: 'N. Birk', emails: [NORA.second], fields: { 4: [41] } });
  addTicket(store, { person: home.id, subject: 'From home' });
  return { ...(await serve(fake, DESKPRO_GROUND)), nora, home };
}

/** Adds it as the form does; the permission has to be there. Answers the connection's id. */
export async function addDeskpro(browser: Pick<Harness, 'ask'>, address: string, name: string): Promise<string> {
  const draft = {
    id: null,
    connector: 'deskpro',
    name,
    mark: { shape: 'circle', letter: 'D' },
    settings: { address, access: 'key', agent: '' },
    secrets: { secret: KEY },
    keeps: true,
  };
  const { id }: { readonly id?: unknown } = Object(await browser.ask('connection.save', { draft }));
  return String(id);
}
