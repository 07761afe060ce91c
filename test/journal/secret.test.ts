// A password goes to the server now or not at all, and stands nowhere; nor does the way into somebody's session.
import { expect, it } from 'vitest';
import { desk, must, OFFLINE } from './desk';

const SECRET = 'correct horse battery';
const password = { type: 'login.password', person: 'p1', secret: SECRET } as const;

it('A password reaches the server and is never written down', async () => {
  const { start, made, server, disk, told } = desk();
  const entry = must(await start().run(made([password], { action: 'set-password' })));
  expect(entry.state).toBe('done');
  expect(server.state.passwords).toEqual([SECRET]);
  expect(disk.all()).toMatchObject([{ state: 'done', steps: [{ change: { secret: '' } }] }]);
  expect(JSON.stringify(told.live)).not.toContain(SECRET);
});

it('A password is not planned ahead, held or queued', async () => {
  const { start, made, net, disk } = desk();
  const journal = start();
  const run = made([password], { action: 'set-password', waits: true });
  await expect(journal.plan({ ...run, chosen: [] })).rejects.toMatchObject({ problem: { kind: 'invalid' } });
  net.away = OFFLINE;
  await journal.run(run).catch(() => null);
  expect(JSON.stringify(disk.all())).not.toContain(SECRET);
  expect(disk.all().filter(({ state }) => state === 'queued' || state === 'held')).toEqual([]);
});

it.each(['before', 'after'] as const)(
  'A password that was stopped %s it was made is never sent again, and that is told',
  async (when) => {
    const { start, made, server, disk, clock } = desk();
    const stopped: { reached?: () => void } = {};
    const reached = new Promise<void>((done) => {
      stopped.reached = done;
    });
    server.state.hooks = {
      at: async (now) => {
        if (now !== when) return;
        stopped.reached?.();
        await new Promise(() => undefined);
      },
    };
    void start().run(made([password], { action: 'set-password' }));
    await reached;
    server.state.hooks = {};
    const next = start();
    await next.settle();
    clock.now += 3_600_000;
    await next.due();
    await next.send();
    expect(server.state.passwords).toEqual(when === 'after' ? [SECRET] : []);
    const [entry] = disk.all();
    expect(entry?.state).toBe(when === 'after' ? 'done' : 'failed');
    if (when === 'before') expect(entry?.problem).toMatchObject({ kind: 'timeout', call: 'login.password' });
    await expect(next.again(entry?.id ?? '')).rejects.toMatchObject({ problem: { kind: 'missing' } });
  },
);

it('The way into a session is told once and kept nowhere', async () => {
  const { start, made, disk } = desk();
  const entry = must(await start().run(made([{ type: 'login.view', person: 'p1' }], { action: 'view-as' })));
  expect(entry.steps[0]?.made?.view?.url).toBe('https://crm.example/as/secret-session');
  expect(JSON.stringify(disk.all())).not.toContain('secret-session');
});
