import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawPanel, NOW } from '@/test/support/draw-panel';
import { view } from '@/test/support/views';
import { emptyView, type RecentPerson } from '@/utils/messages/view';

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /Search people/ });
const at = (ms: number) => new Date(ms).toISOString();
const given = (text: string, when: number, tab = 1) => ({
  ...view({ subject: null }),
  tab,
  query: { text, at: at(when) },
});

describe('A text without an address that is handed to the panel', () => {
  it('goes into the search field, however late its view comes', () => {
    const { show, clock } = drawPanel(null);
    clock.now += 30_000;
    show(given('Keller', NOW - 1000));
    expect(field().value).toBe('Keller');
  });

  it('is no news in a panel that is opened later for something else', () => {
    drawPanel(given('Keller', NOW - 60_000));
    expect(field().value).toBe('');
  });

  it('goes there once: what was typed since is not replaced when its tab is in front again', () => {
    const { show } = drawPanel(given('Keller', NOW));
    expect(field().value).toBe('Keller');
    fireEvent.input(field(), { target: { value: '' } });
    show(null);
    show(emptyView(2));
    show(null);
    show(given('Keller', NOW));
    expect(field().value).toBe('');
    show(given('Keller', NOW + 1000));
    expect(field().value).toBe('Keller');
  });
});

describe('A list that the arrows go through', () => {
  const person = (id: string, name: string): RecentPerson => ({ ref: { connection: 'book', id }, name, address: null });
  const anna = person('1', 'Anna Keller');
  const bob = person('2', 'Bob Stone');
  const list = (...recent: RecentPerson[]) => ({ ...emptyView(1), recent });
  const stop = () => screen.getAllByRole('button').find((row) => row.hasAttribute('data-rove') && row.tabIndex === 0);

  it('is entered at the row that was left, also when others came before it', () => {
    const { show } = drawPanel(list(anna, bob));
    expect(stop()?.textContent).toContain('Anna Keller');
    fireEvent.focus(screen.getByRole('button', { name: /Bob Stone/ }));
    expect(stop()?.textContent).toContain('Bob Stone');
    show(list(person('3', 'Cem Ak'), anna, bob));
    expect(stop()?.textContent).toContain('Bob Stone');
  });

  it('is entered at its first row when that one is gone', () => {
    const { show } = drawPanel(list(anna, bob));
    fireEvent.focus(screen.getByRole('button', { name: /Bob Stone/ }));
    show(list(person('3', 'Cem Ak'), anna));
    expect(stop()?.textContent).toContain('Cem Ak');
  });
});
