import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { note } from '@/test/support/people';
import { allCapabilities, answer, match, view } from '@/test/support/views';
import type { Typed } from '@/utils/messages/protocol';
import type { SourceAnswer } from '@/utils/messages/view';
import { ME, type Note } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const ran = { entry: 'e1', made: ['7'] };
const part = (items: readonly Note[], total = items.length) => ({ items, total });

function draw(notes: readonly Note[], answers: Answers = {}, some: Partial<SourceAnswer> = {}) {
  const none = { state: 'read', part: { items: [], total: 0 } } as const;
  const profile = { open: none, resolved: none, notes: { state: 'read', part: part(notes) } } as const;
  const shown = view({ answers: [answer([match({}, { profile })], some)] });
  return { ...drawPanel(shown, { 'typed.get': () => ({}), 'typed.keep': () => null, ...answers }), shown };
}
const section = () => screen.getByRole('region', { name: /^Notes/ });
const field = () => within(section()).getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const press = (name: string | RegExp) => fireEvent.click(within(section()).getByRole('button', { name }));

function type(text: string) {
  fireEvent.input(field(), { target: { value: text } });
}

describe('Adding a note', () => {
  it('is begun with the plus at the heading, which puts the focus into the field', () => {
    draw([]);
    press('Add note');
    expect(document.activeElement).toBe(field());
  });

  it('sends the text without the space around it, and says that it is done, with Undo', async () => {
    const { questions } = draw([], { 'action.run': () => ran, 'action.undo': () => ran });
    press('Add note');
    type('  Wants the invoice by post.\n');
    press('Save note');
    await screen.findByText('Note added');
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: { action: 'add-note', input: { text: 'Wants the invoice by post.', files: [] } },
      },
    ]);
    expect(within(section()).queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('is saved with Ctrl and Enter, while Enter alone begins a new line', async () => {
    const { questions } = draw([], { 'action.run': () => ran });
    press('Add note');
    type('One');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(questions('action.run')).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(questions('action.run')).toHaveLength(1));
  });

  it('asks for a text or a file where there is neither', () => {
    const { questions } = draw([], { 'action.run': () => ran });
    press('Add note');
    press('Save note');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const said = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toContain('Write something, or attach a file.');
    expect(questions('action.run')).toEqual([]);
  });

  it('keeps every word of a text that is too long, and says how long it may be', () => {
    const { questions } = draw([], { 'action.run': () => ran });
    press('Add note');
    type('x'.repeat(50_001));
    press('Save note');
    expect(within(section()).getByText('This text has 50,001 characters. Up to 50,000 can be kept.')).toBeTruthy();
    expect(field().value).toHaveLength(50_001);
    expect(questions('action.run')).toEqual([]);
  });

  it('keeps the text where it could not be saved, and tries again on a press', async () => {
    const went = { well: false };
    const { questions } = draw([], {
      'action.run': () => {
        if (!went.well) throw new ProblemError({ kind: 'storage-full' });
        return ran;
      },
    });
    press('Add note');
    type('Call her back.');
    press('Save note');
    await within(section()).findByText('The note could not be saved in My book.');
    expect(field().value).toBe('Call her back.');
    went.well = true;
    press('Retry');
    await screen.findByText('Note added');
    expect(questions('action.run')).toHaveLength(2);
  });

  it('is there again, as far as it was typed, after the panel was closed', async () => {
    const typed: Record<string, Typed> = { note: { text: 'Half a tho', base: '', at: '2026-11-17T13:00:00.000Z' } };
    draw([], { 'typed.get': () => typed });
    await waitFor(() => expect(field().value).toBe('Half a tho'));
  });

  it('is kept while it is typed, and forgotten once it is given up', async () => {
    const { questions } = draw([]);
    press('Add note');
    type('Half');
    await waitFor(() =>
      expect(questions('typed.keep')).toContainEqual(
        expect.objectContaining({ place: 'note', typed: expect.objectContaining({ text: 'Half' }) }),
      ),
    );
    press('Cancel');
    await waitFor(() =>
      expect(questions('typed.keep').at(-1)).toEqual(
        expect.objectContaining({ place: expect.any(String), typed: null }),
      ),
    );
    expect(within(section()).queryByRole('textbox')).toBeNull();
  });

  it('is only closed by Esc: the next plus brings back what stands in it', () => {
    draw([]);
    press('Add note');
    type('Unfinished');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(within(section()).queryByRole('textbox')).toBeNull();
    press('Add note');
    expect(field().value).toBe('Unfinished');
  });

  it('cannot be begun where the server takes no notes', () => {
    draw([note()], {}, { can: ['notes'] });
    expect(within(section()).queryByRole('button', { name: 'Add note' })).toBeNull();
    expect(within(section()).queryByRole('button', { name: /^Edit note/ })).toBeNull();
    expect(within(section()).queryByRole('button', { name: /^Delete note/ })).toBeNull();
  });
});

describe('Notes where this login may only read', () => {
  it('say so at each control, which stays there', () => {
    const { questions } = draw([note()], {}, { can: ['notes'], denied: ['note.add', 'note.set', 'note.remove'] });
    for (const name of ['Add note', /^Edit note/, /^Delete note/]) {
      const button = within(section()).getByRole('button', { name });
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(button.parentElement?.textContent).toContain('My book');
      fireEvent.click(button);
    }
    expect(within(section()).queryByRole('textbox')).toBeNull();
    expect(questions('action.run')).toEqual([]);
  });
});

describe('A note', () => {
  it('of the user themself is by "You"', () => {
    draw([note({ author: ME })]);
    expect(within(section()).getByText('You')).toBeTruthy();
  });

  it('says when it was changed later', () => {
    draw([note({ editedAt: '2026-11-15T08:00:00.000Z' })]);
    expect(within(section()).getByText('edited')).toBeTruthy();
  });

  it('is edited in its place: only the change is sent, with what it was before', async () => {
    const { questions } = draw([note({ id: '4', text: 'Agreed.' })], { 'action.run': () => ran });
    press(/^Edit note by Jonas Wirth/);
    type('Agreed, and signed.');
    press('Save');
    await screen.findByText('Note changed');
    expect(questions('action.run')).toEqual([
      {
        ref: { connection: 'book', id: '1' },
        chosen: { action: 'edit-note', input: { note: '4', from: 'Agreed.', to: 'Agreed, and signed.' } },
      },
    ]);
  });

  it('that was emptied is not saved, and says what to do', () => {
    const { questions } = draw([note()], { 'action.run': () => ran });
    press(/^Edit note/);
    type('   ');
    press('Save');
    expect(within(section()).getByText('A note cannot be empty. Delete it instead.')).toBeTruthy();
    expect(questions('action.run')).toEqual([]);
  });

  it('edited in two windows at once shows both texts, and loses neither', async () => {
    const { questions } = draw([note({ id: '4', text: 'Agreed.' })], {
      'action.run': ({ chosen }) => {
        const from = chosen.action === 'edit-note' ? chosen.input.from : '';
        if (from === 'Agreed.') throw new ProblemError({ kind: 'conflict', theirs: 'Agreed by phone.' });
        return ran;
      },
    });
    press(/^Edit note/);
    type('Agreed by mail.');
    press('Save');
    await within(section()).findByText('Agreed by phone.');
    expect(within(section()).getByText('Agreed by mail.')).toBeTruthy();
    press('Keep mine');
    await screen.findByText('Note changed');
    expect(questions('action.run').at(-1)).toMatchObject({
      chosen: { input: { from: 'Agreed by phone.', to: 'Agreed by mail.' } },
    });
  });

  it('is deleted with a way back, files and all', async () => {
    const file = { id: '9', name: 'a.pdf', size: 10, type: 'application/pdf' };
    const { questions } = draw([note({ id: '4', files: [file] })], {
      'action.run': () => ran,
      'action.undo': () => ran,
    });
    press(/^Delete note by Jonas Wirth/);
    await screen.findByText('Note deleted');
    expect(questions('action.run')).toMatchObject([
      { chosen: { action: 'remove-note', input: { note: { id: '4', text: 'Agreed.', files: [file] } } } },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('that could not be deleted stays, and says why', async () => {
    draw([note()], {
      'action.run': () => {
        throw new ProblemError({ kind: 'conflict' });
      },
    });
    press(/^Delete note/);
    await within(section()).findByText('The note could not be deleted in My book.');
    expect(within(section()).getByText('Agreed.')).toBeTruthy();
  });
});

describe('All notes, on their own tab', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => note({ id: String(at), text: `Note ${at}` }));

  it('come page by page, and say how many there are', async () => {
    const all = many(120);
    const none = { state: 'read', part: { items: [], total: 0 } } as const;
    const profile = { notes: { state: 'read', part: part(all.slice(0, 2), 120) }, open: none, resolved: none } as const;
    drawPanel(view({ answers: [answer([match({}, { profile })], { can: allCapabilities })] }), {
      'typed.get': () => ({}),
      notes: ({ limit }) => part(all.slice(0, limit), 120),
    });
    fireEvent.click(screen.getByRole('tab', { name: /^Notes/ }));
    await screen.findByText('50 of 120 notes');
    fireEvent.click(screen.getByRole('button', { name: 'Show older' }));
    await screen.findByText('100 of 120 notes');
    fireEvent.click(screen.getByRole('button', { name: 'Show older' }));
    await screen.findByText('Note 119');
    expect(screen.queryByText(/of 120 notes/)).toBeNull();
  });
});
