import { changePerson, refusal, type Write } from './write';

/**
 * Whether somebody can sign in and open tickets. Who was something else than active before they were disabled is that
 * again once they are enabled.
 */
export const setEnabled: Write<'account.enable'> = (job) =>
  changePerson(job, [job.database.bin], async (row) => {
    const { bin } = job.database;
    const { from, to } = job.change;
    const status = row.status ?? 'active';
    const now = status !== 'disabled';
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (from === to) return null;
    const key = `status:${row.id}`;
    if (!to) {
      if (row.status !== undefined) {
        await bin.put({ key, at: job.stamp.at, person: row.id, kind: 'status', status: row.status });
      }
      return { patch: { status: 'disabled' }, log: { field: 'status', from: status, to: 'disabled' } };
    }
    const before = await bin.get(key);
    await bin.delete(key);
    const was = before?.kind === 'status' ? before.status : undefined;
    return { patch: { status: was }, log: { field: 'status', from: 'disabled', to: was ?? 'active' } };
  });
