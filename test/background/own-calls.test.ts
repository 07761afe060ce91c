import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DESK, draft, servedBackground } from '@/test/support/servers';
import type { KeptCall } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';

// A kind of server with two calls that its administrator may describe: it tells what it was opened with.
const { opened, answers } = vi.hoisted(() => ({
  opened: [] as { readonly settings: Readonly<Record<string, string>>; readonly tried: string[] }[],
  answers: { tries: null as Error | null, without: [] as 'notes'[], held: null as Promise<void> | null },
}));
vi.mock('@/utils/connectors', async (original) => {
  const { connectors, connectorOf } = await original<typeof import('@/utils/connectors')>();
  const desk: import('@/utils/connectors/types').Connector = {
    id: 'desk',
    settings: [
      { id: 'address', kind: 'address', required: true, label: 'rt_address', hint: 'rt_address_hint' },
      { id: 'token', kind: 'secret', required: true, label: 'rt_token', hint: 'rt_token_hint' },
    ],
    calls: [
      { id: 'merge', label: 'connection_name', hint: 'connection_name', places: ['id', 'source'] },
      { id: 'charges', label: 'connection_name', hint: 'connection_name', places: ['id'] },
    ],
    open: async ({ settings }, _http, memory) => {
      const tried: string[] = [];
      opened.push({ settings, tried });
      await answers.held;
      await memory.lasting.write('proof', 'found out');
      return {
        find: async () => [],
        get: async () => Promise.reject(new Error('nobody')),
        reads: { notes: async () => ({ items: [], total: 0 }), history: async () => ({ items: [], total: 0 }) },
        writes: {},
        proof: async () => ({ unproven: ['notes', 'history'], without: answers.without }),
        async tries(call) {
          tried.push(call);
          if (answers.tries !== null) throw answers.tries;
        },
      };
    },
  };
  return {
    connectors: [...connectors, desk],
    connectorOf: (id: string) => (id === 'desk' ? desk : connectorOf(id)),
  };
});

beforeEach(() => {
  opened.length = 0;
  answers.tries = null;
  answers.without = [];
  answers.held = null;
});
afterEach(() => vi.restoreAllMocks());

const merge: KeptCall = { method: 'post', path: 'people/{id}/merge/{source}', body: '', codes: [200], on: true };
const charges: KeptCall = { method: 'get', path: 'people/{id}/charges', body: '', codes: [200], on: true };
const problem = (some: object) => ({ problem: expect.objectContaining(some) });
const inStorage = async (area: 'local' | 'session') => fakeBrowser.storage[area].get(null);

async function saved() {
  const background = servedBackground();
  const { id } = await background.ask('connection.save', {
    draft: draft({ connector: 'desk', settings: { address: DESK } }),
  });
  const { ask } = background;
  const save = (call: string, value: KeptCall | null) => ask('connection.call.save', { id, call, value });
  const kept = async () => (await ask('connection.calls', { id })).map(({ place, kept }) => [place.id, kept]);
  const settings = async () => (await background.row(id))?.settings;
  return { ...background, id, save, kept, settings };
}

describe('The calls of a server that its administrator describes', () => {
  it('are none until one is saved, and are then kept as they were typed', async () => {
    const { save, kept } = await saved();
    expect(await kept()).toEqual([
      ['merge', null],
      ['charges', null],
    ]);
    await save('merge', merge);
    await save('charges', { ...charges, on: false });
    expect(await kept()).toEqual([
      ['merge', merge],
      ['charges', { ...charges, on: false }],
    ]);
    await save('merge', null);
    expect(await kept()).toEqual([
      ['merge', null],
      ['charges', { ...charges, on: false }],
    ]);
  });

  it('are saved beside the token, the address and each other, and stay when the connection is edited', async () => {
    const { save, ask, id, kept, row, settings } = await saved();
    await save('charges', charges);
    await save('merge', merge);
    expect(await row(id)).toMatchObject({ name: 'Desk', filled: ['token'], settings: { address: DESK } });
    await ask('connection.save', {
      draft: draft({ id, connector: 'desk', name: 'Old desk', settings: { address: DESK }, secrets: {} }),
    });
    expect(await row(id)).toMatchObject({ name: 'Old desk', filled: ['token'] });
    expect(await kept()).toEqual([
      ['merge', merge],
      ['charges', charges],
    ]);
    expect(Object.keys((await settings()) ?? {}).sort()).toEqual(['address', 'call.charges', 'call.merge']);
  });

  it('come from nowhere but their own section: the form of the connection sets none', async () => {
    const { ask, id, settings } = await saved();
    const given = { address: DESK, 'call.merge': JSON.stringify(merge) };
    await ask('connection.save', { draft: draft({ id, connector: 'desk', settings: given, secrets: {} }) });
    expect(await settings()).toEqual({ address: DESK });
  });

  it('make the server be opened anew, with nothing remembered of what it could until then', async () => {
    const { save, id, ask } = await saved();
    await ask('connection.test', { id });
    const proofs = async () => Object.keys(await inStorage('local')).filter((key) => key === `memory:${id}:proof`);
    expect(await proofs()).toHaveLength(1);
    await save('merge', merge);
    expect(await proofs()).toEqual([]);
    await ask('connection.test', { id });
    expect(await proofs()).toHaveLength(1);
    expect(opened.at(-1)?.settings['call.merge']).toBe(
      '{"method":"post","path":"people/{id}/merge/{source}","body":"","codes":[200]}',
    );
    // The same once more is no change.
    await save('merge', merge);
    expect(await proofs()).toHaveLength(1);
  });

  it.each([
    ['path', { path: 'https://elsewhere.example/{id}' }],
    ['body', { body: '{"from": "{sauce}"}' }],
    ['codes', { codes: [] }],
  ])('are refused where the %s cannot be, unless they are off', async (part, some) => {
    const { save, kept } = await saved();
    await expect(save('merge', { ...merge, ...some })).rejects.toMatchObject(
      problem({ kind: 'invalid', detail: part }),
    );
    expect(await kept()).toContainEqual(['merge', null]);
    await save('merge', { ...merge, ...some, on: false });
    expect(await kept()).toContainEqual(['merge', { ...merge, ...some, on: false }]);
  });

  it('are not of a connection or a place that there is not', async () => {
    const { save, ask, id } = await saved();
    await expect(save('explode', merge)).rejects.toMatchObject(problem({ kind: 'missing' }));
    await expect(ask('connection.calls', { id: 'gone' })).rejects.toMatchObject(problem({ kind: 'missing' }));
    await ask('connection.remove', { id });
    await expect(save('merge', merge)).rejects.toMatchObject(problem({ kind: 'missing' }));
  });

  it('are not saved while it is locked, and none of them is lost', async () => {
    const { save, ask, kept } = await saved();
    await save('merge', merge);
    await ask('vault.seal', { passphrase: 'correct horse' });
    await ask('vault.lock', {});
    await expect(save('merge', null)).rejects.toMatchObject(problem({ kind: 'locked' }));
    expect(await kept()).toContainEqual(['merge', merge]);
  });

  it('that cannot be read are told as they stand, and can be written anew', async () => {
    const { save, ask, id, kept } = await saved();
    const { connections } = await fakeBrowser.storage.local.get('connections');
    const garbled = JSON.stringify(connections).replace(
      '"settings":{',
      '"settings":{"call.merge":"{\\"method\\":\\"dance\\"}",',
    );
    await fakeBrowser.storage.local.set({ connections: JSON.parse(garbled) });
    expect((await ask('connection.calls', { id }))[0]).toMatchObject({ kept: null, garbage: '{"method":"dance"}' });
    await save('merge', merge);
    expect(await kept()).toContainEqual(['merge', merge]);
  });
});

describe('The test of a server', () => {
  it('tells what nobody has tried there yet, and leaves out what it turned out not to have', async () => {
    const { ask, id } = await saved();
    expect(await ask('connection.test', { id })).toMatchObject({
      has: ['notes', 'history'],
      unproven: ['notes', 'history'],
    });
    answers.without = ['notes'];
    expect(await ask('connection.test', { id })).toMatchObject({ has: ['history'], unproven: ['history'] });
  });
});

describe('A test of a server that is changed meanwhile', () => {
  it('leaves nothing on disk of what it found out: it was of another server, or of other calls', async () => {
    const { ask, id, save } = await saved();
    const before = opened.length;
    let answer = (): void => undefined;
    answers.held = new Promise((resolve) => {
      answer = resolve;
    });
    const testing = ask('connection.test', { id });
    await vi.waitFor(() => expect(opened).toHaveLength(before + 1));
    await save('merge', merge);
    answer();
    await testing;
    expect(Object.keys(await inStorage('local')).filter((key) => key.startsWith('memory:'))).toEqual([]);
  });
});

describe('Trying such a call', () => {
  const tried = () => opened.flatMap(({ tried }) => tried);

  it('opens the server with the call as it is typed, and keeps neither the call nor what was found out', async () => {
    const { ask, id, settings } = await saved();
    expect(await ask('connection.call.probe', { id, call: 'charges', value: { ...charges, on: false } })).toMatchObject(
      { problem: null },
    );
    expect(opened.at(-1)).toMatchObject({
      tried: ['charges'],
      settings: { 'call.charges': expect.stringContaining('people/{id}/charges'), token: expect.any(String) },
    });
    expect(await settings()).toEqual({ address: DESK });
    expect(Object.keys(await inStorage('local')).filter((key) => key.startsWith('memory:'))).toEqual([]);
  });

  it.each(['post', 'put', 'delete'] as const)('is never done with %s: nothing is sent', async (method) => {
    const { ask, id } = await saved();
    const told = await ask('connection.call.probe', { id, call: 'charges', value: { ...charges, method } });
    expect(told).toMatchObject(problem({ kind: 'invalid', detail: 'method' }));
    expect(tried()).toEqual([]);
  });

  it('is not done for a call that would leave the server', async () => {
    const { ask, id } = await saved();
    const value = { ...charges, path: '//elsewhere.example/{id}' };
    const told = await ask('connection.call.probe', { id, call: 'charges', value });
    expect(told).toMatchObject(problem({ kind: 'invalid', detail: 'path' }));
    expect(tried()).toEqual([]);
  });

  it('tells what the server said to it', async () => {
    const { ask, id } = await saved();
    answers.tries = new ProblemError({ kind: 'missing', status: 404 });
    const told = await ask('connection.call.probe', { id, call: 'charges', value: charges });
    expect(told).toMatchObject(problem({ kind: 'missing', status: 404, connection: id }));
  });

  it('says that the browser may not call the server, and that it is locked', async () => {
    const { ask, id, browser } = await saved();
    const once = () => ask('connection.call.probe', { id, call: 'charges', value: charges });
    await ask('vault.seal', { passphrase: 'correct horse' });
    await ask('vault.lock', {});
    expect(await once()).toMatchObject(problem({ kind: 'locked' }));
    await ask('vault.unlock', { passphrase: 'correct horse' });
    browser.take(`${DESK}/*`);
    expect(await once()).toMatchObject(problem({ kind: 'no-access' }));
    expect(tried()).toEqual([]);
  });
});
