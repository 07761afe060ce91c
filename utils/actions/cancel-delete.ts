import { type Action, outdated, senseless } from './types';

/** Takes back that a server is to delete somebody, while it still waits with it. */
export const cancelDelete: Action<'cancel-delete'> = {
  id: 'cancel-delete',
  needs: ['erase.cancel'],
  async plan({ person, input: { task }, reads }) {
    const { id } = person.ref;
    const leaving = (await reads.leaving?.(id)) ?? null;
    // Kept already, by whomever.
    if (leaving === null) return [];
    if (leaving.task !== task) throw outdated(leaving.task);
    if (leaving.state === 'failed') throw senseless('cancel-failed');
    return [{ type: 'erase.cancel', person: id, task }];
  },
};
