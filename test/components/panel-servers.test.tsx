// One person in several servers: one profile, each source in its own place, nobody merged in silence.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { answer, match, sources, view } from '@/test/support/views';
import type { PanelView, SourceAnswer } from '@/utils/messages/view';
import type { ProblemKind } from '@/utils/problem';

const book = answer([match({ ref: { connection: 'book', id: '1' } })]);
const rt = (some: Partial<SourceAnswer> = {}, tickets = 0) =>
  answer([match({ ref: { connection: 'rt', id: '7' }, name: 'Anna K.' }, { openTickets: tickets })], {
    source: sources.rt,
    ...some,
  });
const zammad = (some: Partial<SourceAnswer> = {}) => answer([], { source: sources.zammad, ...some });
const all = Object.values(sources);
const servers = (answers: readonly SourceAnswer[], some: Partial<PanelView> = {}) =>
  view({ answers, sources: all, shown: { connection: 'book', id: '1' }, ...some });
const draw = (told: PanelView, answers: Answers = {}) =>
  drawPanel(told, { 'match.pick': () => null, 'lookup.back': () => null, 'apart.set': () => null, ...answers });
const chip = (name: RegExp) => within(screen.getByRole('banner')).getByText(name).closest('.source-chip');
const openMenu = () => fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: 'More' }));
const pair = [
  { connection: 'book', id: '1' },
  { connection: 'rt', id: '7' },
] as const;

describe('The sources of a person', () => {
  it('tell how many tickets are open there, and a press shows the record there', () => {
    const { questions } = draw(servers([book, rt({}, 3)]));
    const other = screen.getByRole('button', { name: /RT Support.*3 open tickets/ });
    expect(other.title).toBe('Show the record at RT Support: 3 open tickets');
    fireEvent.click(other);
    expect(questions('match.pick')).toEqual([{ tab: 1, ref: { connection: 'rt', id: '7' }, always: false }]);
  });

  it('are absent where nobody was found', () => {
    draw(servers([book, rt(), zammad()]));
    expect(within(screen.getByRole('banner')).queryByText('Zammad West')).toBeNull();
  });

  it('say that they still look', () => {
    draw(servers([book, zammad({ state: 'looking' })]));
    expect(chip(/Zammad West/)?.textContent).toContain('looking');
  });

  it.each<[ProblemKind, string]>([
    ['offline', 'offline'],
    ['timeout', 'no answer'],
    ['signed-out', 'signed out'],
    ['no-access', 'not allowed'],
    ['forbidden', 'no right'],
    ['rate-limited', 'asks to wait'],
    ['server', 'failed'],
  ])('say in their own place what is wrong there: %s', (kind, word) => {
    draw(servers([book, zammad({ state: 'failed', problem: { kind } })]));
    expect(chip(/Zammad West/)?.textContent).toContain(word);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna Keller');
  });

  it('keep what is known of a server that failed, with its age', () => {
    const asOf = '2026-11-17T13:18:00.000Z';
    const { questions } = draw(servers([book, rt({ state: 'failed', problem: { kind: 'offline' }, asOf })]));
    expect(chip(/RT Support/)?.textContent).toMatch(/offline.*as of/);
    fireEvent.click(chip(/RT Support/) ?? expect.fail());
    expect(questions('match.pick')).toHaveLength(1);
  });

  it('show no value of another server: the name of the shown record is its own', () => {
    const told = servers([book, rt()], { shown: { connection: 'rt', id: '7' } });
    draw(told);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna K.');
    expect(screen.queryByText('Anna Keller')).toBeNull();
  });
});

describe('“Not the same person”', () => {
  it('parts the two for good, stays with the shown one, and can be undone', async () => {
    const { questions } = draw(servers([book, rt()]));
    openMenu();
    const item = await screen.findByRole('menuitem', { name: /^Not the same person as at RT Support/ });
    expect(item.textContent).toContain('Anna K.');
    fireEvent.click(item);
    await waitFor(() => expect(questions('apart.set')).toEqual([{ a: pair[0], b: pair[1], apart: true }]));
    expect(questions('match.pick')).toEqual([{ tab: 1, ref: pair[0], always: false }]);
    const notice = await screen.findByRole('region', { name: /are different people$/ });
    expect(notice.textContent).toMatch(/Anna Keller.*My book.*Anna K\..*RT Support/);
    fireEvent.click(within(notice).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(questions('apart.set')[1]).toEqual({ a: pair[0], b: pair[1], apart: false }));
  });

  it('stands in the list of commands too, with who that is', async () => {
    const { questions } = draw(servers([book, rt()]));
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: 'Find a command' });
    fireEvent.input(field, { target: { value: 'not the same' } });
    const row = screen.getByRole('option', { name: /Not the same person as at RT Support/ });
    await act(async () => void fireEvent.click(row));
    await waitFor(() => expect(questions('apart.set')).toHaveLength(1));
  });

  it('is not offered where a server has several by the address: nobody is meant by it alone', async () => {
    const two = answer([match({ ref: { connection: 'rt', id: '7' } }), match({ ref: { connection: 'rt', id: '8' } })], {
      source: sources.rt,
    });
    draw(servers([book, two]));
    openMenu();
    await screen.findByRole('menuitem', { name: 'Copy the number' });
    expect(screen.queryByRole('menuitem', { name: /^Not the same/ })).toBeNull();
  });

  it('keeps the two out of one profile: the other is no source any more, and can be chosen again', () => {
    const { questions } = draw(servers([book, rt()], { apart: [pair] }));
    expect(within(screen.getByRole('banner')).queryByText('RT Support')).toBeNull();
    fireEvent.click(within(screen.getByRole('banner')).getByRole('button', { name: /^Choose/ }));
    expect(questions('lookup.back')).toEqual([{ tab: 1 }]);
  });

  it('lists the two, shows nobody, says why, and leads back', async () => {
    const { questions } = draw(servers([book, rt()], { shown: null, apart: [pair] }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2 people have this address');
    const said = screen.getByText(/^You said that/);
    expect(said.textContent?.replaceAll(/[⁨⁩]/g, '')).toContain(
      'You said that Anna Keller at My book and Anna K. at RT Support are different people.',
    );
    fireEvent.click(screen.getByRole('button', { name: /^The same person after all/ }));
    await waitFor(() => expect(questions('apart.set')).toEqual([{ a: pair[0], b: pair[1], apart: false }]));
    expect((await screen.findByText(/are one person again/)).getAttribute('role')).toBe('status');
  });

  it('is taken back in the menu of either', async () => {
    const { questions } = draw(servers([book, rt()], { apart: [pair] }));
    openMenu();
    fireEvent.click(await screen.findByRole('menuitem', { name: /^The same person as at RT Support/ }));
    await waitFor(() => expect(questions('apart.set')).toEqual([{ a: pair[0], b: pair[1], apart: false }]));
  });

  it('says nothing of a pair of which one is no longer found', () => {
    draw(servers([book, zammad()], { shown: null, apart: [pair] }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Anna Keller');
  });
});

describe('What is done at one of several servers', () => {
  it('names it above the menu, and in the list of commands', async () => {
    draw(servers([book, rt()], { shown: { connection: 'rt', id: '7' } }));
    openMenu();
    const menu = await screen.findByRole('menu', { name: 'What can be done at RT Support' });
    expect(menu.querySelector('.menu-head')?.textContent).toBe('RRT Support');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: 'Find a command' });
    expect(field.closest('dialog')?.querySelector('.palette-at')?.textContent).toBe('Anna K.RRT Support');
  });

  it('is named in a new ticket and in the form of a person', async () => {
    const { container } = draw(servers([book, rt()], { shown: { connection: 'rt', id: '7' } }), {
      definitions: () => [],
      groups: () => [],
    });
    fireEvent.click(screen.getAllByRole('button', { name: 'New ticket' })[0] ?? expect.fail());
    expect(within(await screen.findByRole('form', { name: 'New ticket' })).getByText('RT Support')).toBeTruthy();
    openMenu();
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Edit person/ }));
    await waitFor(() => expect(container.querySelector('.head .at-source')?.textContent).toBe('RRT Support'));
  });

  it('is named nowhere while there is one book alone', async () => {
    draw(view({ answers: [book], shown: { connection: 'book', id: '1' } }));
    openMenu();
    expect(await screen.findByRole('menu', { name: 'More' })).toBeTruthy();
    expect(document.querySelector('.menu-head')).toBeNull();
  });
});
