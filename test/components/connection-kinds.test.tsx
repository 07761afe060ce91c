import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { deskKind, ownRow, rtKind, zammadKind } from '@/test/support/connections';
import {
  ADDRESS,
  drawConnections,
  field,
  press,
  refusing,
  SECRET,
  save,
  startAdding,
  TOKEN,
  type,
} from '@/test/support/draw-connections';

const answers = { 'connection.kinds': () => [rtKind, zammadKind, deskKind] };
const kind = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const choose = (name: string) => fireEvent.click(kind(name));
const mark = () => [
  screen
    .getAllByRole<HTMLInputElement>('radio')
    .findLast(({ checked }) => checked)
    ?.getAttribute('aria-label'),
  field('Letter').value,
];

describe('The choice of a kind of server', () => {
  it('names each kind, and suggests a name and a mark for the one that is chosen', async () => {
    drawConnections([ownRow], { answers });
    await startAdding();
    const group = screen.getByRole('group', { name: 'Kind of server' });
    expect([...group.querySelectorAll('label')].map((one) => one.textContent)).toEqual([
      'RRequest Tracker',
      'ZZammad',
      'DDeskpro',
    ]);
    expect(kind('Request Tracker').checked).toBe(true);
    expect(mark()).toEqual(['Diamond', 'R']);
    choose('Zammad');
    await waitFor(() => expect(field('Name').value).toBe('Zammad'));
    expect(mark()).toEqual(['Hexagon', 'Z']);
    choose('Deskpro');
    await waitFor(() => expect(mark()).toEqual(['Circle', 'D']));
  });

  it('leaves the name and the mark that were chosen by hand', async () => {
    drawConnections([ownRow], { answers });
    await startAdding();
    type('Name', 'Help');
    fireEvent.click(kind('Shield'));
    choose('Zammad');
    await waitFor(() => expect(kind('Zammad').checked).toBe(true));
    expect(field('Name').value).toBe('Help');
    expect(mark()).toEqual(['Shield', 'H']);
  });

  it('suggests a name and a mark that no other server has, for another kind too', async () => {
    const other = {
      ...ownRow,
      id: 'z',
      local: false,
      name: 'Zammad',
      mark: { shape: 'hexagon', letter: 'Z' } as const,
    };
    drawConnections([ownRow, other], { answers });
    await startAdding();
    choose('Zammad');
    await waitFor(() => expect(field('Name').value).toBe('Zammad 2'));
    expect(mark()[0]).toBe('Diamond');
    choose('Deskpro');
    await waitFor(() => expect(field('Name').value).toBe('Deskpro'));
  });

  it('keeps the address, and takes a token to no other kind; chosen again, the kind has it still', async () => {
    const { questions } = drawConnections([ownRow], { answers });
    await startAdding();
    type(ADDRESS, 'https://desk.example.test');
    type(TOKEN, SECRET);
    choose('Zammad');
    await waitFor(() => expect(field('Access token').value).toBe(''));
    expect(field(ADDRESS).value).toBe('https://desk.example.test');
    save();
    expect(await screen.findByText('Fill this in.')).toBeTruthy();
    choose('Request Tracker');
    await waitFor(() => expect(field(TOKEN).value).toBe(SECRET));
    save();
    await waitFor(() =>
      expect(questions('connection.save')).toMatchObject([{ draft: { connector: 'rt', secrets: { token: SECRET } } }]),
    );
  });
});

describe('A field that is chosen from a list', () => {
  const fillDesk = async () => {
    await startAdding();
    choose('Deskpro');
    await screen.findByRole('combobox', { name: /^Shortcuts/ });
    type(ADDRESS, 'https://desk.example.test');
    type(TOKEN, '3:ABC');
  };

  it('begins with its first choice where it has to be chosen, and what is chosen is saved', async () => {
    const { questions } = drawConnections([ownRow], { answers });
    await fillDesk();
    const list = screen.getByRole('combobox', { name: /^Shortcuts/ });
    expect(list.textContent).toBe('Shield');
    fireEvent.click(list);
    fireEvent.click(screen.getByRole('option', { name: 'House' }));
    await waitFor(() => expect(list.textContent).toBe('House'));
    save();
    await waitFor(() =>
      expect(questions('connection.save')).toMatchObject([{ draft: { settings: { auth: 'token', agent: '' } } }]),
    );
  });

  it('is saved with its first choice where nobody touched it', async () => {
    const { questions } = drawConnections([ownRow], { answers });
    await fillDesk();
    save();
    await waitFor(() => expect(questions('connection.save')).toMatchObject([{ draft: { settings: { auth: 'key' } } }]));
  });

  it('shows in its place that the background did not take it', async () => {
    const refused = refusing({ kind: 'invalid', detail: 'auth' });
    drawConnections([ownRow], { answers: { ...answers, 'connection.save': refused } });
    await fillDesk();
    save();
    expect(await screen.findByText('This is not accepted for this kind of server.')).toBeTruthy();
    const list = screen.getByRole('combobox', { name: /^Shortcuts/ });
    expect(list.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(list));
    press('Cancel');
  });
});
