// A server with sign-ins, which the embedded CRM has not: for the tests of actions on how somebody signs in.
import { expect } from 'vitest';
import type { Chosen } from '@/utils/actions/inputs';
import type { Session } from '@/utils/connectors/types';
import { openStore } from '@/utils/journal';
import { ProblemError } from '@/utils/problem';
import { journalOn } from './acted';
import { person } from './people';

export const SIGN_IN = { connection: 'rt', id: '1' };

/** A server on which one person signs in; what was asked of it is told. */
export function signInServer({ refuses = false } = {}) {
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
    get: async () => person({ ref: SIGN_IN, status: account.locked ? 'locked' : 'active' }),
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
        return { ...made, view: { url: 'https://rt.example/as/1' } };
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

/** Ten seconds are given to think again; Undo until then drops it, and nothing was sent. */
export async function expectHeld(chosen: Chosen): Promise<void> {
  const { account, journal } = signInServer();
  const before = structuredClone(account);
  const dropped = await journal.act(SIGN_IN, chosen);
  expect(dropped?.state).toBe('held');
  await journal.undo(dropped?.id ?? '');
  await journal.wait(60_000);
  expect(account).toEqual(before);
  await journal.act(SIGN_IN, chosen);
  await journal.wait(9_000);
  expect(account).toEqual(before);
  await journal.wait(2_000);
  expect(account).not.toEqual(before);
}

/** What the server refuses changes nothing there, and is told. */
export async function expectNoTrace(chosen: Chosen): Promise<void> {
  const { account, store, journal } = signInServer({ refuses: true });
  const before = structuredClone(account);
  const entry = await journal.act(SIGN_IN, chosen).catch(() => null);
  if (entry?.state === 'held') await journal.wait(60_000);
  expect(account).toEqual(before);
  const [written] = await store.of(SIGN_IN.connection, SIGN_IN.id, 1);
  expect(written).toMatchObject({ state: 'failed', problem: { kind: 'forbidden' } });
}
