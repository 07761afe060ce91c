import type { NewPerson } from '@/utils/changes/types';
import type { Address, FieldValue } from '@/utils/people/types';
import { addressKeys } from './keys';
import { writeLog } from './log';
import { toId } from './person';
import type { PersonRow } from './schema';
import { oneLine, within } from './texts';
import { type Job, listed, patched, refusal, type Write } from './write';
import { checkAddress } from './write-address';
import { contactOf, customOf, definitionOf } from './write-field';
import { groupOf, inOrder, labelOf } from './write-label';
import { makeOrganisation, organisationNamed, storedPlace } from './write-membership';
import { languageOf, namesOf, pictureOf, summaryOf, timezoneOf } from './write-person';

/**
 * Makes a person, and the organisation if it is a new one: both or neither. Fails with `conflict` if somebody has
 * one of the addresses (who, stands in `owner`), with `missing` without the organisation, a group or a custom field,
 * with `forbidden` for a banned address, with `invalid` without name and address or for a value that cannot be.
 */
export const createPerson: Write<'person.create'> = (job) => {
  const { people, organisations, groups, customFields, bans, changeLog, touched } = job.database;
  const { draft } = job.change;
  const addresses = [...new Set(draft.addresses)];
  const name = oneLine(within(job, draft.name, 'line'));
  if (name === '' && addresses.length === 0) throw refusal(job, 'invalid', { detail: 'neither name nor address' });
  const tables = [people, organisations, groups, customFields, bans, changeLog, touched];
  return job.database.transaction('rw', tables, async () => {
    for (const address of addresses) await checkAddress(job, address, null);
    const row = await rowOf(job, name, addresses);
    const id = await people.add(row);
    const place = await placeOf(job, draft, id);
    if (place !== null) await people.put({ ...row, memberships: [place], orgs: [place.organisation], id });
    const made = { id: String(id), version: String(row.revision) };
    await writeLog(job, id, { field: 'person', from: null, to: row.name }, made);
    await touched.add({ person: id });
    return made;
  });
};

async function rowOf(job: Job<'person.create'>, typed: string, addresses: readonly Address[]) {
  const { draft } = job.change;
  const name = typed === '' ? (addresses[0] ?? '') : typed;
  const fields = (draft.fields ?? []).filter((field) => !field.custom).map((field) => contactOf(job, field));
  const labels = [...new Set((draft.labels ?? []).map((label) => labelOf(job, label)))];
  const groups = await Promise.all((draft.groups ?? []).map((group) => groupOf(job, group)));
  const row: Omit<PersonRow, 'id'> = {
    name,
    keys: addressKeys(addresses),
    names: namesOf(name, addresses),
    emails: addresses.map((address, index) => (index === 0 ? { address, primary: true } : { address })),
    facts: { createdAt: job.stamp.at, creationSystem: 'panel' },
    revision: 1,
  };
  return patched(row, {
    fields: listed(fields),
    labels: listed(labels),
    groups: listed(inOrder(groups.map(({ id }) => id))),
    custom: await customValues(job, draft.fields ?? []),
    summary: summaryOf(job, draft.summary ?? ''),
    timezone: timezoneOf(job, draft.timezone ?? null),
    language: languageOf(job, draft.language ?? null),
    picture: pictureOf(job, draft.picture ?? null),
  });
}

async function customValues(job: Job, fields: readonly FieldValue[]): Promise<PersonRow['custom'] | undefined> {
  const custom: Record<number, string | readonly string[]> = {};
  for (const { id = '', value } of fields.filter((field) => field.custom)) {
    const definition = await definitionOf(job, id);
    custom[definition.id] = customOf(job, definition, value);
  }
  return Object.keys(custom).length === 0 ? undefined : custom;
}

async function placeOf(job: Job, { organisation, position = '' }: NewPerson, person: number) {
  if (organisation === undefined) return null;
  const place = storedPlace(job, { position, manager: false });
  if ('id' in organisation) {
    const there = await job.database.organisations.get(toId(organisation.id) ?? 0);
    if (there === undefined) throw refusal(job, 'missing', { detail: 'organisation' });
    return { organisation: there.id, ...place };
  }
  if (oneLine(organisation.create) === '') return null;
  const there = await organisationNamed(job.database, organisation.create);
  return { organisation: (there ?? (await makeOrganisation(job, organisation.create, person))).id, ...place };
}
