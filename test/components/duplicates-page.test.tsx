import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { bare, drawDuplicates as draw, found, line, PAIRS, shows } from '@/test/support/draw-duplicates';

describe('The search for duplicates', () => {
  it('says how far it is, and can be stopped', async () => {
    const { tell, searches } = draw();
    await tell({ ...found([]), state: 'reading', done: 3000, total: 12000, last: false });
    const bar = screen.getByRole('progressbar', { name: 'Reading the book' });
    expect(bar.getAttribute('value')).toBe('0.25');
    expect(screen.getByText('3,000 of 12,000')).toBeTruthy();
    await tell({ ...found([]), state: 'comparing', done: 12000, total: 12000, last: false });
    screen.getByRole('progressbar', { name: 'Comparing 12,000 people' });
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(searches[0]?.stop).toHaveBeenCalledOnce();
    expect(screen.getByText('Stopped. No pairs were found yet.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Search again' }));
    await waitFor(() => expect(searches).toHaveLength(2));
  });

  it('says so where there is nothing, with the number of people', async () => {
    const { tell, said } = draw();
    await tell(found([]));
    expect(screen.getByText('No duplicates among 120 people.')).toBeTruthy();
    expect(said).toContain('No duplicates among 120 people.');
  });

  it('says why it failed, and can be asked once more', async () => {
    const { tell, searches } = draw();
    await tell(found([], { state: 'failed', problem: { kind: 'bug' } }));
    expect(screen.getByText(/Duplicates could not be found in/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(searches).toHaveLength(2));
  });

  it('leaves out pairs that were declared different before', async () => {
    const { tell } = draw({}, [['2', '1']]);
    await tell(found());
    await shows('Ben Otto', 'Benjamin Otto');
    expect(line()).toContain('1 of 3');
  });

  it('says how many there are where only the surest come', async () => {
    const { tell } = draw();
    await tell(found(PAIRS, { found: 12_345 }));
    expect(screen.getByText('First 4 of 12,345')).toBeTruthy();
  });
});

describe('People declared different', () => {
  const section = async () => within(await screen.findByRole('region', { name: /^Declared different/ }));

  it('are listed with the way back, whenever it was said', async () => {
    const { tell, declared, said, folds } = draw({}, [['3', '4']]);
    folds.set('duplicates-apart', false);
    await tell(found(PAIRS.slice(0, 1)));
    const list = await section();
    const back = await list.findByRole('button', {
      name: 'Take back: Ben Otto and Benjamin Otto are different people',
    });
    fireEvent.click(back);
    await waitFor(() => expect(declared).toEqual([]));
    expect(said.map(bare)).toContain('Ben Otto and Benjamin Otto may be the same again');
  });

  it('are listed with people of servers too, each with the name of its own', async () => {
    const rt = { connection: 'rt', id: '3' };
    const book = { connection: 'book', id: '1' };
    const elsewhere = [rt, { connection: 'zammad', id: '4' }] as const;
    const { tell, questions, folds } = draw({ 'apart.across': () => [[rt, book], elsewhere] });
    folds.set('duplicates-apart', false);
    await tell(found(PAIRS.slice(0, 1)));
    const list = await section();
    expect(bare((await list.findByText(/at .RT Support/)).textContent ?? '')).toBe(
      'Ben Otto at RT Support and Anna Keller at My book',
    );
    expect(list.queryByText(/Zammad/)).toBeNull();
    fireEvent.click(list.getByRole('button', { name: /^Take back: .* at .* and .* at / }));
    await waitFor(() => expect(questions('apart.set')).toEqual([{ a: rt, b: book, apart: false }]));
  });
});
