import { expect, it } from 'vitest';
import { planned } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { expectNoTrace, SIGN_IN, signInServer } from '@/test/support/sign-in';
import { actions } from '@/utils/actions';

const view = { action: 'view-as', input: {} } as const;

it('A session as somebody is one change, for customers who can sign in', async () => {
  expect(await planned(person(), view)).toEqual([{ type: 'login.view', person: '1' }]);
  const offered = (some: Parameters<typeof person>[0]) => actions['view-as'].menu?.when(person(some));
  expect([offered({}), offered({ status: 'locked' })]).toEqual([true, true]);
  expect([offered({ status: 'disabled' }), offered({ kind: 'agent' })]).toEqual([false, false]);
});

it('The address of the session is told once and kept nowhere', async () => {
  const { account, store, journal } = signInServer();
  const entry = await journal.act(SIGN_IN, view);
  expect([entry?.steps[0]?.made?.view?.url, account.views]).toEqual(['https://rt.example/as/1', 1]);
  const written = await store.of(SIGN_IN.connection, SIGN_IN.id, 10);
  expect(written).toHaveLength(1);
  expect(JSON.stringify(written)).not.toContain('rt.example/as');
});

it('A session that the server refuses is none', () => expectNoTrace(view));
