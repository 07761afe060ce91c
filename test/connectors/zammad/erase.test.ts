import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import { open } from './desk';
import { runTasks } from './privacy';
import { fakeZammad, SITE } from './server';
import { ANNA } from './store';

const ID = String(ANNA);

const versionOf = ({ store }: ReturnType<typeof fakeZammad>): string =>
  String(store.users.find(({ id }) => id === ANNA)?.updated_at);
const erasing = (server: ReturnType<typeof fakeZammad>) =>
  ({ type: 'person.erase', person: ID, version: versionOf(server) }) as const;

describe('Whoever is deleted in Zammad', () => {
  it('waits for a job that comes later, with all tickets in all groups', async () => {
    const server = fakeZammad();
    server.readable = new Set();
    const session = await open(server);
    expect(await session.reads.leaving?.(ID)).toBeNull();
    const made = await write(session, erasing(server));
    expect(await session.reads.leaving?.(ID)).toEqual({ task: made.id, state: 'waiting', tickets: 4 });
    expect((await session.get(ID)).name).toBe('Anna Keller');
    runTasks(server.store);
    expect(await session.reads.leaving?.(ID)).toBeNull();
    await expect(session.get(ID)).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });

  it('and is queued already is no mistake: it is not queued twice', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const first = await write(session, erasing(server));
    expect(await write(session, erasing(server))).toMatchObject({ id: first.id });
    expect(server.store.tasks).toHaveLength(1);
  });

  it('can be taken back until the job comes', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const { id: task } = await write(session, erasing(server));
    await write(session, { type: 'erase.cancel', person: ID, task });
    expect([server.store.tasks, await session.reads.leaving?.(ID)]).toEqual([[], null]);
  });

  it('is not taken back by the task of somebody else, nor after it was done', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const { id: task } = await write(session, erasing(server));
    const cancel = { type: 'erase.cancel', person: ID, task } as const;
    await expect(write(session, { ...cancel, person: '5' })).rejects.toMatchObject({ problem: { kind: 'missing' } });
    runTasks(server.store, 'ERROR: something');
    await expect(write(session, cancel)).rejects.toMatchObject({ problem: { kind: 'conflict', theirs: 'failed' } });
    expect(server.store.tasks).toHaveLength(1);
  });

  it('and could not be is told so, in the words of Zammad, until it is tried again', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const { id: task } = await write(session, erasing(server));
    runTasks(server.store, 'ERROR: locked');
    expect(await session.reads.leaving?.(ID)).toEqual({ task, state: 'failed', tickets: 4, said: 'ERROR: locked' });
    const again = await write(session, erasing(server));
    expect(await session.reads.leaving?.(ID)).toMatchObject({ task: again.id, state: 'waiting' });
  });

  it.each([
    ['2', 'the last account with admin permissions'],
    ['3', 'your current account'],
  ])('is never user %s: Zammad says that it is %s', async (person, words) => {
    const session = await open(fakeZammad());
    await expect(write(session, { type: 'person.erase', person, version: null })).rejects.toMatchObject({
      problem: { kind: 'invalid', said: `It is not possible to delete ${words}.` },
    });
  });

  it('was changed since the question was put is left', async () => {
    const server = fakeZammad();
    const change = { ...erasing(server), version: 'of another day' };
    await expect(write(await open(server), change)).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    expect(server.store.tasks).toEqual([]);
  });
});

it('A link for a new password is sent on a page of Zammad’s own, since no token can', async () => {
  const session = await open(fakeZammad());
  expect(session.resetsAt).toBe(`${SITE}/#password_reset`);
  expect(session.writes['login.reset']).toBeUndefined();
});
