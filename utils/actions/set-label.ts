import { foldName } from '@/utils/people/fold';
import { type Action, senseless } from './types';

export const setLabel: Action<'set-label'> = {
  id: 'set-label',
  needs: ['label.set'],
  waits: true,
  plan({ person, input }) {
    const label = input.label.replace(/\s+/gu, ' ').trim();
    if (label === '') throw senseless('a label without letters');
    const there = person.labels.indexOf(label);
    // The same label in other letters is the same label.
    const worn = person.labels.some((one) => foldName(one) === foldName(label));
    if (input.on ? worn : there < 0) return [];
    const at = input.on ? person.labels.length : there;
    return [{ type: 'label.set', person: person.ref.id, label, at, from: !input.on, to: input.on }];
  },
};
