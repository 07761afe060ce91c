import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { denying, drawProfile, ran, without } from '@/test/support/draw-profile';
import { ProblemError } from '@/utils/problem';

const list = () => screen.getByRole('list', { name: 'Labels' });
const chips = () => [...list().querySelectorAll('.label-text')].map((chip) => chip.textContent);
const press = (name: string) => fireEvent.click(within(list()).getByRole('button', { name }));
const field = () => within(list()).getByRole<HTMLInputElement>('combobox', { name: 'New label' });
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const enter = () => fireEvent.keyDown(field(), { key: 'Enter' });
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
const inUse: Answers = {
  labels: ({ text }) => {
    const items = [
      { label: 'vip', people: 12 },
      { label: 'visitor', people: 1 },
    ].filter(({ label }) => label.startsWith(text));
    return { items, total: items.length };
  },
};

describe('The labels of a person', () => {
  it('lead each to the people who have it', async () => {
    drawProfile({ labels: ['vip'] });
    press('vip');
    expect(await screen.findByRole('button', { name: 'Back' })).toBeTruthy();
  });

  it('are taken off with their X, at once, with a way back', async () => {
    const { questions } = drawProfile({ labels: ['vip', 'net 30'] });
    press('Remove label “vip”');
    expect(chips()).toEqual(['net 30']);
    expect(document.activeElement).toBe(within(list()).getByRole('button', { name: 'Add a label' }));
    await screen.findByText('Label “vip” removed');
    expect(questions('action.run')).toEqual([
      { ref: { connection: 'book', id: '1' }, chosen: { action: 'set-label', input: { label: 'vip', on: false } } },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('action.undo')).toEqual([{ entry: 'e1' }]));
  });

  it('come back when that is undone', async () => {
    const { become } = drawProfile({ labels: ['vip'], version: '1' });
    press('Remove label “vip”');
    await screen.findByText('Label “vip” removed');
    become({ labels: [], version: '2' });
    expect(chips()).toEqual([]);
    become({ labels: ['vip'], version: '3' });
    expect(chips()).toEqual(['vip']);
  });

  it('stay, and say so, when they could not be taken off', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 502 })), () => ran];
    const { questions } = drawProfile({ labels: ['vip'] }, { 'action.run': () => answers.shift()?.() ?? ran });
    press('Remove label “vip”');
    expect(await within(list()).findByText('Not saved')).toBeTruthy();
    expect(within(list()).getByText('The server answered 502.')).toBeTruthy();
    expect(chips()).toEqual(['vip']);
    fireEvent.click(within(list()).getByRole('button', { name: 'Retry vip' }));
    await waitFor(() => expect(chips()).toEqual([]));
    expect(questions('action.run')).toHaveLength(2);
  });

  it('stay as they were when what failed is given up', async () => {
    drawProfile({ labels: ['vip'] }, { 'action.run': () => Promise.reject(new Error('no')) });
    press('Remove label “vip”');
    fireEvent.click(await within(list()).findByRole('button', { name: 'Revert vip' }));
    expect(chips()).toEqual(['vip']);
    expect(within(list()).queryByText('Not saved')).toBeNull();
  });

  it('are offered only as far as they fit what is typed by now, also before that is answered', async () => {
    drawProfile({ labels: [] }, inUse);
    press('Add a label');
    type('vi');
    await waitFor(() => expect(options()).toContain('visitor1 person'));
    type('visi');
    expect(options()).toEqual(['visitor1 person', 'Create “visi”']);
  });

  it('are put on one after the other, with Enter', async () => {
    const { questions } = drawProfile({ labels: ['vip'] });
    press('Add a label');
    expect(document.activeElement).toBe(field());
    type('  net 30 ');
    enter();
    expect(chips()).toEqual(['vip', 'net 30']);
    expect(field().value).toBe('');
    type('speaks vi');
    enter();
    expect(chips()).toEqual(['vip', 'net 30', 'speaks vi']);
    await waitFor(() =>
      expect(questions('action.run')).toMatchObject([
        { chosen: { input: { label: 'net 30', on: true } } },
        { chosen: { input: { label: 'speaks vi', on: true } } },
      ]),
    );
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(within(list()).queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(within(list()).getByRole('button', { name: 'Add a label' }));
  });

  it('are completed from those in use, with how many people have them, or made anew', async () => {
    const { questions } = drawProfile({}, inUse);
    press('Add a label');
    type('vi');
    await waitFor(() => expect(options()).toEqual(['vip12 people', 'visitor1 person', 'Create “vi”']));
    expect(questions('labels').at(-1)).toEqual({ connection: 'book', text: 'vi' });
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    enter();
    expect(chips()).toEqual(['vip']);
    type('vip and more');
    await waitFor(() => expect(options()).toEqual(['Create “vip and more”']));
    fireEvent.click(screen.getByRole('option', { name: 'Create “vip and more”' }));
    expect(chips()).toEqual(['vip', 'vip and more']);
  });

  it('that are on already are not offered again', async () => {
    drawProfile({ labels: ['vip'] }, inUse);
    press('Add a label');
    type('vi');
    await waitFor(() => expect(options()).toEqual(['visitor1 person', 'Create “vi”']));
    type('vip');
    await waitFor(() => expect(options()).toEqual([]));
  });

  it('are not put on twice, however they are written, and what was typed stays', () => {
    const { questions } = drawProfile({ labels: ['VIP'] });
    press('Add a label');
    type('vip');
    enter();
    expect(chips()).toEqual(['VIP']);
    expect(field().value).toBe('vip');
    expect(document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '“VIP” is there already.',
    );
    expect(questions('action.run')).toEqual([]);
  });

  it('can be put on again after they were taken off', async () => {
    const { questions } = drawProfile({ labels: ['vip'] });
    press('Remove label “vip”');
    await screen.findByText('Label “vip” removed');
    press('Add a label');
    type('vip');
    enter();
    expect(chips()).toEqual(['vip']);
    await waitFor(() => expect(questions('action.run')).toHaveLength(2));
  });

  it('are refused with a word when too long, and nothing is cut', () => {
    const { questions } = drawProfile({});
    press('Add a label');
    type('x'.repeat(501));
    enter();
    expect(screen.getByText('This is too long. Shorten it.')).toBeTruthy();
    expect(field().value).toHaveLength(501);
    expect(questions('action.run')).toEqual([]);
  });

  it('that are half-typed are there again', async () => {
    const typed = { label: { text: 'net 3', base: '', at: '2026-11-17T13:30:00.000Z' } };
    drawProfile({}, { 'typed.get': () => typed });
    await waitFor(() => expect(field().value).toBe('net 3'));
    expect(document.activeElement).not.toBe(field());
  });

  it('hold the panel to the person while one is typed', async () => {
    const { questions } = drawProfile({});
    press('Add a label');
    type('net');
    await waitFor(() => expect(questions('typed.keep')).toMatchObject([{ place: 'label', typed: { text: 'net' } }]));
  });

  it('are only read where the server cannot change or list them', () => {
    drawProfile({ labels: ['vip'] }, {}, { can: without('label.set', 'search') });
    expect(within(list()).queryAllByRole('button')).toEqual([]);
    expect(chips()).toEqual(['vip']);
  });

  it('are absent where there are none and none can be added', () => {
    drawProfile({}, {}, { can: without('label.set') });
    expect(screen.queryByRole('list', { name: 'Labels' })).toBeNull();
  });

  it('say why this login may not change them', () => {
    drawProfile({ labels: ['vip'] }, {}, denying('label.set'));
    expect(within(list()).queryByRole('button', { name: 'Remove label “vip”' })).toBeNull();
    const plus = within(list()).getByRole('button', { name: 'Add a label' });
    expect(plus.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(plus.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Your login may not, at My book.',
    );
    fireEvent.click(plus);
    expect(within(list()).queryByRole('combobox')).toBeNull();
  });
});
