import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { partyOf } from '@/test/support/people';
import { answer, match, subject, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const ran = { entry: 'e1', made: [] };
const quiet = { 'typed.get': () => ({}), 'typed.keep': () => null } as const;
const anna = (summary = 'Likes tea', version = '1') =>
  view({ subject: subject({ key: 'anna' }), answers: [answer([match({ summary, version })])] });
const bob = view({
  subject: subject({ key: 'bob', party: partyOf('Bob Stone', 'bob@example.com') }),
  answers: [answer([match({ ref: { connection: 'book', id: '2' }, name: 'Bob Stone', summary: 'Plays chess' })])],
});

const name = () => screen.getByRole('heading', { level: 1 }).textContent;
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' });
const begin = (text: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Edit Summary' }));
  fireEvent.input(field(), { target: { value: text } });
};
const strip = () => screen.queryByText(/^Still editing/, { ignore: '[role="status"]' });

describe('A field that is edited', () => {
  it('holds the panel when the next message is opened, says so, and lets go on a press', async () => {
    const { show } = drawPanel(anna(), quiet);
    begin('Likes coffee');
    show(bob);
    expect(name()).toBe('Anna Keller');
    expect(field().value).toBe('Likes coffee');
    expect(strip()?.textContent).toMatch(/^Still editing .Anna Keller.\.$/);
    await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toMatch(/Still editing .Anna Keller/));
    fireEvent.click(screen.getByRole('button', { name: /^Show .Bob Stone.$/ }));
    expect(name()).toBe('Bob Stone');
    expect(screen.getByText('Plays chess')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Summary' })).toBeNull();
  });

  it('that was only opened holds as well', () => {
    const { show } = drawPanel(anna(), quiet);
    fireEvent.click(screen.getByRole('button', { name: 'Edit Summary' }));
    show(bob);
    expect(name()).toBe('Anna Keller');
  });

  it('holds it where nobody is shown next, too', () => {
    const { show } = drawPanel(anna(), quiet);
    begin('Likes coffee');
    show(view({ subject: null, page: { state: 'none', host: null, site: null } }));
    expect(name()).toBe('Anna Keller');
    fireEvent.click(screen.getByRole('button', { name: 'Stop editing' }));
    expect(name()).not.toBe('Anna Keller');
  });

  it('lets the new message be shown once it is saved', async () => {
    const { show, questions } = drawPanel(anna(), { ...quiet, 'action.run': () => ran });
    begin('Likes coffee');
    show(bob);
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(name()).toBe('Bob Stone'));
    expect(questions('action.run')).toMatchObject([
      { ref: { id: '1' }, chosen: { action: 'set-summary', input: { from: 'Likes tea', to: 'Likes coffee' } } },
    ]);
    expect(strip()).toBeNull();
  });

  it('lets the new message be shown once it is given up', () => {
    const { show } = drawPanel(anna(), quiet);
    begin('Likes coffee');
    show(bob);
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(name()).toBe('Bob Stone');
  });

  it('holds on while it could not be saved', async () => {
    const { show } = drawPanel(anna(), {
      ...quiet,
      'action.run': () => {
        throw new ProblemError({ kind: 'timeout' });
      },
    });
    begin('Likes coffee');
    show(bob);
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('Not saved')).toBeTruthy();
    expect(name()).toBe('Anna Keller');
    fireEvent.click(screen.getByRole('button', { name: 'Revert Summary' }));
    expect(name()).toBe('Bob Stone');
  });

  it('does not keep news of the same person away', () => {
    const { show } = drawPanel(anna(), quiet);
    begin('Likes coffee');
    const more = match({ summary: 'Likes tea', name: 'Anna Keller-Berg' });
    show(view({ subject: subject({ key: 'anna' }), answers: [answer([more])] }));
    expect(name()).toBe('Anna Keller-Berg');
    expect(field().value).toBe('Likes coffee');
    show(bob);
    expect(name()).toBe('Anna Keller-Berg');
  });

  it('is there again, with the panel held, after another tab was looked at', async () => {
    const { show } = drawPanel(anna(), quiet);
    begin('Likes coffee');
    show(bob);
    show(null);
    show({ ...bob, tab: 2 });
    expect(name()).toBe('Bob Stone');
    expect(strip()).toBeNull();
    show(null);
    show(bob);
    expect(name()).toBe('Anna Keller');
    await waitFor(() => expect(field().value).toBe('Likes coffee'));
    expect(strip()).toBeTruthy();
  });

  it('is there again after the panel was closed, and holds it', async () => {
    const typed = { text: 'Likes coffee', base: 'Likes tea', at: '2026-11-17T13:30:00.000Z' };
    const { show } = drawPanel(anna(), { ...quiet, 'typed.get': () => ({ summary: typed }) });
    await waitFor(() => expect(field().value).toBe('Likes coffee'));
    show(bob);
    expect(name()).toBe('Anna Keller');
  });

  it('does not keep away whom the user asks for in the panel; what is typed is kept', async () => {
    const { show, questions } = drawPanel(anna(), {
      ...quiet,
      'lookup.person': () => null,
      search: () => ({ items: [], total: 0 }),
    });
    begin('Likes coffee');
    const search = screen.getByRole('combobox', { name: /Search people/ });
    fireEvent.input(search, { target: { value: 'bob@example.com' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    show(bob);
    expect(name()).toBe('Bob Stone');
    await act(async () => {});
    expect(questions('typed.keep').at(-1)).toMatchObject({ place: 'summary', typed: { text: 'Likes coffee' } });
  });

  it('of any kind is there again, also one that lets go when it is taken away', async () => {
    const { show } = drawPanel(anna(), { ...quiet, labels: () => ({ items: [], total: 0 }) });
    fireEvent.click(screen.getByRole('button', { name: 'Add a label' }));
    const label = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'New label' });
    fireEvent.input(label(), { target: { value: 'VI' } });
    show(bob);
    show(null);
    show({ ...bob, tab: 2 });
    show(null);
    show(bob);
    await waitFor(() => expect(label().value).toBe('VI'));
    expect(name()).toBe('Anna Keller');
    expect(strip()).toBeTruthy();
  });

  it('holds no longer, a moment after its tab is back, if it was saved meanwhile', async () => {
    const open: (() => void)[] = [];
    const { show, questions } = drawPanel(anna(), {
      ...quiet,
      'action.run': () => new Promise<typeof ran>((resolve) => open.push(() => resolve(ran))),
    });
    begin('Likes coffee');
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(open).toHaveLength(1));
    show(bob);
    show(null);
    open[0]?.();
    await waitFor(() => expect(questions('typed.keep').at(-1)).toMatchObject({ typed: null }));
    show(bob);
    expect(name()).toBe('Anna Keller');
    await waitFor(() => expect(name()).toBe('Bob Stone'), { timeout: 2000 });
  });

  it('holds it also while another part of the profile is looked at: a half-written note', () => {
    const { show } = drawPanel(anna(), { ...quiet, history: () => ({ items: [], total: 0 }) });
    fireEvent.click(screen.getAllByRole('button', { name: 'Add note' })[0] ?? document.body);
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Called back' } });
    fireEvent.click(screen.getByRole('tab', { name: /History/ }));
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
    show(bob);
    expect(name()).toBe('Anna Keller');
    expect(strip()).toBeTruthy();
  });
});
