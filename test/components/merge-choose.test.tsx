import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { drawMerge, mergeButton, part, phuong, THAO, thao } from '@/test/support/merging';
import { person } from '@/test/support/people';
import { allCapabilities, sources } from '@/test/support/views';
import type { Suspect } from '@/utils/connectors/types';
import type { FoundPeople, SearchWish } from '@/utils/messages/protocol';
import { ProblemError } from '@/utils/problem';

const ben = person({ ref: { connection: 'book', id: '9' }, name: 'Ben Berg', mail: 'ben@example.com' });
const agent = person({ ref: { connection: 'book', id: '2' }, name: 'Ada', mail: 'ada@example.com', kind: 'agent' });
const suspect = (some: Partial<Suspect> = {}): Suspect => ({
  person: thao(),
  tickets: 3,
  tier: 'likely',
  probability: 0.9,
  evidence: [{ kind: 'phone', level: 'same', left: '+49 30 5550133', right: '+49 30 5550133' }],
  ...some,
});
const choose = (answers: Parameters<typeof drawMerge>[1] = {}) =>
  drawMerge([phuong(), thao(), ben], { 'people.open': () => [], suspects: () => [], ...answers }, { goes: null });

describe('Whom to merge in', () => {
  it('are not said to be nobody by a server that compares nobody', async () => {
    const source = { ...sources.book, local: false };
    drawMerge(
      [phuong(), ben],
      { 'people.open': () => [], suspects: () => [] },
      { goes: null, source, can: allCapabilities.filter((one) => one !== 'suspects') },
    );
    expect(await screen.findByRole('heading', { name: 'Somebody else' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Maybe the same' })).toBeNull();
  });

  it('are first those open in other tabs, then those who seem to be the same with the reasons, then a search', async () => {
    const panel = choose({ 'people.open': () => [ben], suspects: () => [suspect()] });
    expect(await screen.findByText(/^Who is the same person as .*Phương/)).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Open in other tabs',
      'Maybe the same',
      'Somebody else',
    ]);
    expect(panel.questions('people.open')).toEqual([{ tab: 1, connection: 'book' }]);
    expect(part('Open in other tabs').getByRole('button', { name: /Ben Berg/ })).toBeTruthy();
    expect(part('Maybe the same').getByRole('button').textContent).toMatch(/Thao N\..*Likely.*[Pp]hone/);
    expect(screen.getByRole('textbox', { name: 'Search people' })).toBeTruthy();
  });

  it('stand there once, with the reasons, where they are open in a tab and seem to be the same', async () => {
    choose({ 'people.open': () => [thao()], suspects: () => [suspect()] });
    const row = (await screen.findByRole('region', { name: 'Open in other tabs' })).querySelector('button');
    expect(row?.textContent).toMatch(/Likely/);
    expect(part('Maybe the same').getByText('Nobody seems to be the same person.')).toBeTruthy();
  });

  it('are chosen by hand: nobody is compared before, and then both are read anew', async () => {
    const panel = choose({ suspects: () => [suspect({ tier: 'possible' })] });
    fireEvent.click(await screen.findByRole('button', { name: /Thao N\./ }));
    await mergeButton();
    expect(panel.questions('people').at(-1)).toEqual({ refs: [phuong().ref, THAO] });
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('never are the person themselves, nor agents: these stand there with the reason', async () => {
    const panel = choose({ 'people.open': () => [phuong(), agent] });
    const list = await screen.findByRole('list', { name: 'Open in other tabs' });
    const row = within(list).getByRole('button');
    expect(row.textContent).toMatch(/Ada.*Is no customer/);
    expect(row.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(row);
    expect(panel.questions('people')).toHaveLength(1);
  });

  it('are searched among the same people only, and Enter in the search chooses nobody', async () => {
    const wishes: SearchWish[] = [];
    const tell: ((found: FoundPeople) => void)[] = [];
    const panel = choose();
    panel.page.search = vi.fn((wish, told) => {
      wishes.push(wish);
      tell.push(told);
    });
    const field = await screen.findByRole('textbox', { name: 'Search people' });
    fireEvent.input(field, { target: { value: 'berg' } });
    expect(wishes.at(-1)).toMatchObject({ query: { text: 'berg' }, sources: [sources.book] });
    const items = [ben, phuong()].map((one) => ({ person: one, source: sources.book, also: [], openTickets: 0 }));
    await act(() => tell.at(-1)?.({ items, listed: 2, total: 2, waiting: [], failed: [], making: [] }));
    const rows = within(screen.getByRole('list', { name: 'People found' })).getAllByRole('button');
    expect(rows[1]?.textContent).toMatch(/This is the person you came from/);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(panel.questions('people')).toHaveLength(1);
    fireEvent.click(rows[0] ?? document.body);
    await waitFor(() => expect(panel.questions('people').at(-1)).toEqual({ refs: [phuong().ref, ben.ref] }));
  });

  it('are told to be unknown where the server cannot say, and asked once more', async () => {
    const answers = [() => Promise.reject(new ProblemError({ kind: 'server', status: 502 }))];
    choose({ suspects: () => answers.shift()?.() ?? [suspect()] });
    expect(await screen.findByText('Who may be the same could not be read from My book.')).toBeTruthy();
    expect(screen.queryByText('Nobody seems to be the same person.')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('button', { name: /Thao N\./ })).toBeTruthy();
  });
});
