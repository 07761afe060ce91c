import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawPart } from '@/test/support/draw-part';
import { done, edit, field, key, no, PHONE, Phone, pen, saving } from '@/test/support/phone-field';
import type { Problem } from '@/utils/problem';

describe('What could not be saved', () => {
  const fail = async (problem: Problem) => {
    const to = saving();
    const panel = drawPart(<Phone save={to.save} />, { 'lookup.person': () => null });
    edit('x');
    key('Enter');
    await to.answer(no(problem));
    return { ...panel, ...to };
  };

  it('stays to be seen, marked in words with the reason, and is told at once', async () => {
    const { warned, held } = await fail({ kind: 'server', status: 502 });
    expect(screen.getByText('x')).toBeTruthy();
    expect(screen.getByText('Not saved')).toBeTruthy();
    expect(screen.getByText('The server answered 502.')).toBeTruthy();
    expect(warned).toEqual(['Phone: Not saved in My book. The server answered 502.']);
    expect(held.size).toBe(1);
  });

  it.each([
    ['offline', 'It could not be reached.'],
    ['storage-full', 'There is no room left on this computer.'],
    ['forbidden', 'Your login may not do this.'],
  ] as const)('because of “%s” says so', async (kind, text) => {
    await fail({ kind });
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('is tried again as it was', async () => {
    const { asked, answer, held } = await fail({ kind: 'timeout' });
    fireEvent.click(screen.getByRole('button', { name: 'Retry Phone' }));
    expect(screen.getByText(/saving/)).toBeTruthy();
    expect(document.activeElement).toBe(pen());
    expect(asked).toEqual([
      ['x', PHONE],
      ['x', PHONE],
    ]);
    await answer(done);
    expect(screen.queryByText('Not saved')).toBeNull();
    expect(held.size).toBe(0);
  });

  it('is given up by Revert', async () => {
    const { questions, held } = await fail({ kind: 'timeout' });
    fireEvent.click(screen.getByRole('button', { name: 'Revert Phone' }));
    expect(screen.getByText(PHONE)).toBeTruthy();
    expect(screen.queryByText('Not saved')).toBeNull();
    expect(document.activeElement).toBe(pen());
    expect(held.size).toBe(0);
    expect(questions('typed.keep').at(-1)).toMatchObject({ place: 'contact:phone', typed: null });
  });

  it('can be edited further, upon what the record holds', async () => {
    const { asked } = await fail({ kind: 'timeout' });
    fireEvent.click(pen());
    expect(field().value).toBe('x');
    fireEvent.input(field(), { target: { value: 'xy' } });
    key('Enter');
    expect(asked.at(-1)).toEqual(['xy', PHONE]);
  });

  it('is still not saved when a further edit of it is given up, and still holds the panel', async () => {
    const { held, asked } = await fail({ kind: 'timeout' });
    fireEvent.click(pen());
    fireEvent.input(field(), { target: { value: 'xy' } });
    key('Escape');
    expect(screen.getByText('x')).toBeTruthy();
    expect(screen.getByText('Not saved')).toBeTruthy();
    expect(held.size).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('is over when it is edited back to what the record holds', async () => {
    const { held, asked } = await fail({ kind: 'timeout' });
    fireEvent.click(pen());
    fireEvent.input(field(), { target: { value: PHONE } });
    key('Enter');
    expect(screen.queryByText('Not saved')).toBeNull();
    expect(screen.getByText(PHONE)).toBeTruthy();
    expect(held.size).toBe(0);
    expect(asked).toHaveLength(1);
  });

  it('because somebody else has the address says who, and offers to show them', async () => {
    const { questions } = await fail({ kind: 'conflict', owner: { id: '7', name: 'Marie Berg' } });
    expect(screen.getByText(/^.Marie Berg. has this address already\.$/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Show .Marie Berg.$/ }));
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: '7' } }]);
  });
});

describe('A value that somebody else changed meanwhile', () => {
  const conflict = async () => {
    const to = saving();
    const panel = drawPart(<Phone save={to.save} />);
    edit('mine');
    key('Enter');
    await to.answer(no({ kind: 'conflict', theirs: 'theirs' }));
    return { ...panel, ...to, box: within(screen.getByRole('region', { name: 'Phone at My book' })) };
  };

  it('stands as it was, as I wrote it and as they did, with none of them preset', async () => {
    const { box, warned } = await conflict();
    const values = box.getAllByRole('definition').map((value) => value.textContent);
    expect(values).toEqual([PHONE, 'mine', 'theirs']);
    expect(box.getAllByRole('term').map((term) => term.textContent)).toEqual(['Before', 'Mine', 'Theirs']);
    expect(box.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Keep mine',
      'Keep theirs',
      'Edit',
    ]);
    expect(warned).toHaveLength(1);
  });

  it('can be kept as mine, upon theirs', async () => {
    const { box, asked, answer } = await conflict();
    fireEvent.click(box.getByRole('button', { name: 'Keep mine' }));
    expect(asked.at(-1)).toEqual(['mine', 'theirs']);
    await answer(done);
    expect(screen.getByText('mine')).toBeTruthy();
    expect(document.activeElement).toBe(pen());
  });

  it('can be left as theirs', async () => {
    const { box, asked, held } = await conflict();
    fireEvent.click(box.getByRole('button', { name: 'Keep theirs' }));
    expect(asked).toHaveLength(1);
    expect(screen.getByText('theirs')).toBeTruthy();
    expect(held.size).toBe(0);
  });

  it('can be edited from mine, upon theirs', async () => {
    const { box, asked } = await conflict();
    fireEvent.click(box.getByRole('button', { name: 'Edit' }));
    expect(field().value).toBe('mine');
    fireEvent.input(field(), { target: { value: 'both' } });
    key('Enter');
    expect(asked.at(-1)).toEqual(['both', 'theirs']);
  });
});
