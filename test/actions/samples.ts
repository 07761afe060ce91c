// One run of every action on somebody in the own book, for the tests that are the same for all: what is refused leaves
// no trace, what was done is undone. An action without a sample does not compile.

import type { Choose, Someone } from '@/test/support/acted';
import { someoneIn } from '@/test/support/own-book';
import { address } from '@/test/support/people';
import type { ActionId } from '@/utils/actions/inputs';
import type { Change } from '@/utils/changes/types';
import { stageFile } from '@/utils/connectors/local';

const stamp = (step: number) => ({ entry: `sample-${crypto.randomUUID()}`, step, at: new Date().toISOString() });
const mailOf = (start: string, { domain }: Someone) => address(`${start}@${domain}`);

const file = async () => {
  const staged = crypto.randomUUID();
  await stageFile({ id: staged, index: 0, base64: btoa('hello') });
  return { staged, name: 'a.txt', size: 5, type: 'text/plain' };
};

const ticketOf = async ({ session, ref }: Someone): Promise<string> =>
  (await session.reads.tickets?.(ref.id, 'open', { limit: 1 }))?.items[0]?.id ?? '';

const noteOf = async ({ session, ref }: Someone) => {
  const note = (await session.reads.notes?.(ref.id, { limit: 1 }))?.items[0];
  if (!note) throw new Error('no note');
  return { ...note, files: [...note.files] };
};

const organisationOf = ({ person }: Someone) => {
  const [there] = person.memberships;
  if (!there) throw new Error('no organisation');
  const place = { position: there.position ?? '', manager: there.manager ?? false };
  return { id: there.organisation, name: there.name, place };
};

async function removable({ session, ref }: Someone) {
  const change: Change<'file.add'> = { type: 'file.add', person: ref.id, file: await file(), again: null };
  await session.writes['file.add']?.(change, stamp(0));
  const added = (await session.reads.files?.(ref.id, { limit: 1 }))?.items[0];
  if (!added) throw new Error('no file');
  const { id, name, size, type } = added;
  return { id, name, size, type };
}

async function banned({ session, ref, domain }: Someone) {
  const gone = address(`gone@${domain}`);
  const change: Change<'address.ban'> = { type: 'address.ban', person: ref.id, address: gone, from: false, to: true };
  await session.writes['address.ban']?.(change, stamp(0));
  return gone;
}

async function disabled({ session, ref }: Someone) {
  const change: Change<'account.enable'> = { type: 'account.enable', person: ref.id, from: true, to: false };
  await session.writes['account.enable']?.(change, stamp(0));
}

const version = ({ person }: Someone) => person.version ?? null;
const picture = 'data:image/png;base64,iVBORw0KGgo=';

/** Null: the own book has no sign-ins; those are tried on a server of their own, see test/support/sign-in.ts. */
export const samples: { readonly [Id in ActionId]: Choose | null } = {
  'set-name': ({ person }) => ({ action: 'set-name', input: { from: person.name, to: 'Anna Keller-Roth' } }),
  'set-summary': ({ person }) => ({ action: 'set-summary', input: { from: person.summary, to: 'Call her.' } }),
  'set-timezone': () => ({ action: 'set-timezone', input: { from: 'Europe/Berlin', to: 'Asia/Tokyo' } }),
  'set-language': () => ({ action: 'set-language', input: { from: 'de', to: null } }),
  'set-auto-replies': () => ({ action: 'set-auto-replies', input: { from: true, to: false } }),
  'edit-address': (who) => ({
    action: 'edit-address',
    input: { from: { address: mailOf('home', who) }, to: { address: mailOf('new', who), label: 'New' } },
  }),
  'make-primary': (who) => ({ action: 'make-primary', input: { address: mailOf('home', who) } }),
  'edit-contact': () => ({
    action: 'edit-contact',
    input: { from: null, to: { type: 'phone', label: 'Fax', value: '030 5' } },
  }),
  'edit-custom': () => ({ action: 'edit-custom', input: { field: '2', from: null, to: 'Pro' } }),
  'set-label': () => ({ action: 'set-label', input: { label: 'late', on: false } }),
  'set-groups': () => ({ action: 'set-groups', input: { from: ['1', '2'], to: ['2', '3'] } }),
  'set-membership': (who) => ({
    action: 'set-membership',
    input: {
      organisation: { id: null, name: `Second ${who.domain}` },
      from: null,
      to: { position: '', manager: true },
    },
  }),
  'change-organisation': (who) => {
    const from = organisationOf(who);
    return { action: 'change-organisation', input: { from, to: { ...from, id: null, name: `Other ${who.domain}` } } };
  },
  'add-note': async () => ({ action: 'add-note', input: { text: 'See file.', files: [await file()] } }),
  'edit-note': async (who) => {
    const { id, text } = await noteOf(who);
    return { action: 'edit-note', input: { note: id, from: text, to: 'Called.' } };
  },
  'remove-note': async (who) => ({ action: 'remove-note', input: { note: await noteOf(who) } }),
  'add-files': async () => ({ action: 'add-files', input: { files: [await file(), await file()] } }),
  'remove-file': async (who) => ({ action: 'remove-file', input: { file: await removable(who) } }),
  'new-ticket': () => ({ action: 'new-ticket', input: { title: 'Second invoice', text: 'Twice.', urgent: true } }),
  'set-ticket-state': async (who) => {
    const ticket = await ticketOf(who);
    return { action: 'set-ticket-state', input: { ticket, from: 'new', to: 'resolved' } };
  },
  'set-ticket-urgent': async (who) => {
    const ticket = await ticketOf(who);
    return { action: 'set-ticket-urgent', input: { ticket, from: false, to: true } };
  },
  'notify-address': async (who) => {
    const ticket = await ticketOf(who);
    return { action: 'notify-address', input: { ticket, from: null, to: mailOf('home', who) } };
  },
  'move-ticket': async (who) => ({
    action: 'move-ticket',
    input: { ticket: await ticketOf(who), to: (await someoneIn(who.session)).ref.id },
  }),
  'set-picture': () => ({ action: 'set-picture', input: { from: null, to: picture } }),
  merge: async (who) => {
    const other = await someoneIn(who.session);
    const goes = await who.session.get(other.ref.id);
    return {
      action: 'merge',
      input: {
        goes: other.ref.id,
        keep: { summary: 'goes', timezone: 'goes' },
        primary: address(`home@${other.domain}`),
        versions: { stays: version(who), goes: goes.version ?? null },
      },
    };
  },
  disable: () => ({ action: 'disable', input: {} }),
  enable: async (who) => {
    await disabled(who);
    return { action: 'enable', input: {} };
  },
  delete: (who) => ({ action: 'delete', input: { version: version(who) } }),
  'delete-and-ban': (who) => ({ action: 'delete-and-ban', input: { version: version(who) } }),
  'lift-ban': async (who) => ({ action: 'lift-ban', input: { address: await banned(who) } }),
  'cancel-delete': null,
  unlock: null,
  'set-password': null,
  'send-reset': null,
  'view-as': null,
  'remove-factor': null,
  'remove-factors': null,
};
