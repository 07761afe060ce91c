import type { Action } from './types';

/** What was ticked and unticked, and nothing else: a group that somebody else has set meanwhile stays. */
export const setGroups: Action<'set-groups'> = {
  id: 'set-groups',
  needs: ['group.set'],
  waits: true,
  plan({ person, input: { from, to } }) {
    const now = new Set(person.groups.map(({ id }) => id));
    const ticked = [...new Set(to)].filter((id) => !from.includes(id) && !now.has(id));
    const unticked = [...new Set(from)].filter((id) => !to.includes(id) && now.has(id));
    const change = (group: string, on: boolean) =>
      ({ type: 'group.set', person: person.ref.id, group, from: !on, to: on }) as const;
    return [...unticked.map((group) => change(group, false)), ...ticked.map((group) => change(group, true))];
  },
};
