import { expect, it } from 'vitest';
import { planned } from '@/test/support/acted';
import { address, person } from '@/test/support/people';
import { expectHeld, expectNoTrace, SIGN_IN, signInServer } from '@/test/support/sign-in';
import { actions } from '@/utils/actions';

const to = address('anna@example.com');
const reset = { action: 'send-reset', input: { address: to } } as const;

it('A link to choose a password is one change, and nothing for a shared mailbox', async () => {
  expect(await planned(person(), reset)).toEqual([{ type: 'login.reset', person: '1', address: to }]);
  expect(actions['send-reset'].menu?.when(person({ kind: 'shared-mailbox' }))).toBe(false);
});

it('A link is held for ten seconds, and Undo until then drops it', () => expectHeld(reset));

it('A link goes to the address that was shown', async () => {
  const { account, journal } = signInServer();
  await journal.act(SIGN_IN, reset);
  await journal.wait(10_000);
  expect(account.mailed).toEqual([to]);
});

it('A link that the server refuses is not sent', () => expectNoTrace(reset));
