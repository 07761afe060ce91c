import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import { sources } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const section = () => screen.getByRole('region', { name: 'Summary' });
const pen = () => within(section()).getByRole('button', { name: 'Edit Summary' });
const field = () => within(section()).getByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' });
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
/** As a press elsewhere does. */
const leave = () => {
  field().blur();
};

describe('The summary', () => {
  it('is there to be written while it is empty', () => {
    drawProfile({ summary: '' });
    fireEvent.click(within(section()).getByRole('button', { name: 'Add a summary' }));
    expect(document.activeElement).toBe(field());
  });

  it('says where the server keeps no notes, and that it stands for them there', () => {
    drawProfile({ summary: 'Pays late.' }, {}, { source: { ...sources.rt, says: { notes: 'rt_says_notes' } } });
    expect(section().textContent).toContain('RT Support keeps no notes: these are its comments.');
  });

  it('is saved on leaving the field, seen at once, marked until the server has it, with a way back', async () => {
    let done: () => void = () => undefined;
    const saved = new Promise<typeof ran>((resolve) => {
      done = () => resolve(ran);
    });
    const { questions } = drawProfile({ summary: 'Calls on Fridays.' }, { 'action.run': () => saved });
    fireEvent.click(pen());
    type('Calls on Mondays.\nNever by mail.');
    leave();
    await waitFor(() => expect(section().textContent).toContain('Calls on Mondays.\nNever by mail.'));
    expect(section().textContent).toContain('saving');
    done();
    expect(await screen.findByText('Summary saved')).toBeTruthy();
    expect(section().textContent).not.toContain('saving');
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: {
          action: 'set-summary',
          input: { from: 'Calls on Fridays.', to: 'Calls on Mondays.\nNever by mail.' },
        },
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('keeps its line breaks, and saves with Ctrl and Enter', async () => {
    const { questions } = drawProfile({ summary: 'One' });
    fireEvent.click(pen());
    type('One\nTwo');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(questions('action.run')).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(questions('action.run')).toHaveLength(1));
    expect(document.activeElement).toBe(pen());
  });

  it('stays as it was after Esc, with the focus at the pen', () => {
    const { questions } = drawProfile({ summary: 'One' });
    fireEvent.click(pen());
    type('Two');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(section().textContent).toContain('One');
    expect(document.activeElement).toBe(pen());
    expect(questions('action.run')).toEqual([]);
  });

  it.each([
    ['given up', 'Escape', 0],
    ['taken', 'Enter', 1],
  ])('is %s once, also where the field that goes is said to be left', async (_, key, times) => {
    const { questions } = drawProfile({ summary: 'One' });
    fireEvent.click(pen());
    type('Two');
    const gone = field();
    fireEvent.keyDown(gone, { key, ctrlKey: true });
    await waitFor(() => expect(within(section()).queryByRole('textbox')).toBeNull());
    fireEvent.focusOut(gone);
    await waitFor(() => expect(document.activeElement).toBe(pen()));
    expect(questions('action.run')).toHaveLength(times);
  });

  it('keeps what was typed when it could not be saved, and says why', async () => {
    drawProfile({ summary: 'One' }, { 'action.run': () => Promise.reject(new ProblemError({ kind: 'storage-full' })) });
    fireEvent.click(pen());
    type('Two');
    leave();
    expect(await within(section()).findByText('Not saved')).toBeTruthy();
    expect(section().textContent).toContain('Two');
    expect(section().textContent).toContain('There is no room left on this computer.');
    fireEvent.click(within(section()).getByRole('button', { name: 'Revert Summary' }));
    expect(section().textContent).toContain('One');
  });

  it('stands against what somebody else wrote meanwhile, and overwrites nothing unasked', async () => {
    const conflict = new ProblemError({ kind: 'conflict', theirs: 'Three' });
    const answers = [() => Promise.reject(conflict), () => ran];
    const { questions } = drawProfile({ summary: 'One' }, { 'action.run': () => answers.shift()?.() ?? ran });
    fireEvent.click(pen());
    type('Two');
    leave();
    fireEvent.click(await within(section()).findByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(questions('action.run')).toHaveLength(2));
    expect(questions('action.run')[1]).toMatchObject({ chosen: { input: { from: 'Three', to: 'Two' } } });
  });

  it('keeps half-typed text from before, and does not take the focus for it', async () => {
    const typed = { summary: { text: 'Half a sent', base: 'One', at: '2026-11-17T13:30:00.000Z' } };
    drawProfile({ summary: 'One' }, { 'typed.get': () => typed });
    await waitFor(() => expect(field().value).toBe('Half a sent'));
    expect(document.activeElement).not.toBe(field());
  });

  it('that is too long stays in its field, with a word', async () => {
    const { questions } = drawProfile({ summary: '' });
    fireEvent.click(pen());
    type('x'.repeat(50_001));
    leave();
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'));
    expect(field().value).toHaveLength(50_001);
    expect(questions('action.run')).toEqual([]);
  });

  it('opens with its pen where it is folded away', async () => {
    drawProfile(
      { summary: 'One' },
      {
        'preferences.get': () => ({
          ownAddresses: [],
          neverLookUp: [],
          theme: 'system',
          singleKeys: true,
          folded: { summary: true },
        }),
      },
    );
    await waitFor(() => expect(section().querySelector('.fold-body')?.hasAttribute('hidden')).toBe(true));
    fireEvent.click(pen());
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  it('is only read where the server cannot change it, and absent where it is empty too', () => {
    const { become } = drawProfile({ summary: 'One' }, {}, { can: without('person.set') });
    expect(within(section()).queryByRole('button', { name: /Edit/ })).toBeNull();
    become({ summary: '' });
    expect(screen.queryByRole('region', { name: 'Summary' })).toBeNull();
  });

  it('says why this login may not change it', () => {
    drawProfile({ summary: 'One' }, {}, denying('person.set'));
    expect(pen().getAttribute('aria-disabled')).toBe('true');
    expect(section().textContent).toContain('Your login may not, at My book.');
    fireEvent.click(pen());
    expect(within(section()).queryByRole('textbox')).toBeNull();
  });
});
