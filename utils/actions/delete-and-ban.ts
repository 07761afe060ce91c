import { type Action, outdated } from './types';

/** Deletes for good, and keeps every address of the person from becoming somebody's again. */
export const deleteAndBan: Action<'delete-and-ban'> = {
  id: 'delete-and-ban',
  needs: ['address.ban', 'person.erase'],
  menu: {
    label: 'action_delete_and_ban',
    icon: 'ban',
    place: 'danger',
    confirm: 'type-address',
    reads: ['holdings'],
    when: ({ kind, emails }) => kind === 'person' && emails.length > 0,
  },
  plan({ person, input }) {
    if (input.version !== (person.version ?? null)) throw outdated(person.version ?? null);
    const { id } = person.ref;
    // The ban first: if it is refused, nobody is gone yet.
    return [
      ...person.emails.map(({ address }) => ({
        type: 'address.ban' as const,
        person: id,
        address,
        from: false,
        to: true,
      })),
      { type: 'person.erase', person: id, version: input.version },
    ];
  },
};
