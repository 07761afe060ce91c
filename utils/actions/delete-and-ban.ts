import { type Action, outdated } from './types';

/** Of those that stand already, so that none is set twice. */
const MOST_BANS = 10_000;

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
  async plan({ person, input, reads }) {
    if (input.version !== (person.version ?? null)) throw outdated(person.version ?? null);
    const { id } = person.ref;
    const banned = new Set((await reads.bans?.({ limit: MOST_BANS }))?.items.map(({ address }) => address));
    // The ban first: if it is refused, nobody is gone yet.
    return [
      ...person.emails
        .filter(({ address }) => !banned.has(address))
        .map(({ address }) => ({ type: 'address.ban' as const, person: id, address, from: false, to: true })),
      { type: 'person.erase', person: id, version: input.version },
    ];
  },
};
