import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawSearch as draw, people, press, rows, told, type } from '@/test/support/draw-search';
import { sources } from '@/test/support/views';

describe('What a search says of its sources', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('names a server that has not answered after a second, and shows the others', () => {
    const { tell } = draw();
    type('kel');
    tell(told(people, { waiting: [sources.zammad] }));
    expect(rows()).toHaveLength(3);
    expect(screen.queryByText(/has not answered yet/)).toBeNull();
    void act(() => void vi.advanceTimersByTime(1_000));
    expect(screen.getByText('Zammad West').closest('.box')?.textContent).toContain(
      'Zammad West has not answered yet. Others are shown.',
    );
    tell(told(people));
    expect(screen.queryByText(/has not answered yet/)).toBeNull();
  });

  it('says that a book is searched by name and address only while its index is made', () => {
    draw(told(people, { making: [sources.book] }));
    type('kel');
    expect(screen.getByText(/Until it is ready, people are found by name and address only/)).toBeTruthy();
  });

  it('tells a screen reader the count once the typing rests', () => {
    draw(told(people));
    type('k');
    void act(() => void vi.advanceTimersByTime(300));
    type('ke');
    void act(() => void vi.advanceTimersByTime(500));
    const heard = () => screen.getAllByRole('status').some((region) => region.textContent?.includes('3 people'));
    expect(heard()).toBe(false);
    void act(() => void vi.advanceTimersByTime(300));
    expect(heard()).toBe(true);
  });
});

describe('Filters of a search', () => {
  const pick = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

  it('are there only while something is typed', () => {
    draw(told(people));
    expect(screen.queryByRole('combobox', { name: 'Who' })).toBeNull();
    type('kel');
    expect(screen.getByRole('combobox', { name: 'Who' })).toBeTruthy();
  });

  it('ask for customers or agents, in a group or team of one source, in another order', async () => {
    const { asked } = draw(told(people));
    type('kel');
    pick('Who', 'customers');
    expect(asked.at(-1)?.wanted.query.role).toBe('customers');
    await screen.findByRole('option', { name: 'Gold' });
    pick('User group', 'book 3');
    expect(asked.at(-1)?.wanted).toMatchObject({ query: { role: 'customers', group: '3' }, sources: [sources.book] });
    pick('Who', 'agents');
    expect(asked.at(-1)?.wanted).toMatchObject({
      query: { role: 'agents', group: null },
      sources: [sources.book, sources.rt],
    });
    await screen.findByRole('option', { name: 'Team of rt' });
    pick('Team', 'rt 3');
    expect(asked.at(-1)?.wanted).toMatchObject({ query: { group: '3' }, sources: [sources.rt] });
    fireEvent.click(screen.getByRole('button', { name: 'Sorted by: Best match' }));
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Last seen' }));
    expect(asked.at(-1)?.wanted.query.sort).toBe('last-seen');
    expect(screen.getByRole('button', { name: 'Sorted by: Last seen' })).toBeTruthy();
  });

  it('go with the search', () => {
    const { asked } = draw(told(people));
    type('kel');
    pick('Who', 'agents');
    press('Escape');
    type('kel');
    expect(asked.at(-1)?.wanted.query.role).toBe('anyone');
  });
});
