import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const open = (title: string) =>
  planned(person(), { action: 'new-ticket', input: { title, text: 'Charged twice.', urgent: true } });

it('A ticket has a title in one line, a text, and may be urgent', async () => {
  expect(await open(' Second \n invoice ')).toEqual([
    { type: 'ticket.create', person: '1', title: 'Second invoice', text: 'Charged twice.', urgent: true },
  ]);
  expect(await open(' ')).toEqual(['invalid', undefined]);
});

it('A new ticket is undone', async () => {
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'new-ticket',
    input: { title: 'Second invoice', text: '', urgent: false },
  }));
  expect(after.open?.map(({ title }) => title)).toContain('Second invoice');
  expect(undone).toEqual(before);
});
