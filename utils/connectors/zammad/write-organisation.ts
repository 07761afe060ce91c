import { organisationsOf } from './memberships';
import { organisationNamed } from './organisations';
import { OrganisationShape } from './shapes';
import { changeUser, type Job, orRefused, type Put, refusal, type Write } from './write';
import { ask } from './zammad';

const NO_PLACE = { position: '', manager: false };
/** Characters of an organisation's name (6.5); a longer one Zammad would cut off. */
const LONGEST_NAME = 150;
/** Zammad takes no more. */
const MOST = 250;

/**
 * Takes somebody into an organisation or out of one; the first is the primary one. Zammad keeps no position there. Made
 * is the id of the organisation: one that was made for it stays, since Zammad does not tell what else it is used for.
 */
export const setMembership: Write<'membership.set'> = async (job) => {
  const { organisation, at, from, to } = job.change;
  const state = { id: organisation.id ?? '' };
  const made = await changeUser(job, async (user) => {
    const id = organisation.id ?? (await idOf(job, organisation.name, to !== null && from === null));
    state.id = id;
    const mine = organisationsOf(user);
    const isIn = mine.includes(id);
    if (isIn !== (from !== null)) throw refusal(job, 'conflict', { theirs: isIn ? NO_PLACE : null });
    if (isIn === (to !== null)) return null;
    const next = to === null ? mine.filter((one) => one !== id) : mine.toSpliced(Math.max(0, at), 0, id);
    if (next.length > MOST) throw refusal(job, 'invalid', { detail: 'too many organisations' });
    return listed(mine, next);
  });
  return { ...made, id: state.id };
};

/** The first one, and the others in whatever order Zammad tells them. */
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one[0] === other[0] && one.toSorted().join() === other.toSorted().join();

/**
 * Always the complete list: Zammad replaces it, and refuses others without a first. It looks at the others before it
 * takes the first: one that was the first until now is refused among them (6.5, before_add of organisations in its model
 * of users), and comes after.
 */
function listed(before: readonly string[], next: readonly string[]): Put {
  const json = ([first, ...more]: readonly string[]) => ({
    organization_id: first === undefined ? null : Number(first),
    organization_ids: more.map(Number),
  });
  const [was = ''] = before;
  const later = next.indexOf(was) > 0;
  const { organization_ids } = json(next);
  return {
    json: json(later ? next.filter((one) => one !== was) : next),
    ...(later ? { next: { organization_ids } } : {}),
    back: json(before),
    done: (after) => isSame(organisationsOf(after), next),
  };
}

async function idOf(job: Job<'membership.set'>, name: string, make: boolean): Promise<string> {
  const found = await organisationNamed(job.zammad, job.known, name, { call: job.change.type });
  if (found !== undefined) return found.id;
  return make ? makeOrganisation(job, name) : '';
}

/** Its id. Fails with `invalid` without a name. */
export async function makeOrganisation(job: Pick<Job, 'zammad' | 'change'>, name: string): Promise<string> {
  const { zammad, change } = job;
  if (name.trim() === '') throw refusal(job, 'invalid', { detail: 'no name of an organisation' });
  if ([...name.trim()].length > LONGEST_NAME) {
    throw refusal(job, 'invalid', { detail: 'too long for an organisation', longest: LONGEST_NAME });
  }
  const call = { path: 'organizations', method: 'post', json: { name: name.trim() }, call: change.type } as const;
  return (await orRefused(job, ask(zammad, OrganisationShape, call))).id;
}
