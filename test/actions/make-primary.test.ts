import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { address, person } from '@/test/support/people';

const [mail, home] = [address('anna@example.com'), address('home@example.com')];
const anna = person({
  emails: [
    { address: mail, primary: true },
    { address: home, primary: false },
  ],
});
const make = (one = home) => planned(anna, { action: 'make-primary', input: { address: one } });

it('Another address becomes the primary one', async () => {
  expect(await make()).toEqual([{ type: 'email.primary', person: '1', from: mail, to: home }]);
  expect(await make(mail)).toEqual([]);
});

it('An address that was removed meanwhile cannot', async () => {
  expect(await make(address('gone@example.com'))).toEqual(['conflict', null]);
});

it('The primary address is undone', async () => {
  const { domain, before, after, undone } = await ranAndUndone((someone) => ({
    action: 'make-primary',
    input: { address: address(`third@${someone.domain}`) },
  }));
  expect(after.person.emails.find(({ primary }) => primary)?.address).toBe(`third@${domain}`);
  expect(undone).toEqual(before);
});
