// What became of a change to an account, of a merge, and of what moves from one person to another, where a connection
// keeps no stamps. Of what leaves no trace that can be read nothing is told: it is not sent a second time.

import type { Change, ChangeType, Made } from '@/utils/changes/types';
import type { Belongings, Session } from '@/utils/connectors/types';
import { toProblem } from '@/utils/problem';
import type { Settled } from './types';

const BANS = { limit: 1000 };

const made = (id: string): Settled => ({ state: 'made', made: { id, version: '' } satisfies Made });
const NOT: Settled = { state: 'not-made' };
const UNTOLD: Settled = { state: 'untold' };
const isSo = (so: boolean, id: string): Settled => (so ? made(id) : NOT);

export async function findActed(session: Session, change: Change): Promise<Settled> {
  const person = change.person ?? '';
  const { reads } = session;
  switch (change.type) {
    case 'person.hide': {
      const there = await whoIs(session, person);
      return isSo((there === person) !== change.to, person);
    }
    case 'person.merge':
      return isSo((await whoIs(session, change.other)) !== change.other, person);
    case 'erase.cancel':
      if (reads.leaving === undefined) return UNTOLD;
      // Who was deleted is waited with no more either, and was not kept.
      return isSo((await reads.leaving(person)) === null && (await whoIs(session, person)) !== null, person);
    case 'account.unlock':
      return isSo((await session.get(person)).status !== 'locked', person);
    case 'address.ban': {
      if (reads.bans === undefined) return UNTOLD;
      const { items } = await reads.bans(BANS);
      return isSo(items.some(({ address }) => address === change.address) === change.to, person);
    }
    case 'factor.remove': {
      if (reads.security === undefined) return UNTOLD;
      const { factors } = await reads.security(person);
      return isSo(!factors.some(({ id }) => change.factor === null || id === change.factor), person);
    }
    case 'ticket.move':
    case 'note.move':
    case 'file.move':
    case 'charge.move':
    case 'chat.move':
    case 'activity.move': {
      const there = (await reads.belongings?.(change.to))?.[KINDS[change.type]];
      if (there === undefined) return UNTOLD;
      const ids = new Set(there);
      return isSo(
        change.items.every((id) => ids.has(id)),
        change.to,
      );
    }
    case 'login.password':
    case 'login.reset':
    case 'login.view':
      return UNTOLD;
    default:
      return NOT;
  }
}

type Move = Extract<ChangeType, `${string}.move`>;

const KINDS: { readonly [T in Move]: keyof Belongings } = {
  'ticket.move': 'tickets',
  'note.move': 'notes',
  'file.move': 'files',
  'charge.move': 'charges',
  'chat.move': 'chats',
  'activity.move': 'activity',
};

/** Whom the connection gives for this id: of somebody who was merged in, the one who stays; null: nobody. */
async function whoIs(session: Session, id: string): Promise<string | null> {
  try {
    return (await session.get(id)).ref.id;
  } catch (error) {
    if (toProblem(error).kind === 'missing') return null;
    throw error;
  }
}
