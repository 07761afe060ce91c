import { expect, it } from 'vitest';
import { planned } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { expectNoTrace, SIGN_IN, signInServer } from '@/test/support/sign-in';

const password = { action: 'set-password', input: { secret: 'Blue-42-kettle' } } as const;

it('A password is one change', async () => {
  expect(await planned(person(), password)).toEqual([
    { type: 'login.password', person: '1', secret: 'Blue-42-kettle' },
  ]);
});

it('A password is set at once, is written down nowhere, and nothing takes it back', async () => {
  const { account, store, journal } = signInServer();
  const entry = await journal.act(SIGN_IN, password);
  expect([entry?.state, account.password]).toEqual(['done', 'Blue-42-kettle']);
  const written = await store.of(SIGN_IN.connection, SIGN_IN.id, 10);
  expect(written).toHaveLength(1);
  expect(JSON.stringify(written)).not.toContain('kettle');
  await expect(journal.undo(entry?.id ?? '')).rejects.toMatchObject({ problem: { kind: 'missing' } });
});

it('A password that the server refuses leaves the old one', () => expectNoTrace(password));
