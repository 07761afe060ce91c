import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { answer, match, subject, view } from '@/test/support/views';
import type { Ran } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

const anna = view({ subject: subject({ key: 'anna' }), answers: [answer([match({ summary: 'Likes tea' })])] });

/** The summary is written anew; what became of it, and of its undo, is told by the background. */
async function save(ran: Ran, undo: () => Ran) {
  const drawn = drawPanel(anna, {
    'typed.get': () => ({}),
    'typed.keep': () => null,
    'action.run': () => ran,
    'action.undo': undo,
    entries: () => [],
  });
  fireEvent.click(screen.getByRole('button', { name: 'Edit Summary' }));
  const field = screen.getByRole('textbox', { name: 'Summary' });
  fireEvent.input(field, { target: { value: 'Likes coffee' } });
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  return drawn;
}

it('An undo that could restore only a part says how much stays as it is', async () => {
  await save({ entry: 'e1', made: [] }, () => {
    throw new ProblemError({ kind: 'conflict', theirs: 'x', left: { count: 1, of: 3 } });
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  const told = within(await screen.findByRole('region', { name: 'Undone in part in My book.' }));
  expect(told.getByText(/1 of 3 changes stays/)).toBeTruthy();
});

it('An undo that could restore nothing is not said to have been done in part', async () => {
  await save({ entry: 'e1', made: [] }, () => {
    throw new ProblemError({ kind: 'conflict', theirs: 'x', left: { count: 1, of: 1 } });
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('region', { name: 'Not undone in My book.' })).toBeTruthy();
});

it('What was so already is told by no notice, since there is nothing to undo', async () => {
  const { asked } = await save({ entry: '', made: [] }, () => ({ entry: '', made: [] }));
  await expect.poll(() => asked.some(({ name }) => name === 'action.run')).toBe(true);
  await screen.findByRole('button', { name: 'Edit Summary' });
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
