import * as v from 'valibot';
import type { ChangeType } from '@/utils/changes/types';
import { callPlaces } from '@/utils/connectors/deskpro/call-places';
import { contactItems } from '@/utils/connectors/deskpro/contacts';
import { PersonShape } from '@/utils/connectors/deskpro/shapes';
import { URGENT } from '@/utils/connectors/deskpro/tickets';
import type { Connection, OwnCall } from '@/utils/connectors/types';
import type { Store } from './store';

/** All that can be written to a Deskpro where no call was set up. */
export const WRITES: readonly ChangeType[] = [
  'person.create',
  'person.erase',
  'person.set',
  'email.set',
  'email.primary',
  'contact.set',
  'custom.set',
  'label.set',
  'group.set',
  'membership.set',
  'note.add',
  'note.set',
  'note.remove',
  'login.password',
  'ticket.create',
  'ticket.state',
  'ticket.urgent',
  'ticket.move',
];

/** What the calls of `CALLS` add to that, but for bans: nothing tells what is banned. */
export const OWN_WRITES: readonly ChangeType[] = [
  'account.enable',
  'login.reset',
  'login.view',
  'person.merge',
  'ticket.notify',
];

const call = (method: OwnCall['method'], path: string, body = '', codes: readonly number[] = [200]): OwnCall => ({
  method,
  path,
  body,
  codes,
});

/** As an administrator of the fake would fill them in: the presets, and what only they know. */
export const CALLS: Readonly<Record<string, OwnCall>> = {
  ...Object.fromEntries(
    callPlaces.flatMap(({ id, preset }) => {
      if (preset === undefined) return [];
      const { from: _, ...made } = preset;
      return [[id, made]];
    }),
  ),
  reset: call('post', '/api/people/{id}/reset', '{"email": "{email}"}'),
  notify: call('put', '/api/tickets/{ticket}/notified', '{"email": "{email}"}'),
  'view-page': call('get', '/login/as/{id}?token={token}'),
};

export const BANS: Readonly<Record<string, OwnCall>> = {
  ban: call('post', '/api/bans', '{"email": "{email}"}'),
  lift: call('delete', '/api/bans/{email}'),
};

/** As they are kept among the settings of a connection. */
export const settingsOf = (calls: Readonly<Record<string, OwnCall>>): Connection['settings'] =>
  Object.fromEntries(Object.entries(calls).map(([id, one]) => [`call.${id}`, JSON.stringify(one)]));

/** What people can see: nothing that only counts on, no organisation that nobody is in; a number as it is read. */
export function dump({ people, members, tickets, organizations, notes, bans }: Store): unknown {
  return structuredClone({
    people: people.map(({ contact_data: data, phone_numbers: numbers, emails, ...row }) => ({
      ...row,
      emails,
      contacts: contactItems(v.parse(PersonShape, { id: row.id, contact_data: data, phone_numbers: numbers })).map(
        ({ value }) => value,
      ),
    })),
    members: members.map(({ person, organization, is_manager: manager, position }) => ({
      person,
      organization,
      manager,
      position,
    })),
    organizations: organizations.filter(({ id }) => members.some(({ organization }) => organization === id)),
    tickets: tickets.map(({ date_status: _, urgency, person_email: mailed, ...row }) => ({
      ...row,
      // Which of the urgent ones it was is not said by a switch.
      urgent: urgency >= URGENT,
      mailed: people.some((person) => person.primary_email === mailed) ? null : mailed,
    })),
    notes: notes.map(({ person, note }) => ({ person, note })).toSorted((a, b) => a.note.localeCompare(b.note)),
    bans,
  });
}
