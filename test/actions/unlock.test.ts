import { expect, it } from 'vitest';
import { planned } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { expectNoTrace, SIGN_IN, signInServer } from '@/test/support/sign-in';
import { actions } from '@/utils/actions';

const unlock = { action: 'unlock', input: {} } as const;

it('Unlock is one change, and none where nobody is locked out', async () => {
  expect(await planned(person({ status: 'locked' }), unlock)).toEqual([{ type: 'account.unlock', person: '1' }]);
  expect(await planned(person(), unlock)).toEqual([]);
  const offered = (some: Parameters<typeof person>[0]) => actions.unlock.menu?.when(person(some));
  expect([offered({}), offered({ status: 'locked' })]).toEqual([false, true]);
});

it('Who was locked out can sign in at once, and there is nothing to take back', async () => {
  const { account, journal } = signInServer();
  const entry = await journal.act(SIGN_IN, unlock);
  expect([entry?.state, account.locked]).toEqual(['done', false]);
  expect(await journal.act(SIGN_IN, unlock)).toBeNull();
});

it('An account that the server keeps locked is as before', () => expectNoTrace(unlock));
