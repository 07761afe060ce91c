import { describe, expect, it, vi } from 'vitest';
import { makeCallLog } from '@/utils/background/call-log';
import { serverHttp } from '@/utils/background/server-http';
import type { Connection } from '@/utils/connectors/types';
import { type LogStore, openLog } from '@/utils/http/log';

type Mark = Connection['mark'];
const mark: Mark = { shape: 'diamond', letter: 'R' };
const rt: Connection = {
  id: 'rt',
  connector: 'rt',
  name: 'RT Support',
  mark,
  local: false,
  settings: { address: 'https://rt.example.org', token: 'secret-token' },
};
const ALL = { connection: null, before: null, limit: 1000 };

const heard = (over: Partial<Parameters<ReturnType<typeof makeCallLog>['heard']>[0]> = {}) => ({
  ...{ connection: 'rt', server: 'RT Support', mark, call: 'find', method: 'get', at: 1000, ms: 210, status: 200 },
  ...{ sent: 0, received: 2048 },
  ...over,
});

let count = 0;
const fresh = (most?: number): LogStore<Mark> => {
  count += 1;
  return openLog<Mark>(`log-${count}`, most);
};

/** A store whose writing goes on only when it is let. */
function held(store: LogStore<Mark>) {
  const waiting: (() => void)[] = [];
  const batches: number[] = [];
  const add: LogStore<Mark>['add'] = async (calls) => {
    batches.push(calls.length);
    await new Promise<void>((go) => waiting.push(go));
    await store.add(calls);
  };
  return { store: { ...store, add }, batches, letGo: () => waiting.shift()?.() };
}

describe('The log of calls', () => {
  it('lists what was asked of each server, the newest first, with the name that the server had then', async () => {
    const log = makeCallLog(fresh());
    log.heard(heard());
    log.heard(heard({ server: 'RT Renamed', call: 'person.set', method: 'put', sent: 90, status: null, at: 2000 }));
    const { lines, total, servers } = await log['log.list'](ALL);
    expect(total).toBe(2);
    expect(lines).toMatchObject([
      { name: 'RT Renamed', call: 'person.set', method: 'put', sent: 90, status: null, at: 2000 },
      { name: 'RT Support', mark, call: 'find', method: 'get', status: 200, ms: 210, received: 2048, at: 1000 },
    ]);
    expect(servers).toEqual([{ connection: 'rt', name: 'RT Renamed', mark }]);
  });

  it('lists the calls of one server, in pages, and counts all of them honestly', async () => {
    const log = makeCallLog(fresh());
    for (let at = 0; at < 5; at += 1) {
      log.heard(heard({ at }));
      log.heard(heard({ at, connection: 'other', server: 'Other' }));
    }
    const first = await log['log.list']({ connection: 'rt', before: null, limit: 2 });
    expect(first.total).toBe(5);
    expect(first.lines.map(({ at }) => at)).toEqual([4, 3]);
    const next = await log['log.list']({ connection: 'rt', before: first.lines[1]?.id ?? 0, limit: 9 });
    expect(next.lines.map(({ at }) => at)).toEqual([2, 1, 0]);
    const older = await log['log.list']({ connection: null, before: first.lines[1]?.id ?? 0, limit: 3 });
    expect(older.lines.map(({ at, name }) => `${name} ${at}`)).toEqual(['Other 2', 'RT Support 2', 'Other 1']);
    expect(older.total).toBe(10);
    expect(older.servers.map(({ name }) => name)).toEqual(['Other', 'RT Support']);
  });

  it('keeps the newest lines and drops older ones', async () => {
    const log = makeCallLog(fresh(3));
    for (let at = 0; at < 5; at += 1) log.heard(heard({ at }));
    await log['log.list'](ALL);
    log.heard(heard({ at: 5 }));
    const { lines, total } = await log['log.list'](ALL);
    expect([total, ...lines.map(({ at }) => at)]).toEqual([3, 5, 4, 3]);
  });

  it('is on disk: another background reads what the one before wrote', async () => {
    const name = 'log-shared';
    const log = makeCallLog(openLog<Mark>(name));
    log.heard(heard());
    await log['log.list'](ALL);
    expect((await makeCallLog(openLog<Mark>(name))['log.list'](ALL)).total).toBe(1);
  });

  it('writes at once, and together what comes while it writes', async () => {
    const { store, batches, letGo } = held(fresh());
    const log = makeCallLog(store);
    log.heard(heard());
    await expect.poll(() => batches).toEqual([1]);
    for (let at = 0; at < 4; at += 1) log.heard(heard({ at }));
    letGo();
    await expect.poll(() => batches).toEqual([1, 4]);
    letGo();
    expect((await log['log.list'](ALL)).total).toBe(5);
  });

  it('costs nobody anything when the disk is full, and goes on once it is not', async () => {
    const store = fresh();
    const full = { now: true };
    const log = makeCallLog({
      ...store,
      add: async (calls) => {
        if (full.now) throw new DOMException('full', 'QuotaExceededError');
        await store.add(calls);
      },
    });
    expect(() => log.heard(heard())).not.toThrow();
    expect((await log['log.list'](ALL)).total).toBe(0);
    full.now = false;
    log.heard(heard({ at: 7 }));
    expect((await log['log.list'](ALL)).lines.map(({ at }) => at)).toEqual([7]);
  });

  it('is emptied as a whole', async () => {
    const log = makeCallLog(fresh());
    log.heard(heard());
    await log['log.clear']({});
    expect(await log['log.list'](ALL)).toEqual({ lines: [], total: 0, servers: [] });
    log.heard(heard({ at: 9 }));
    expect((await log['log.list'](ALL)).total).toBe(1);
  });

  it('forgets a connection that is removed, with the calls of it that end later, and no other', async () => {
    const log = makeCallLog(fresh());
    log.heard(heard());
    log.heard(heard({ connection: 'other', server: 'Other' }));
    await log.forget('rt');
    log.heard(heard({ at: 9 }));
    expect((await log['log.list'](ALL)).lines.map(({ name }) => name)).toEqual(['Other']);
  });

  it('holds nothing of who was looked up, nothing that was sent, no token and no path', async () => {
    const log = makeCallLog(fresh());
    vi.stubGlobal('fetch', async () => Response.json({ name: 'Anna Keller' }));
    const http = serverHttp(
      rt,
      log.heard,
    )({
      base: 'https://rt.example.org/REST/2.0/',
      headers: { Authorization: 'token secret-token' },
    });
    await http.ask({ path: 'user/anna%40example.org', search: { email: 'anna@example.org' }, call: 'find' });
    await http.ask({ path: 'user/4711', method: 'put', json: { Name: 'Anna Keller' }, call: 'person.set' });
    vi.unstubAllGlobals();
    const { lines } = await log['log.list'](ALL);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      name: 'RT Support',
      mark,
      call: 'person.set',
      method: 'put',
      sent: 22,
      received: 22,
    });
    expect(JSON.stringify(lines)).not.toMatch(/anna|keller|secret|4711|example\.org|REST/i);
    const keys = ['at', 'call', 'connection', 'id', 'mark', 'method', 'ms', 'name', 'received', 'sent', 'status'];
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual(keys);
  });
});
