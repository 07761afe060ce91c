import { foldName } from '@/utils/people/fold';
import { toId } from './person';
import { oneLine, within } from './texts';
import { changePerson, type Job, listed, placed, refusal, type Write } from './write';

/** Puts a label on somebody or takes it off. Fails with `invalid` for an empty one. */
export const setLabel: Write<'label.set'> = (job) =>
  changePerson(job, [], (row) => {
    const { at, from, to } = job.change;
    const label = labelOf(job, job.change.label);
    const labels = row.labels ?? [];
    const there = labels.includes(label);
    // The same label in other letters is the same label.
    const now = there || (to && !from && labels.some((one) => foldName(one) === foldName(label)));
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (from === to) return null;
    return {
      patch: { labels: listed(to ? placed(labels, at, label) : labels.filter((one) => one !== label)) },
      log: { field: 'label', from: to ? null : label, to: to ? label : null },
    };
  });

/** A label as it is kept. Fails with `invalid`. */
export function labelOf(job: Job, text: string): string {
  const label = oneLine(within(job, text, 'line'));
  if (label === '') throw refusal(job, 'invalid', { detail: 'no label' });
  return label;
}

/** Takes somebody into a user group, or out of it. Fails with `missing` without such a group. */
export const setGroup: Write<'group.set'> = (job) =>
  changePerson(job, [job.database.groups], async (row) => {
    const { from, to } = job.change;
    const group = await groupOf(job, job.change.group);
    const groups = row.groups ?? [];
    const now = groups.includes(group.id);
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (from === to) return null;
    return {
      patch: { groups: listed(to ? inOrder([...groups, group.id]) : groups.filter((id) => id !== group.id)) },
      log: { field: 'group', from: to ? null : group.name, to: to ? group.name : null },
    };
  });

export async function groupOf(job: Job, id: string): Promise<{ readonly id: number; readonly name: string }> {
  const group = await job.database.groups.get(toId(id) ?? 0);
  if (group === undefined) throw refusal(job, 'missing', { detail: 'group' });
  return group;
}

/** Groups have no order of their own: kept by id, one that comes back stands where it stood. */
export const inOrder = (ids: readonly number[]): readonly number[] => [...new Set(ids)].sort((a, b) => a - b);
