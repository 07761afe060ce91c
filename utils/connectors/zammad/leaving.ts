import type { Leaving } from '@/utils/connectors/types';
import { type Task, TasksShape } from './shapes';
import { type Asking, ask, isId, type Zammad } from './zammad';

/** Enough: what is done stays in the list for a year, and the newest come first. */
const NEWEST = 500;

/** The last task that deletes this person; null: there is none. */
export async function taskOf(zammad: Zammad, person: string, asking: Asking): Promise<Task | null> {
  if (!isId(person)) return null;
  // A list by their state there is in later versions only (6.5, by_state).
  const search = { sort_by: 'id', order_by: 'DESC', per_page: NEWEST, page: 1 };
  const all = await ask(zammad, TasksShape, { path: 'data_privacy_tasks', search, ...asking });
  return (
    all
      .filter(({ deletable_type: type, deletable_id: id }) => type === 'User' && id === person)
      .toSorted((a, b) => Number(b.id) - Number(a.id))[0] ?? null
  );
}

/** Whether Zammad is about to delete somebody, or tried to and failed. */
export async function leavingOf(zammad: Zammad, person: string, asking: Asking): Promise<Leaving | null> {
  const task = await taskOf(zammad, person, asking);
  if (task === null || !(isWaiting(task) || task.state === 'failed')) return null;
  const { customer_tickets_count: count, customer_tickets: numbers, error } = task.preferences;
  const tickets = count ?? numbers?.length ?? null;
  if (isWaiting(task)) return { task: task.id, state: 'waiting', tickets };
  return { task: task.id, state: 'failed', tickets, ...(error === '' ? {} : { said: error }) };
}

/** † Assumption: until the job takes it up a task is 'in process', and nothing of it is done (6.5, seeds/schedulers.rb). */
export const isWaiting = ({ state }: Task): boolean => state === 'in process';
