import { describe, expect, it } from 'vitest';
import { person } from '@/test/support/people';
import type { ChangeType } from '@/utils/changes/types';
import { type Compared, compare, mergeSteps } from '@/utils/merge';

const anna = person({ summary: 'Prefers the phone.' });
const ann = person({ ref: { connection: 'book', id: '2' }, summary: 'Calls on Mondays.' });
/** Of a server that keeps no notes. */
const can = (type: ChangeType): boolean => !['person.merge', 'person.hide', 'note.add'].includes(type);

function summaries(theirs: string, some: Partial<Compared> = {}): readonly unknown[] {
  const two = { stays: anna, goes: { ...ann, summary: theirs } };
  const comparison = compare({ ...two, can, ...some });
  const steps = mergeSteps({ ...two, comparison, belongings: {}, can: some.can ?? can, movesAtOnce: 1 });
  return steps.flatMap((change) => (change.type === 'person.set' && change.field === 'summary' ? [change.to] : []));
}

describe('Where notes stand in the summary, those of two people', () => {
  it('are joined, unless one of them was chosen', () => {
    expect(summaries(ann.summary)).toEqual(['Prefers the phone.\nCalls on Mondays.']);
    expect(summaries(ann.summary, { keep: { summary: 'stays' } })).toEqual([]);
  });

  it('stand there once where both have the same', () => {
    expect(summaries('Prefers the phone.\nPays late.')).toEqual(['Prefers the phone.\nPays late.']);
    expect(summaries(' Prefers the phone. \n')).toEqual([]);
  });

  it('are to be chosen from where there is no room for both', () => {
    const limits = { summary: 30 };
    expect(summaries(ann.summary, { limits })).toEqual([]);
    expect(summaries(ann.summary, { limits, keep: { summary: 'goes' } })).toEqual(['Calls on Mondays.']);
  });

  it('are not joined where there is another place for notes', () => {
    const noted = (type: ChangeType): boolean => can(type) || type === 'note.add';
    expect(summaries(ann.summary, { can: noted })).toEqual([]);
    expect(summaries(ann.summary, { can: noted, keep: { summary: 'goes' } })).toEqual(['Calls on Mondays.']);
  });
});
