import type { Mark } from '@/utils/people/types';
import { type User, UserShape } from './shapes';
import { type Asking, ask, isId, type Zammad } from './zammad';

type Away = Extract<Mark, { kind: 'away' }>;

/** What an agent should know of a user before anything else; who stands in for them is not among it. */
export function marksOf(user: User): readonly Mark[] {
  const { mail_delivery_failed: bounced, mail_delivery_failed_reason: reason } = user.preferences;
  const away = awayOf(user);
  return [
    ...(user.vip ? [{ kind: 'vip' } as const] : []),
    ...(bounced === true ? [{ kind: 'bounced', reason } as const] : []),
    ...(away === null ? [] : [away]),
    // Such a record is written over by the next synchronisation.
    ...(user.source === '' ? [] : [{ kind: 'synchronised', by: user.source } as const]),
  ];
}

/** The switch stays on after the last day: then nobody is away any more. */
function awayOf(user: User): Away | null {
  const to = dayOf(user.out_of_office_end_at);
  const isOver = to !== '' && to < new Date().toISOString().slice(0, 10);
  return user.out_of_office && !isOver ? { kind: 'away', from: dayOf(user.out_of_office_start_at), to } : null;
}

const dayOf = (date: string): string => date.slice(0, 10);

/** Somebody's absence with who stands in for them, asked for by name; null: they are not away, or nobody does. */
export async function markOfAbsence(zammad: Zammad, user: User, asking: Asking): Promise<Away | null> {
  const away = awayOf(user);
  const id = user.out_of_office_replacement_id;
  if (away === null || !isId(id)) return null;
  const other = await ask(zammad, UserShape, { path: `users/${id}`, ...asking }).catch(() => null);
  if (other === null) return null;
  const name = [other.firstname, other.lastname].filter((part) => part.trim() !== '').join(' ');
  return { ...away, instead: name || other.email || other.login };
}
