import { Dexie } from 'dexie';
import type { Change, Made, NewPerson } from '@/utils/changes/types';
import { foldName } from '@/utils/people/fold';
import { ProblemError } from '@/utils/problem';
import type { BookDatabase } from './database';
import { addressKeys, nameKeys } from './keys';
import { toId } from './person';

/**
 * Makes a person, and the organisation if it is a new one: both or neither. Fails with `conflict` if somebody has
 * one of the addresses (who, stands in `detail`), with `missing` without the organisation, with `invalid` without
 * name and address.
 */
export async function createPerson(
  database: BookDatabase,
  connection: string,
  { draft }: Change<'person.create'>,
): Promise<Made> {
  const problem = { connection, call: 'person.create' };
  const name = draft.name.replace(/\s+/gu, ' ').trim();
  const addresses = [...new Set(draft.addresses)];
  if (name === '' && addresses.length === 0) {
    throw new ProblemError({ ...problem, kind: 'invalid', detail: 'neither name nor address' });
  }
  return database.transaction('rw', database.people, database.organisations, async () => {
    const taken = await database.people.where('keys').anyOf(addresses).first();
    if (taken !== undefined) throw new ProblemError({ ...problem, kind: 'conflict', detail: taken.name });
    const now = new Date().toISOString();
    const { id: organisation, isNew } = await organisationOf(database, connection, draft.organisation, now);
    const id = await database.people.add({
      name: name === '' ? (addresses[0] ?? '') : name,
      keys: addressKeys(addresses),
      names: nameKeys(name),
      emails: addresses.map((address, index) => (index === 0 ? { address, primary: true } : { address })),
      ...(organisation === null ? {} : { memberships: [{ organisation }], orgs: [organisation] }),
      facts: { createdAt: now, creationSystem: 'panel' },
      revision: 1,
    });
    if (isNew && organisation !== null) await database.organisations.update(organisation, { madeFor: id });
    return { id: String(id), version: '1' };
  });
}

async function organisationOf(
  database: BookDatabase,
  connection: string,
  organisation: NewPerson['organisation'],
  createdAt: string,
): Promise<{ readonly id: number | null; readonly isNew: boolean }> {
  if (organisation === undefined) return { id: null, isNew: false };
  if ('id' in organisation) {
    const there = await database.organisations.get(toId(organisation.id) ?? 0);
    if (there === undefined)
      throw new ProblemError({ connection, call: 'person.create', kind: 'missing', detail: 'organisation' });
    return { id: there.id, isNew: false };
  }
  const name = organisation.create.replace(/\s+/gu, ' ').trim();
  const key = foldName(name);
  if (key === '') return { id: null, isNew: false };
  // The same name typed once more means the one that is there.
  const there = await database.organisations.where('key').equals(key).first();
  if (there !== undefined) return { id: there.id, isNew: false };
  return { id: await database.organisations.add({ name, key, createdAt }), isNew: true };
}

/**
 * Deletes a person in the state that `version` names, and the organisation made with them if nobody else uses it.
 * Fails with `missing`, or with `conflict` if the record was touched since or has a history by now: nothing that
 * somebody wrote is lost on the way back.
 */
export async function deletePerson(
  database: BookDatabase,
  connection: string,
  change: Change<'person.delete'>,
): Promise<Made> {
  const problem = { connection, call: 'person.delete' };
  const id = toId(change.person ?? '') ?? 0;
  const history = [database.tickets, database.notes, database.files, database.charges, database.chats];
  return database.transaction('rw', [database.people, database.organisations, ...history], async () => {
    const row = await database.people.get(id);
    if (row === undefined) throw new ProblemError({ ...problem, kind: 'missing' });
    if (String(row.revision) !== change.version)
      throw new ProblemError({ ...problem, kind: 'conflict', detail: row.name });
    const counts = await Promise.all([
      database.tickets.where('[person+updatedAt]').between([id, Dexie.minKey], [id, Dexie.maxKey]).count(),
      database.notes.where('[person+createdAt]').between([id, Dexie.minKey], [id, Dexie.maxKey]).count(),
      database.files.where('person').equals(id).count(),
      database.charges.where('[person+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]).count(),
      database.chats.where('[person+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]).count(),
    ]);
    if (counts.some((count) => count > 0)) throw new ProblemError({ ...problem, kind: 'conflict', detail: row.name });
    await database.people.delete(id);
    for (const organisation of row.orgs ?? []) {
      const made = await database.organisations.get(organisation);
      if (made?.madeFor !== id) continue;
      const used = await Promise.all([
        database.people.where('orgs').equals(organisation).count(),
        database.tickets.where('organisation').equals(organisation).count(),
      ]);
      if (used.every((count) => count === 0)) await database.organisations.delete(organisation);
    }
    return { id: String(id), version: change.version };
  });
}
