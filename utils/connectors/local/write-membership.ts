import type { Change, Place } from '@/utils/changes/types';
import { foldName } from '@/utils/people/fold';
import type { BookDatabase } from './database';
import { toId } from './person';
import type { OrganisationRow, PersonRow, StoredMembership } from './schema';
import { oneLine, within } from './texts';
import { changePerson, type Job, listed, refusal, type Write } from './write';

/**
 * Takes somebody into an organisation, changes their place there, or takes them out. One that was made for them and is
 * used by nobody goes with that, and comes back with them. Made is the id of the organisation. Fails with `invalid`
 * for an organisation without a name.
 */
export const setMembership: Write<'membership.set'> = (job) => {
  const { organisations, merged, tickets, bin } = job.database;
  return changePerson(job, [organisations, merged, tickets, bin], async (row) => {
    const { at, from, to } = job.change;
    const known = await organisationOf(job);
    const memberships = row.memberships ?? [];
    const index = memberships.findIndex(({ organisation }) => organisation === known?.id);
    const there = memberships[index];
    const now = there === undefined ? null : placeOf(there);
    if (!same(now, from)) throw refusal(job, 'conflict', { theirs: now });
    if (same(from, to)) return null;
    const { id, name } = known ?? (await makeOrganisation(job, job.change.organisation.name, row.id));
    const next = to === null ? [] : [{ organisation: id, ...storedPlace(job, to) }];
    const list =
      there === undefined
        ? [...memberships.slice(0, at), ...next, ...memberships.slice(at)]
        : memberships.flatMap((membership) => (membership === there ? next : [membership]));
    if (to === null) await dropOrganisation(job, row, id);
    return { id, patch: membershipPatch(list), log: { field: 'organisation', ...said(name, from, to) } };
  });
};

/** Memberships with what the index finds them by. */
export const membershipPatch = (memberships: readonly StoredMembership[]) => ({
  memberships: listed(memberships),
  orgs: listed(memberships.map(({ organisation }) => organisation)),
});

export function storedPlace(job: Job, { position, manager }: Place): Omit<StoredMembership, 'organisation'> {
  const text = oneLine(within(job, position, 'line'));
  return { ...(text === '' ? {} : { position: text }), ...(manager ? { manager: true } : {}) };
}

/** The same name typed once more means the one that is there. */
export const organisationNamed = (database: BookDatabase, name: string): PromiseLike<OrganisationRow | undefined> =>
  database.organisations.where('key').equals(foldName(name)).first();

/** Makes an organisation, for the person that it is made with. Fails with `invalid` without a name. */
export async function makeOrganisation(job: Job, text: string, madeFor: number): Promise<OrganisationRow> {
  const name = oneLine(within(job, text, 'line'));
  const key = foldName(name);
  if (key === '') throw refusal(job, 'invalid', { detail: 'no name of an organisation' });
  const row = { name, key, createdAt: job.stamp.at, madeFor };
  return { ...row, id: await job.database.organisations.add(row) };
}

/** Deletes an organisation that was made for this person, and that nobody else has come to use or to describe. */
export async function dropOrganisation({ database, stamp }: Job, { id: person }: PersonRow, id: number): Promise<void> {
  const made = await database.organisations.get(id);
  if (made?.madeFor !== person) return;
  if (!(await isUnused(database, id, person))) return;
  await database.organisations.delete(id);
  await database.bin.put({ key: binKey(id), at: stamp.at, person, kind: 'organisation', organisation: made });
}

/** Whether nobody but `person` is in it, hidden ones too, it has no ticket, and nobody has described it. */
export async function isUnused(database: BookDatabase, id: number, person = 0): Promise<boolean> {
  const { organisations, people, merged, tickets } = database;
  const there = await organisations.get(id);
  if (there === undefined || described(there)) return false;
  const [members, hidden, used] = await Promise.all([
    people.where('orgs').equals(id).primaryKeys(),
    merged.where('row.orgs').equals(id).count(),
    tickets.where('organisation').equals(id).count(),
  ]);
  return members.every((one) => one === person) && hidden + used === 0;
}

const described = ({ summary, labels, fields, domains }: OrganisationRow) =>
  [summary, labels, fields, domains].some((value) => value !== undefined);
const binKey = (id: number): string => `organisation:${id}`;

/** By its id, or as it went into the bin, or else by its name. Undefined: it has to be made. */
async function organisationOf(job: Job<'membership.set'>): Promise<OrganisationRow | undefined> {
  const { organisations, bin } = job.database;
  const { organisation, to } = job.change;
  const id = toId(organisation.id ?? '');
  const there = id === null ? undefined : await organisations.get(id);
  const found = there ?? (await organisationNamed(job.database, organisation.name));
  if (found !== undefined || id === null || to === null) return found;
  const dropped = await bin.get(binKey(id));
  if (dropped?.kind !== 'organisation') return undefined;
  await organisations.add(dropped.organisation);
  await bin.delete(dropped.key);
  return dropped.organisation;
}

const placeOf = ({ position = '', manager }: StoredMembership): Place => ({ position, manager: manager === true });

const same = (a: Place | null, b: Place | null): boolean =>
  a === null || b === null ? a === b : oneLine(a.position) === oneLine(b.position) && a.manager === b.manager;

type From = Change<'membership.set'>['from'];

/** Coming and going are told by the organisation's name, what changes there by the position, or else the manager. */
function said(name: string, from: From, to: From) {
  if (from === null || to === null) return { from: from === null ? null : name, to: to === null ? null : name };
  if (oneLine(from.position) !== oneLine(to.position)) return { which: name, from: from.position, to: to.position };
  return { which: name, from: from.manager ? 'true' : null, to: to.manager ? 'true' : null };
}
