import type { Action } from './types';

/** About an address, and about nobody: whoever had it may be gone. */
export const liftBan: Action<'lift-ban'> = {
  id: 'lift-ban',
  needs: ['address.ban'],
  plan: ({ input }) => [{ type: 'address.ban', person: null, address: input.address, from: true, to: false }],
};
