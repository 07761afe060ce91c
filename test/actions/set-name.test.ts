import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const anna = person({ name: 'Anna Keller' });
const set = (from: string, to: string) => planned(anna, { action: 'set-name', input: { from, to } });

it('A name is set as books keep it, in one line', async () => {
  expect(await set('Anna Keller', ' Anna \n Wirth ')).toEqual([
    { type: 'person.set', person: '1', field: 'name', from: 'Anna Keller', to: 'Anna Wirth' },
  ]);
});

it('Nobody is left without a name, and a name changed by somebody else is not overwritten', async () => {
  expect(await set('Anna Keller', '  ')).toEqual(['invalid', undefined]);
  expect(await set('Anna', 'Anna Wirth')).toEqual(['conflict', 'Anna Keller']);
  expect(await set('Anna', 'Anna Keller')).toEqual([]);
});

it('A new name is undone', async () => {
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'set-name',
    input: { from: 'Anna Keller', to: 'Anna Wirth' },
  }));
  expect(after.person.name).toBe('Anna Wirth');
  expect(undone).toEqual(before);
});
