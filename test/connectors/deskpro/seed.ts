// Whom the fake Deskpro knows when it is started.
import { ANNA, addMember, addNote, addOrganization, addPerson, addTicket, ME, type Store } from './store';

export function seeded(): Store {
  const store: Store = {
    people: [],
    members: [],
    organizations: [],
    tickets: [],
    messages: [],
    notes: [],
    charges: [],
    chats: [],
    bans: [],
    clock: Date.parse('2026-01-05T08:00:00.000Z'),
  };
  addOrganization(store, 'Acme', { summary: 'Pays late.', labels: ['key account'], email_domains: ['acme.test'] });
  addOrganization(store, 'Kestrel Logistics');
  addPerson(store, {
    id: ME,
    name: 'Lena Lead',
    emails: ['lena@desk.test'],
    is_agent: true,
    teams: [1],
    primary_team: 1,
    agent_groups: [3],
    can_admin: true,
  });
  addPerson(store, { name: 'Bob Bill', emails: ['bob@desk.test'], is_agent: true, teams: [1, 2] });
  addPerson(store, {
    id: ANNA,
    name: 'Anna Keller',
    title_prefix: 'Dr',
    emails: ['anna.keller@example.com', 'anna@home.example'],
    summary: 'Prefers e-mail.',
    labels: ['vip', 'press'],
    user_groups: [5],
    fields: { 3: 'C-1001', 4: [42], 9: 'secret' },
    contact_data: [
      { id: 1, contact_type: 'phone', comment: '', number: '1632 960101', code: '44', type: 'phone' },
      { id: 2, contact_type: 'phone', comment: '', number: '+44 7700 900101', code: '', type: 'mobile' },
      { id: 3, contact_type: 'website', comment: 'Blog', url: 'https://anna.example' },
      { id: 4, contact_type: 'instant_message', comment: '', service: 'skype', username: 'anna.k' },
      { id: 5, contact_type: 'twitter', comment: '', username: '@annak' },
      { id: 6, contact_type: 'linked_in', comment: '', url: 'https://www.linkedin.com/in/annak' },
      { id: 7, contact_type: 'facebook', comment: '', profile_url: 'https://www.facebook.com/annak' },
      {
        id: 8,
        contact_type: 'address',
        comment: '',
        address: '14 Quay Street',
        city: 'Hull',
        state: 'Yorkshire',
        zip: 'HU1 1AA',
        country: 'United Kingdom',
      },
    ],
    phone_numbers: [{ number: '+4930123456', label: 'Office', extension: '12', person: ANNA, type: 'phone' }],
    timezone: 'Europe/London',
    language: 2,
    chats_count: 2,
    browser: 'Firefox 128',
    date_last_login: '2026-01-03T08:00:00+0000',
    last_seen: '2026-01-04T08:00:00+0000',
  });
  addPerson(store, { name: 'Ben Shop', emails: ['ben+shop@example.org'] });
  addPerson(store, { name: 'Olga Ivers', emails: ['olga.ivers@example.org'], is_disabled: true });
  addPerson(store, { name: 'Dora Gone', emails: ['dora@example.org'], is_deleted: true });
  addPerson(store, { name: 'Gil Ghost', emails: [], unfindable: ['ghost@example.org'], is_deleted: true });
  addPerson(store, { name: 'Nobody Reachable', emails: [] });
  addMember(store, { person: ANNA, organization: 1, position: 'Head of IT', is_manager: true });
  addTicket(store, { person: ANNA, subject: 'Printer' });
  addTicket(store, { person: ANNA, subject: 'Invoice', status: 'resolved' });
  addTicket(store, { person: ANNA, subject: 'Spare part', status: 'pending.5' });
  addTicket(store, { person: ANNA, subject: 'Phone', status: 'awaiting_user', urgency: 9 });
  addTicket(store, { person: ANNA, subject: 'Long ago', status: 'archived' });
  addTicket(store, { person: ANNA, subject: 'Win a prize', status: 'hidden.spam' });
  addNote(store, { person: ANNA, note: 'Called about the printer.' });
  addNote(store, { person: ANNA, note: 'Wants a refund.', agent: 2 });
  return store;
}
