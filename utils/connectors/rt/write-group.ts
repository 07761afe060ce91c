import { ask } from './rt';
import { SaidShape } from './shapes';
import { madeOf, personOf, refusal, refusedBy, type Write } from './write';

/** Puts somebody into a group or takes them out. Fails with `missing` without such a group. */
export const setGroup: Write<'group.set'> = async (job) => {
  const { rt, known, change } = job;
  const { group, from, to } = change;
  const before = await personOf(job);
  const isIn = ({ user }: typeof before): boolean => user.Memberships.some(({ id }) => id === group);
  const now = isIn(before);
  if (now !== from) throw refusal(job, 'conflict', { theirs: now });
  if (now === to) return madeOf(before);
  if (!(await known.groups(change.type)).some(({ id }) => id === group)) {
    throw refusal(job, 'missing', { detail: 'group' });
  }
  const path = `user/${before.user.id}`;
  const said = await ask(rt, SaidShape, {
    call: change.type,
    // "groups" by DELETE would take them out of all.
    ...(to
      ? { path: `${path}/groups`, method: 'put', json: [Number(group)] }
      : { path: `${path}/group/${group}`, method: 'delete' }),
  });
  const after = await personOf(job);
  if (isIn(after) !== to) throw refusedBy(job, said);
  return madeOf(after);
};
