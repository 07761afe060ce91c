import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { allCapabilities, answer, match, sources, view } from '@/test/support/views';
import type { EntryMark } from '@/utils/messages/protocol';

const merged: EntryMark = { id: 'e1', action: 'merge', at: '2026-11-17T10:22:00.000Z', state: 'done', canUndo: true };

function draw(source: typeof sources.rt | typeof sources.book, marks: readonly EntryMark[]) {
  const ref = { connection: source.id, id: '1' };
  const shown = view({ answers: [answer([match({ ref })], { source, can: allCapabilities })], shown: ref });
  const panel = drawPanel(shown, {
    history: () => ({ items: [], total: 0 }),
    entries: () => marks,
    'action.undo': () => ({ entry: 'e2', made: [] }),
  });
  fireEvent.click(screen.getByRole('tab', { name: 'History' }));
  return panel;
}

const history = () => screen.findByRole('region', { name: 'History' });

it('What was done from here at a server that does not know it as one act stands in the history, with its way back', async () => {
  const { questions } = draw(sources.rt, [merged]);
  const line = (await within(await history()).findByText('Merge')).closest('li');
  expect(line?.textContent).toContain('done from this panel');
  fireEvent.click(within(await history()).getByRole('button', { name: 'Undo: Merge' }));
  expect(questions('action.undo')).toEqual([{ entry: 'e1' }]);
});

it('What was taken back at a server says so, and cannot be taken back again', async () => {
  draw(sources.rt, [{ ...merged, state: 'undone', canUndo: false }]);
  const line = (await within(await history()).findByText('Merge')).closest('li');
  expect(line?.textContent).toContain('taken back');
  expect(within(await history()).queryByRole('button', { name: 'Undo: Merge' })).toBeNull();
});

it('The own book tells its acts itself: none stands there twice', async () => {
  draw(sources.book, [merged]);
  expect(await within(await history()).findByText(/Nothing/)).toBeTruthy();
  expect(within(await history()).queryByText('Merge')).toBeNull();
});
