import type { Made, Place } from '@/utils/changes/types';
import { foldName } from '@/utils/people/fold';
import type { Membership } from '@/utils/people/types';
import { ask } from './deskpro';
import { many } from './envelope';
import { MOST } from './known';
import { membersOf } from './memberships';
import { type Loaded, membershipsOf } from './person';
import { OrganisationShape } from './shapes';
import {
  changePerson,
  idMade,
  type Job,
  keptBy,
  lacking,
  madeOf,
  orRefused,
  personOf,
  refusal,
  type Write,
} from './write';

/**
 * Takes somebody into an organisation or out of one, or says what they are there. Legacy has one organisation at the
 * person; Horizon has memberships. Made is the id of the organisation: one that was made for it stays.
 */
export const setMembership: Write<'membership.set'> = async (job) => {
  const { from, to, organisation } = job.change;
  const before = await personOf(job);
  const id = organisation.id ?? (await idOf(job, organisation.name, to !== null && from === null));
  const now = placeIn(before, id);
  if ((now === undefined) !== (from === null)) {
    throw refusal(job, 'conflict', { theirs: now === undefined ? null : placeOf(now) });
  }
  const isEdit = now !== undefined && from !== null && to !== null;
  if (isEdit && !same(placeOf(now), from)) throw refusal(job, 'conflict', { theirs: placeOf(now) });
  const made = await change(job, before, id, to);
  return { ...made, id };
};

const placeIn = ({ person, linked }: Loaded, id: string): Membership | undefined =>
  membershipsOf(person, linked).find((membership) => membership.organisation === id);

const same = (one: Place, other: Place): boolean => one.position === other.position && one.manager === other.manager;

const placeOf = ({ position = '', manager = false }: Membership): Place => ({ position, manager });

function change(job: Job<'membership.set'>, before: Loaded, id: string, to: Place | null): Promise<Made> {
  const now = placeIn(before, id);
  if (now === undefined && to === null) return Promise.resolve(madeOf(before));
  const isHorizon = before.person.organization_members !== undefined;
  const members = membersOf(before.person, before.linked);
  const isMember = [...members.values()].some(({ organization }) => organization === id);
  if (now !== undefined && to !== null) return move(job, before, id, to, isMember);
  return isHorizon && (to !== null || isMember) ? join(job, before, id, to) : place(job, id, to);
}

/** Whether they are there as was asked for, or are not there; without a position any will do. */
function isAt(after: Loaded, id: string, to: Place | null): boolean {
  const now = placeIn(after, id);
  if (now === undefined || to === null) return (now === undefined) === (to === null);
  return to.position === '' || (now.position ?? '').trim() === to.position.trim();
}

/** Horizon: one membership more or less. */
function join(job: Job<'membership.set'>, before: Loaded, id: string, to: Place | null): Promise<Made> {
  const { desk, change: asked } = job;
  const person = before.person.id;
  const path = `organizations/${id}/members`;
  const position = to === null || to.position === '' ? {} : { position: to.position };
  const call =
    to === null
      ? ({ path: `${path}/${person}`, method: 'delete' } as const)
      : ({ path, method: 'post', json: { person: Number(person), ...position } } as const);
  const done = (after: Loaded): boolean => isAt(after, id, to);
  const answered = desk.http.answer({ ...call, call: asked.type });
  return keptBy(job, before, { proves: to === null ? null : 'membership.set', done }, answered);
}

/** Legacy: the one organisation of the person. Another one has to be left first. */
const place = (job: Job<'membership.set'>, id: string, to: Place | null): Promise<Made> =>
  changePerson(job, ({ person }) => {
    const { organization: own } = person;
    if (to !== null && own !== '' && own !== id) throw refusal(job, 'invalid', { detail: 'another organisation' });
    const position = to === null || to.position === '' ? {} : { organization_position: to.position };
    return {
      json: { organization: to === null ? null : Number(id), ...position },
      proves: 'membership.set',
      done: (after) => isAt(after, id, to),
    };
  });

/** What they are in an organisation: who manages it can be read, and is in no body that is known (SPEC). */
function move(job: Job<'membership.set'>, before: Loaded, id: string, to: Place, isMember: boolean): Promise<Made> {
  const now = placeIn(before, id);
  if (now === undefined || (now.manager ?? false) !== to.manager) throw lacking(job, before, 'no-field');
  if ((now.position ?? '') === to.position) return Promise.resolve(madeOf(before));
  const done = (after: Loaded): boolean => (placeIn(after, id)?.position ?? '') === to.position;
  const { http } = job.desk;
  if (!isMember) {
    return changePerson(job, () => ({
      json: { organization_position: to.position },
      proves: 'membership.place',
      done,
    }));
  }
  // † Assumption: as notes of a person are edited; no source shows it.
  const path = `organizations/${id}/members/${before.person.id}`;
  const asked = http.answer({ path, method: 'put', json: { position: to.position }, call: job.change.type });
  return keptBy(job, before, { proves: 'membership.place', done }, asked);
}

/** The one of that name; made where there is none and `make` says so, else ''. */
async function idOf(job: Job<'membership.set'>, name: string, make: boolean): Promise<string> {
  const found = await organisationNamed(job, name);
  if (found !== null || !make) return found ?? '';
  return makeOrganisation(job, name);
}

export async function organisationNamed({ desk, change: { type: call } }: Pick<Job, 'desk' | 'change'>, name: string) {
  const search = { name: name.trim(), count: MOST };
  const { data } = await ask(desk, many(OrganisationShape), { path: 'organizations', search, call });
  return data.find((organisation) => foldName(organisation.name) === foldName(name))?.id ?? null;
}

/** Its id. Fails with `invalid` without a name. */
export async function makeOrganisation(job: Pick<Job, 'desk' | 'change'>, name: string): Promise<string> {
  if (name.trim() === '') throw refusal(job, 'invalid', { detail: 'no name of an organisation' });
  const call = { path: 'organizations', method: 'post', json: { name: name.trim() }, call: job.change.type } as const;
  const answer = await orRefused(job, job.desk.http.answer(call));
  // It is made: what is answered to that is no reason to make it twice.
  const id = idMade(answer) ?? (await organisationNamed(job, name));
  if (id === null) throw refusal(job, 'server', { field: 'data.id' });
  return id;
}
