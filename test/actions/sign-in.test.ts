// Actions on how somebody signs in: on a server of their own, since the embedded CRM has no sign-in.
import { describe, expect, it } from 'vitest';
import { journalOn, planned } from '@/test/support/acted';
import { address, person } from '@/test/support/people';
import { actions } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Session } from '@/utils/connectors/types';
import { openStore } from '@/utils/journal';
import { ProblemError } from '@/utils/problem';

/** A server on which one person signs in; what was asked of it is told. */
function server({ refuses = false } = {}) {
  const account = { locked: true, password: 'old', factors: ['app', 'key'], mailed: [] as string[], views: 0 };
  const made = { id: '1', version: '1' };
  const write = <Given>(act: (change: Given) => unknown) =>
    async function answer(change: Given) {
      if (refuses) throw new ProblemError({ kind: 'forbidden' });
      act(change);
      return made;
    };
  const session: Session = {
    find: async () => [],
    get: async () => person({ ref: { connection: 'rt', id: '1' }, status: account.locked ? 'locked' : 'active' }),
    reads: {},
    writes: {
      'account.unlock': write(() => {
        account.locked = false;
      }),
      'login.password': write<{ readonly secret: string }>(({ secret }) => {
        account.password = secret;
      }),
      'login.reset': write<{ readonly address: string }>((change) => account.mailed.push(change.address)),
      'login.view': async () => {
        if (refuses) throw new ProblemError({ kind: 'forbidden' });
        account.views += 1;
        return { ...made, url: 'https://rt.example/as/1' };
      },
      'factor.remove': write<{ readonly factor: string | null }>(({ factor }) => {
        account.factors = account.factors.filter((one) => factor !== null && one !== factor);
      }),
    },
    denied: [],
  };
  const store = openStore(`sign-in-${crypto.randomUUID()}`);
  return { account, store, journal: journalOn(session, store) };
}

const ref = { connection: 'rt', id: '1' };
const to = address('anna@example.com');
const chosen = {
  unlock: { action: 'unlock', input: {} },
  password: { action: 'set-password', input: { secret: 'Blue-42-kettle' } },
  reset: { action: 'send-reset', input: { address: to } },
  view: { action: 'view-as', input: {} },
  factor: { action: 'remove-factor', input: { factor: 'key' } },
  factors: { action: 'remove-factors', input: {} },
} as const satisfies Record<string, Chosen>;

describe('what is planned', () => {
  it.each([
    [chosen.password, { type: 'login.password', secret: 'Blue-42-kettle' }],
    [chosen.reset, { type: 'login.reset', address: to }],
    [chosen.view, { type: 'login.view' }],
    [chosen.factor, { type: 'factor.remove', factor: 'key' }],
    [chosen.factors, { type: 'factor.remove', factor: null }],
  ] as const)('for $action is one change', async (one, change) => {
    expect(await planned(person(), one)).toEqual([{ person: '1', ...change }]);
  });

  it('for Unlock is nothing where nobody is locked out', async () => {
    expect(await planned(person({ status: 'locked' }), chosen.unlock)).toEqual([
      { type: 'account.unlock', person: '1' },
    ]);
    expect(await planned(person(), chosen.unlock)).toEqual([]);
  });

  it('is offered only where it makes sense', () => {
    const offered = (id: 'unlock' | 'view-as' | 'send-reset', some: Parameters<typeof person>[0]) =>
      actions[id].menu?.when(person(some));
    expect([offered('unlock', {}), offered('unlock', { status: 'locked' })]).toEqual([false, true]);
    expect([
      offered('view-as', {}),
      offered('view-as', { status: 'disabled' }),
      offered('view-as', { kind: 'agent' }),
    ]).toEqual([true, false, false]);
    expect(offered('send-reset', { kind: 'shared-mailbox' })).toBe(false);
  });
});

describe('what is done', () => {
  it('sets a password at once, which is written down nowhere, and which nothing takes back', async () => {
    const { account, store, journal } = server();
    const entry = await journal.act(ref, chosen.password);
    expect([entry?.state, account.password]).toEqual(['done', 'Blue-42-kettle']);
    expect(JSON.stringify(await store.of('rt', '1', 10))).not.toContain('kettle');
    await expect(journal.undo(entry?.id ?? '')).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });

  it('opens a session as somebody, whose address is told once and kept nowhere', async () => {
    const { account, store, journal } = server();
    account.locked = false;
    const entry = await journal.act(ref, chosen.view);
    expect(entry?.steps[0]?.made?.url).toBe('https://rt.example/as/1');
    expect(JSON.stringify(await store.of('rt', '1', 10))).not.toContain('rt.example/as');
  });

  it('unlocks at once, with nothing to take back', async () => {
    const { account, journal } = server();
    const entry = await journal.act(ref, chosen.unlock);
    expect([entry?.state, account.locked]).toEqual(['done', false]);
    expect(await journal.act(ref, chosen.unlock)).toBeNull();
  });

  it.each([
    ['a link to choose a password', chosen.reset],
    ['that one sign-in method goes', chosen.factor],
    ['that all sign-in methods go', chosen.factors],
  ])('holds %s for ten seconds, and Undo until then drops it', async (_, one) => {
    const { account, journal } = server();
    const before = structuredClone(account);
    const dropped = await journal.act(ref, one);
    expect(dropped?.state).toBe('held');
    await journal.undo(dropped?.id ?? '');
    await journal.wait(60_000);
    expect(account).toEqual(before);
    await journal.act(ref, one);
    await journal.wait(9_000);
    expect(account).toEqual(before);
    await journal.wait(2_000);
    expect(account).not.toEqual(before);
  });

  it('removes the one method or all', async () => {
    const { account, journal } = server();
    await journal.act(ref, chosen.factor);
    await journal.wait(10_000);
    expect(account.factors).toEqual(['app']);
    await journal.act(ref, chosen.factors);
    await journal.wait(10_000);
    expect(account.factors).toEqual([]);
  });
});

describe('what the server refuses', () => {
  it.each(Object.values(chosen).map((one) => [one.action, one] as const))('of %s leaves no trace', async (_, one) => {
    const { account, store, journal } = server({ refuses: true });
    const before = structuredClone(account);
    const entry = await journal.act(ref, one).catch(() => null);
    if (entry?.state === 'held') await journal.wait(60_000);
    expect(account).toEqual(before);
    expect((await store.of('rt', '1', 1))[0]).toMatchObject({ state: 'failed', problem: { kind: 'forbidden' } });
  });
});
