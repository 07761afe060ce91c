import type { Made } from '@/utils/changes/types';
import { isWaiting, taskOf } from './leaving';
import { DoneShape, TaskShape } from './shapes';
import { type Job, madeOf, orRefused, personOf, refusal, type Write } from './write';
import { ask, isId, isProblem } from './zammad';

/**
 * A task that deletes somebody with all their tickets, also those that nobody here sees, some minutes later. Whoever was
 * changed since the question was put is left; whoever is to be deleted already is not asked for twice.
 */
export const erase: Write<'person.erase'> = async (job) => {
  const { zammad, change } = job;
  const user = await personOf(job);
  if (change.version !== null && change.version !== user.updated_at) {
    const queued = await queuedFor(job);
    if (queued !== null) return queued;
    throw refusal(job, 'conflict', { theirs: user.updated_at });
  }
  const json = {
    deletable_type: 'User',
    deletable_id: Number(user.id),
    // Whoever asks typed the word in our own dialog; Zammad does not look at it (6.5). A text, not a boolean.
    preferences: { sure: 'DELETE', delete_organization: 'false' },
  };
  const asked = { path: 'data_privacy_tasks', method: 'post', json, call: change.type } as const;
  const made = orRefused(job, ask(zammad, TaskShape, asked));
  return made.then(madeOf, async (error: unknown) => {
    // Its words depend on the language of the login.
    const queued = isProblem(error, 'invalid') ? await queuedFor(job) : null;
    if (queued === null) throw error;
    return queued;
  });
};

async function queuedFor({ zammad, change }: Job<'person.erase'>): Promise<Made | null> {
  const task = await taskOf(zammad, change.person ?? '', { call: change.type });
  return task !== null && isWaiting(task) ? madeOf(task) : null;
}

/**
 * Takes the task out again. † Assumption: the job makes what it finds when it comes, so that a task that is gone by then
 * is never made (6.5, data_privacy_tasks_controller.rb). Fails with `missing` where there is no such task of theirs, with
 * `conflict` where it is over.
 */
export const cancelErase: Write<'erase.cancel'> = async (job) => {
  const { zammad, change } = job;
  const path = `data_privacy_tasks/${change.task}`;
  if (!isId(change.task)) throw refusal(job, 'missing', { detail: 'task' });
  const task = await ask(zammad, TaskShape, { path, call: change.type });
  if (task.deletable_type !== 'User' || task.deletable_id !== change.person) {
    throw refusal(job, 'missing', { detail: 'task of theirs' });
  }
  if (!isWaiting(task)) throw refusal(job, 'conflict', { theirs: task.state });
  await orRefused(job, ask(zammad, DoneShape, { path, method: 'delete', call: change.type }));
  return madeOf(await personOf(job));
};
