// Comes when it is asked for; here it is there already, so that no test waits for it to be compiled.
import '@/components/person-form/PersonForm';
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { partyOf } from '@/test/support/people';
import { answer, match, subject, view } from '@/test/support/views';

const anna = view({
  subject: subject({ key: 'anna' }),
  answers: [answer([match({ labels: ['VIP'], summary: 'Likes tea' })])],
});
const bob = view({
  subject: subject({ key: 'bob', party: partyOf('Bob Stone', 'bob@example.com') }),
  answers: [answer([match({ ref: { connection: 'book', id: '2' }, name: 'Bob Stone' })])],
});

const draw = () => drawPanel(anna, { 'typed.get': () => ({}), 'typed.keep': () => null, 'lookup.person': () => null });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const label = () => screen.getByRole('button', { name: 'VIP' });
const openLabel = () => {
  label().focus();
  fireEvent.click(label());
};

describe('A page in place of the profile', () => {
  it('stands alone, starts at its heading, and goes back to what opened it', async () => {
    draw();
    openLabel();
    expect(heading()).toBe('People with “VIP”');
    expect(screen.queryByText('Likes tea')?.closest('[hidden]')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(heading()).toBe('Anna Keller');
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  it('goes back with Esc, and the focus is where it was', async () => {
    draw();
    openLabel();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(heading()).toBe('Anna Keller');
    await waitFor(() => expect(document.activeElement).toBe(label()));
  });

  it('gives way to the next message', () => {
    const { show } = draw();
    openLabel();
    show(bob);
    expect(heading()).toBe('Bob Stone');
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  it('is still there after another tab was looked at', () => {
    const { show } = draw();
    openLabel();
    show(null);
    show({ ...bob, tab: 2 });
    expect(heading()).toBe('Bob Stone');
    show(null);
    show(anna);
    expect(heading()).toBe('People with “VIP”');
  });

  it('waits behind a search', () => {
    draw();
    openLabel();
    const search = screen.getByRole('combobox', { name: /Search people/ });
    fireEvent.input(search, { target: { value: 'bob' } });
    expect(screen.getByText('People with “VIP”').closest('[hidden]')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent.input(search, { target: { value: '' } });
    expect(heading()).toBe('People with “VIP”');
  });

  it('with a half-filled form of somebody new holds the panel, and says what is not saved', async () => {
    const { show } = draw();
    fireEvent.input(screen.getByRole('combobox', { name: /Search people/ }), { target: { value: 'Marie Berg' } });
    fireEvent.click(await screen.findByRole('button', { name: 'New person “Marie Berg”' }));
    // Its code comes when it is asked for.
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'New person', level: 1 })),
    );
    fireEvent.input(await screen.findByLabelText('Name'), { target: { value: 'Marie' } });
    show(bob);
    expect(screen.getByText('Still creating a new person.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Marie');
    await act(async () => {});
    fireEvent.click(screen.getByRole('button', { name: /^Show .Bob Stone.$/ }));
    expect(heading()).toBe('Bob Stone');
  });
});
