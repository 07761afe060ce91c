import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import {
  bare,
  decidedList,
  drawDuplicates as draw,
  found,
  line,
  merged,
  PAIRS,
  pair,
  press,
  shows,
} from '@/test/support/draw-duplicates';
import type { EntryMark } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

describe('The review of duplicates', () => {
  it('shows the surest pair first, with both cards and what speaks for and against it', async () => {
    const { tell, said } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    expect(line()).toBe('1 of 4Almost certain');
    const reasons = (name: string) =>
      bare(screen.getByRole('heading', { name }).parentElement?.querySelector('ul')?.textContent);
    expect(reasons('Speaks for it')).toBe('Same phone +49 30 901820');
    expect(reasons('Speaks against it')).toBe('Different birthday 1980-01-02 / 1994-11-23');
    expect(screen.getByText('p1@example.com')).toBeTruthy();
    await waitFor(() => expect(bare(said.at(-1))).toContain('1 of 4, Anna Keller and A. Keller'));
    expect(document.body.textContent).not.toMatch(/0\.9|90 ?%/);
  });

  it('goes by arrows alone once single keys are turned off', async () => {
    document.documentElement.dataset['keys'] = 'off';
    try {
      const { tell } = draw();
      await tell(found());
      await shows('Anna Keller', 'A. Keller');
      press('j');
      await shows('Anna Keller', 'A. Keller');
      press('ArrowRight');
      await shows('Ben Otto', 'Benjamin Otto');
    } finally {
      delete document.documentElement.dataset['keys'];
    }
  });

  it('goes to and fro by J, K and the arrows, and says which pairs are one group', async () => {
    const { tell } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('k');
    await shows('Anna Keller', 'A. Keller');
    press('j');
    await shows('Ben Otto', 'Benjamin Otto');
    expect(line()).toBe('2 of 4LikelyGroup of 3 records that may be one person');
    press('ArrowRight');
    await shows('Ben Otto', 'B. Otto');
    press('ArrowLeft');
    press('K');
    await shows('Anna Keller', 'A. Keller');
  });

  it('never takes a pair that was passed over or skipped for different people', async () => {
    const { tell, questions } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('j');
    await shows('Ben Otto', 'Benjamin Otto');
    press('s');
    await shows('Ben Otto', 'B. Otto');
    expect(questions('apart.set')).toEqual([]);
    expect(decidedList()).toEqual(['Ben Otto and Benjamin Otto: skipped']);
    expect(screen.getByText('3 pairs left to decide')).toBeTruthy();
  });

  it('remembers different people by D and goes on; Z takes it back and shows the pair again', async () => {
    const { tell, questions, declared, said } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('d');
    await shows('Ben Otto', 'Benjamin Otto');
    expect(declared).toEqual([['1', '2']]);
    expect(said.map(bare)).toContain('Anna Keller and A. Keller: different people');
    press('z');
    await shows('Anna Keller', 'A. Keller');
    expect(declared).toEqual([]);
    expect(questions('apart.set')).toHaveLength(2);
    expect(line()).toBe('1 of 4Almost certain');
    press('z');
    await waitFor(() => expect(said).toContain('Nothing to undo here.'));
  });

  it('opens the merge page by M or Enter, comes back to the next pair, and counts what the journal says', async () => {
    const marks: EntryMark[] = [];
    const { tell, opened, leave, comeBack, questions } = draw({ entries: () => marks });
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('m');
    const at = (id: string) => ({ connection: 'book', id });
    expect(opened).toEqual([{ kind: 'merge', stays: at('1'), goes: at('2'), after: 'back' }]);
    leave();
    // They were switched there: who was opened as the one to go has stayed.
    marks.push(merged('e9', ['1']));
    comeBack();
    await shows('Ben Otto', 'Benjamin Otto');
    expect(decidedList()).toEqual(['Anna Keller and A. Keller: merged']);
    press('z');
    await shows('Anna Keller', 'A. Keller');
    expect(questions('action.undo')).toEqual([{ entry: 'e9' }]);
    expect(decidedList()).toEqual([]);
    press('Enter');
    expect(opened).toHaveLength(2);
  });

  it('is where it was when the merge page was left without merging', async () => {
    const { tell, leave, comeBack, searches } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('d');
    await shows('Ben Otto', 'Benjamin Otto');
    press('m');
    leave();
    comeBack();
    await shows('Ben Otto', 'Benjamin Otto');
    expect(decidedList()).toEqual(['Anna Keller and A. Keller: different people']);
    expect(searches).toHaveLength(1);
  });

  it('asks of a merged person as of the one who stands for them, and settles pairs that became one', async () => {
    const marks: EntryMark[] = [];
    const { tell, leave, comeBack } = draw({ entries: ({ ref }) => (ref.id === '3' || ref.id === '4' ? marks : []) });
    await tell(found(PAIRS.slice(1)));
    await shows('Ben Otto', 'Benjamin Otto');
    press('m');
    leave();
    marks.push(merged('e9', ['4']));
    comeBack();
    await shows('Ben Otto', 'B. Otto');
    press('d');
    // 4 and 5 are 3 and 5 now, who were just declared different.
    await waitFor(() => expect(screen.getByText('All pairs are decided.')).toBeTruthy());
    press('j');
    await waitFor(() => expect(line()).toContain('Settled by another pair'));
  });

  it('takes the whole sitting back, the last first', async () => {
    const marks: EntryMark[] = [];
    const { tell, leave, comeBack, asked, declared, said } = draw({ entries: () => marks });
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('d');
    await shows('Ben Otto', 'Benjamin Otto');
    press('m');
    leave();
    marks.push(merged('e9', ['4']));
    comeBack();
    await shows('Ben Otto', 'B. Otto');
    press('s');
    fireEvent.click(screen.getByRole('button', { name: 'Undo all' }));
    await waitFor(() => expect(said).toContain('3 decisions undone'));
    expect(decidedList()).toEqual([]);
    expect(declared).toEqual([]);
    const undone = asked.filter(({ name }) => name === 'action.undo' || name === 'apart.set').map(({ name }) => name);
    expect(undone).toEqual(['apart.set', 'action.undo', 'apart.set']);
    await shows('Anna Keller', 'A. Keller');
  });

  it('stops taking back at what cannot be taken back, and says so', async () => {
    const marks: EntryMark[] = [];
    const { tell, leave, comeBack, warned, declared } = draw({
      entries: () => marks,
      'action.undo': () => {
        throw new ProblemError({ kind: 'conflict' });
      },
    });
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('d');
    await shows('Ben Otto', 'Benjamin Otto');
    press('m');
    leave();
    marks.push(merged('e9', ['4']));
    comeBack();
    await shows('Ben Otto', 'B. Otto');
    fireEvent.click(screen.getByRole('button', { name: 'Undo all' }));
    await waitFor(() => expect(warned.at(-1)).toContain('Not undone'));
    expect(declared).toEqual([['1', '2']]);
    expect(decidedList()).toHaveLength(2);
  });

  it('knows that a merge was taken back by its notice', async () => {
    const marks: EntryMark[] = [];
    const { tell, leave, comeBack, questions } = draw({ entries: () => marks });
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('m');
    leave();
    marks.push(merged('e9', ['2']));
    comeBack();
    await shows('Ben Otto', 'Benjamin Otto');
    marks.splice(0);
    press('z');
    await shows('Anna Keller', 'A. Keller');
    expect(questions('action.undo')).toEqual([]);
  });

  it('says that a record is no longer there, which can then be neither merged nor declared', async () => {
    const { tell, questions, opened } = draw();
    await tell(found([pair('1', '77')]));
    await screen.findByText('This record is no longer there.');
    press('m');
    press('d');
    expect(opened).toEqual([]);
    expect(questions('apart.set')).toEqual([]);
  });

  it('stays where it is, and says so, where "Different people" could not be remembered', async () => {
    const { tell, warned } = draw({
      'apart.set': () => {
        throw new ProblemError({ kind: 'storage-full' });
      },
    });
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    press('d');
    await waitFor(() => expect(warned.at(-1)).toContain('was not remembered'));
    await shows('Anna Keller', 'A. Keller');
    expect(decidedList()).toEqual([]);
  });

  it('hears no letters that are typed, and leaves Enter to a button that has the focus', async () => {
    const { tell, questions, opened, container } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    const field = document.createElement('input');
    container.append(field);
    press('d', {}, field);
    press('z', { ctrlKey: true }, field);
    press('Enter', {}, screen.getByRole('button', { name: 'Skip S' }));
    press('d', { ctrlKey: true });
    expect(questions('apart.set')).toEqual([]);
    expect(opened).toEqual([]);
  });

  it('keeps the key for undo from what was done to the person behind it', async () => {
    const { tell } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    expect(press('z', { ctrlKey: true })).toBe(false);
  });

  it('has the focus from the start, whatever had it before', async () => {
    const { tell } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Duplicates' })));
  });

  it('can be done by its buttons alone', async () => {
    const { tell, opened } = draw();
    await tell(found());
    await shows('Anna Keller', 'A. Keller');
    fireEvent.click(screen.getByRole('button', { name: 'Different people D' }));
    await shows('Ben Otto', 'Benjamin Otto');
    fireEvent.click(screen.getByRole('button', { name: 'Compare and merge M' }));
    expect(opened).toHaveLength(1);
  });
});
