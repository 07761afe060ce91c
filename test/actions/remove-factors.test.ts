import { expect, it } from 'vitest';
import { planned } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { expectHeld, expectNoTrace, SIGN_IN, signInServer } from '@/test/support/sign-in';

const remove = { action: 'remove-factors', input: {} } as const;

it('All sign-in methods go by one change', async () => {
  expect(await planned(person(), remove)).toEqual([{ type: 'factor.remove', person: '1', factor: null }]);
});

it('It is held for ten seconds, and Undo until then drops it', () => expectHeld(remove));

it('No method stays', async () => {
  const { account, journal } = signInServer();
  await journal.act(SIGN_IN, remove);
  await journal.wait(10_000);
  expect(account.factors).toEqual([]);
});

it('What the server refuses to remove stays', () => expectNoTrace(remove));
