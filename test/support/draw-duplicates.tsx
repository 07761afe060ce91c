// The page of a book's duplicates, over a book whose search is in the test's hands.

import { act, fireEvent, waitFor } from '@testing-library/preact';
import { expect, vi } from 'vitest';
import { DuplicatesPage } from '@/components/duplicates/DuplicatesPage';
import type { DuplicatesTold, EntryMark } from '@/utils/messages/protocol';
import type { Evidence, SuspectPair } from '@/utils/people/same-person';
import { ProblemError } from '@/utils/problem';
import type { Answers } from './asking';
import { drawPart } from './draw-part';
import { person } from './people';
import { sources } from './views';

const names: Readonly<Record<string, string>> = {
  1: 'Anna Keller',
  2: 'A. Keller',
  3: 'Ben Otto',
  4: 'Benjamin Otto',
  5: 'B. Otto',
};
const evidence: readonly Evidence[] = [
  { kind: 'phone', level: 'same', left: '+49 30 901820', right: '+49 30 901820' },
  { kind: 'birthDate', level: 'different', left: '1980-01-02', right: '1994-11-23' },
];
export const pair = (
  left: string,
  right: string,
  group: number | null = null,
  tier: SuspectPair['tier'] = 'likely',
) => ({
  ...{ left, right, group, tier, probability: 0.9 },
  evidence,
});
export const PAIRS: readonly SuspectPair[] = [
  pair('1', '2', 0, 'same'),
  pair('3', '4', 1),
  pair('3', '5', 1),
  pair('4', '5', 1, 'possible'),
];
export const found = (pairs: readonly SuspectPair[] = PAIRS, some: Partial<DuplicatesTold> = {}): DuplicatesTold => ({
  state: 'done',
  done: 120,
  total: 120,
  found: pairs.length,
  pairs,
  last: true,
  ...some,
});
export const merged = (id: string, others: readonly string[]): EntryMark => ({
  ...{ id, action: 'merge', at: '2026-11-17T13:00:00Z', state: 'done', canUndo: true, others },
});

/** `apart`: pairs that were declared different before. */
export function drawDuplicates(answers: Answers = {}, apart: readonly (readonly [string, string])[] = []) {
  const declared = [...apart];
  const searches: { tell: (told: DuplicatesTold) => void; stop: ReturnType<typeof vi.fn> }[] = [];
  const part = drawPart(
    null,
    {
      'apart.list': () => declared,
      'apart.set': ({ a, b, apart: to }) => {
        const at = declared.findIndex(([one, other]) => one === a.id && other === b.id);
        if (to) declared.push([a.id, b.id]);
        else if (at >= 0) declared.splice(at, 1);
        return null;
      },
      people: ({ refs }) =>
        refs.map((ref) => {
          const name = names[ref.id];
          if (name === undefined) throw new ProblemError({ kind: 'missing' });
          return person({ ref, name, mail: `p${ref.id}@example.com` });
        }),
      entries: () => [],
      'action.undo': () => ({ entry: 'u', made: [] }),
      ...answers,
    },
    {
      palette: true,
      page: {
        findDuplicates: (_, tell) => {
          const stop = vi.fn();
          searches.push({ tell, stop });
          return stop;
        },
      },
    },
  );
  const page = <DuplicatesPage source={sources.book} />;
  part.show(page);
  return {
    ...part,
    declared,
    searches,
    leave: () => part.show(null),
    comeBack: () => part.show(page),
    async tell(told: DuplicatesTold) {
      await waitFor(() => expect(searches.length).toBeGreaterThan(0));
      await act(() => searches.at(-1)?.tell(told));
    },
  };
}

export const press = (key: string, some: KeyboardEventInit = {}, on: Element = document.body) =>
  fireEvent.keyDown(on, { key, ...some });
export const bare = (text: string | null | undefined) => (text ?? '').replace(/[\u2068\u2069]/g, '');
const cards = () =>
  [...document.querySelectorAll('.pair-card .person-name')].map((card) => bare(card.textContent).trim());
export const shows = (...who: readonly string[]) => waitFor(() => expect(cards()).toEqual(who));
export const line = () => bare(document.querySelector('.pair-line')?.textContent);
export const decidedList = () => [...document.querySelectorAll('.decided li')].map((one) => bare(one.textContent));
