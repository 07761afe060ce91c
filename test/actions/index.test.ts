import { describe, expect, it } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { address, person } from '@/test/support/people';
import { actions, neededFor, planAll } from '@/utils/actions';
import { inputs, isActionId } from '@/utils/actions/inputs';

const anna = person({ summary: 'old' });
const home = address('home@example.com');

describe('the list of actions', () => {
  it('has one for every input, under its own name', () => {
    expect(Object.keys(actions).sort()).toEqual(Object.keys(inputs).sort());
    for (const [id, action] of Object.entries(actions)) expect(action.id).toBe(id);
    expect(isActionId('toString')).toBe(false);
  });

  it('tells what a connection must be able to write, each once', () => {
    const label = (name: string) => ({ action: 'set-label', input: { label: name, on: true } }) as const;
    const name = { action: 'set-name', input: { from: '', to: '' } } as const;
    expect(neededFor([label('a'), label('b'), name])).toEqual(['label.set', 'person.set']);
  });
});

describe('several actions at once', () => {
  it('are each planned upon what those before will have made', async () => {
    const plan = await planAll(
      anna,
      [
        { action: 'edit-address', input: { from: null, to: { address: home } } },
        { action: 'make-primary', input: { address: home } },
        { action: 'edit-address', input: { from: { address: address('anna@example.com') }, to: null } },
        { action: 'set-label', input: { label: 'a', on: true } },
        { action: 'set-label', input: { label: 'b', on: true } },
        { action: 'set-label', input: { label: 'A', on: true } },
      ],
      NO_SIGHT,
    );
    expect(plan.map(({ change, of }) => [change.type, of, 'at' in change ? change.at : null])).toEqual([
      ['email.set', 0, 1],
      ['email.primary', 1, null],
      ['email.set', 2, 0],
      ['label.set', 3, 0],
      ['label.set', 4, 1],
    ]);
  });

  it('fail as the first one that cannot be planned, and say which', async () => {
    const wrong = { action: 'set-summary', input: { from: 'x', to: 'y' } } as const;
    const name = { action: 'set-name', input: { from: 'Anna Keller', to: 'Anna' } } as const;
    await expect(planAll(anna, [name, wrong], NO_SIGHT)).rejects.toThrow(
      expect.objectContaining({
        problem: { kind: 'conflict', theirs: 'old', connection: 'book', call: 'set-summary', step: 1 },
      }),
    );
  });
});
