import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { person } from '@/test/support/people';
import { sources, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

const agents = ['Elif Demir', 'Jonas Wirth', 'Sam Okafor'].map((name, at) => ({
  person: person({ ref: { connection: 'book', id: String(at) }, name, kind: 'agent' }),
  openTickets: null,
  source: sources.book,
}));

const inTeam: Readonly<Record<string, readonly number[]>> = { t1: [0, 1], t2: [1] };

const answers: Answers = {
  teams: () => [
    { id: 't1', name: 'First line', agents: 2 },
    { id: 't2', name: 'Billing', agents: 1 },
  ],
  search: ({ query }) => {
    const some = agents
      .filter((_, at) => query.group === null || inTeam[query.group]?.includes(at))
      .filter((hit) => hit.person.name.toLowerCase().includes(query.text.toLowerCase()));
    return { items: some, total: some.length };
  },
  'lookup.person': () => null,
};

function open(some: Answers = {}) {
  const panel = drawPanel(view({ subject: null, page: { state: 'none', host: null, site: null } }), {
    ...answers,
    ...some,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Agents by team' }));
  return panel;
}

const names = (within_: HTMLElement) =>
  within(within_)
    .queryAllByRole('listitem')
    .map((row) => row.querySelector('.person-name')?.textContent?.trim());

describe('Agents', () => {
  it('stand by team with their number, those without a team last', async () => {
    open();
    expect(names(await screen.findByRole('region', { name: 'First line' }))).toEqual(['Elif Demir', 'Jonas Wirth']);
    expect(screen.getByRole('heading', { name: 'First line (2)' })).toBeTruthy();
    expect(names(screen.getByRole('region', { name: 'Billing' }))).toEqual(['Jonas Wirth']);
    expect(names(screen.getByRole('region', { name: 'Without a team' }))).toEqual(['Sam Okafor']);
    expect(screen.getByText('3 agents')).toBeTruthy();
  });

  it('are filtered by team', async () => {
    open();
    const team = await screen.findByRole('button', { name: /^Billing/ });
    fireEvent.click(team);
    expect(team.getAttribute('aria-pressed')).toBe('true');
    await waitFor(() => expect(names(screen.getByRole('list', { name: 'Agents' }))).toEqual(['Jonas Wirth']));
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(await screen.findByRole('region', { name: 'First line' })).toBeTruthy();
  });

  it('are found by typing, and the field is emptied with Escape', async () => {
    const { questions } = open();
    const field = await screen.findByRole('textbox', { name: 'Search agents' });
    fireEvent.input(field, { target: { value: 'sam' } });
    await waitFor(() => expect(names(screen.getByRole('list', { name: 'Agents' }))).toEqual(['Sam Okafor']));
    expect(questions('search').at(-1)).toMatchObject({ query: { text: 'sam', role: 'agents' } });
    fireEvent.input(field, { target: { value: 'nobody' } });
    expect(await screen.findByText('No agent fits this.')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(await screen.findByRole('region', { name: 'First line' })).toBeTruthy();
  });

  it('are opened like anybody else, with the arrows from row to row', async () => {
    const { questions } = open();
    const list = await screen.findByRole('list', { name: 'First line' });
    const [first, second] = within(list).getAllByRole('button');
    first?.focus();
    fireEvent.keyDown(first ?? list, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.click(second ?? list);
    expect(questions('lookup.person')).toEqual([{ tab: 1, ref: { connection: 'book', id: '1' } }]);
  });

  it('fail in their own place and are asked for again', async () => {
    const failing = { now: true };
    open({
      search: (question) => {
        if (failing.now) throw new ProblemError({ kind: 'timeout' });
        return answers.search?.(question) ?? { items: [], total: 0 };
      },
    });
    expect(await screen.findByText('Agents could not be read from Sidecard.')).toBeTruthy();
    failing.now = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(names(screen.getByRole('list', { name: 'Agents' }))).toHaveLength(3));
  });
});
