// Comes later in the panel; here it is there, so that no test waits for it longer than usual.
import '@/components/merge/MergePage';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawProfile } from '@/test/support/draw-profile';
import { mergeButton, part, phuong, plan, THAO, thao } from '@/test/support/merging';
import { answer, match, subject, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

/** The profile of one who is told that an address of theirs is somebody else's. */
async function taken() {
  const panel = drawProfile(phuong(), {
    'action.run': () => Promise.reject(new ProblemError({ kind: 'conflict', owner: { id: THAO.id, name: 'Thao N.' } })),
    people: () => [phuong(), thao()],
    holdings: () => ({}),
    'action.plan': () => plan(),
    'action.confirm': () => ({ entry: 'm1', made: [] }),
    'action.drop': () => null,
    suspects: () => [],
  });
  fireEvent.click(screen.getByRole('button', { name: 'Add contact information' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Address' }));
  fireEvent.input(screen.getByRole('textbox', { name: 'Address' }), { target: { value: 'thao@home.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Merge with .*Thao N\./ }));
  await mergeButton();
  return panel;
}

describe('An address that belongs to somebody else', () => {
  it('leads to merging with them, over the whole panel, with the focus at the heading', async () => {
    await taken();
    expect(part('Is merged in').getByText('Thao N.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Merge two people' }));
  });
});

describe('The panel while two people are merged', () => {
  it('stays with them when another message is opened, until Esc', async () => {
    const { show } = await taken();
    const next = view({ subject: subject({ key: 'next' }), answers: [answer([match({ name: 'Bo Berg' })])] });
    show(next);
    expect(screen.getByRole('heading', { level: 1, name: 'Merge two people' })).toBeTruthy();
    expect(screen.getByText(/^Still merging .*Phương/, { ignore: '[role="status"]' })).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Merge two people' })).toBeNull());
  });

  it('says in a notice who was merged into whom, with the way back', async () => {
    const { questions } = await taken();
    fireEvent.click(await mergeButton());
    const notice = await screen.findByRole('region', { name: /Thao N\..* was merged into .*Phương/ });
    expect(questions('action.confirm')).toEqual([{ draft: 'd1' }]);
    expect(screen.queryByRole('heading', { name: 'Merge two people' })).toBeNull();
    expect(questions('lookup.person')).toEqual([]);
    fireEvent.click(within(notice).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'm1' }]));
  });
});
