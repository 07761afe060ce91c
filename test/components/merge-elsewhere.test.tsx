import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { offersFor } from '@/components/actions/offers';
import { drawMerge, group, HOME, mergeButton, PHUONG, part, phuong, THAO, thao } from '@/test/support/merging';
import { address } from '@/test/support/people';
import { allCapabilities, answer, match, sources } from '@/test/support/views';
import type { SourceAnswer } from '@/utils/messages/view';

const mergesAt = 'https://desk.example.org/app#/people/{id}/merge';
const source = { ...sources.rt, id: 'book', name: 'Desk One', says: { merging: 'rt_says_merging' as const } };
const elsewhere = (people = [phuong(), thao()], more = {}) => drawMerge(people, {}, { mergesAt, source, ...more });
const link = () => screen.findByRole('link', { name: /Open in Desk One/ });

describe('Where a server merges on a page of its own', () => {
  it('both are compared, and the only way on is that page, about who stays', async () => {
    const panel = elsewhere();
    expect((await link()).getAttribute('href')).toBe(`https://desk.example.org/app#/people/${PHUONG.id}/merge`);
    expect(screen.getByText('This is done on a page of Desk One: nothing is merged from here.')).toBeTruthy();
    expect(screen.getByText(/^Desk One merges people by an extension/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Merge these two people' })).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(panel.questions('action.plan')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Switch' }));
    expect((await link()).getAttribute('href')).toBe(`https://desk.example.org/app#/people/${THAO.id}/merge`);
  });

  it('what is lost is struck out and said in a word, what is equal or only on one side is not', async () => {
    elsewhere([phuong({ summary: 'Pays on time.', timezone: 'Asia/Tokyo' }), thao({ timezone: 'Asia/Tokyo' })]);
    await link();
    const lost = group('Language').getByText('Vietnamese').closest('.merge-loses');
    expect(lost?.querySelector('s')?.textContent).toBe('Vietnamese');
    expect(lost?.textContent).toContain('dropped');
    expect(group('Language').getByText('English').closest('.merge-loses')).toBeNull();
    expect(screen.queryByRole('group', { name: 'Summary' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Time zone' })).toBeNull();
  });

  it('labels of both are kept; of what nobody has written down the server decides, and that is said', async () => {
    const seat = { type: 'text', label: 'Seat', value: '15', custom: true, id: '3' } as const;
    elsewhere([phuong(), thao({ fields: [seat] })]);
    await link();
    const labels = screen.getByRole('list', { name: 'Labels' });
    expect(labels.textContent).toMatch(/key account.*freelance/);
    expect(labels.textContent).not.toContain('decides');
    const own = group('Seat');
    expect(own.getByText('Desk One decides')).toBeTruthy();
    expect(own.getByText('15').closest('.merge-loses')).toBeNull();
    const [work, home] = screen.getByRole('group', { name: 'Addresses' }).querySelectorAll('.merge-address');
    expect(work?.textContent).not.toContain('decides');
    expect(home?.textContent).toMatch(/home\.example.*Desk One decides/);
    expect(part('Kept from both').getAllByText(/Desk One decides/).length).toBeGreaterThan(0);
  });

  it('an agent and a customer are compared no more than elsewhere', async () => {
    elsewhere([phuong(), thao({ kind: 'agent' })]);
    expect(await screen.findByText(/ is no customer/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Open in Desk One/ })).toBeNull();
  });
});

it('A merge on a page of the server is offered to whoever may do nothing of it from here', () => {
  const hit = (some: Partial<SourceAnswer>) => {
    const at = answer([match()], { can: [], denied: ['account.enable'], ...some });
    return offersFor({ match: match(), answer: at }).find(({ id }) => id === 'merge');
  };
  expect(hit({})?.mayNot).toMatch(/Your login may not/);
  expect(hit({ mergesAt })).toBeTruthy();
  expect(hit({ mergesAt })?.mayNot).toBeUndefined();
});

describe('Tickets that this login does not see', () => {
  const can = allCapabilities.filter((one) => one !== 'person.hide');
  const draw = (count: number, more = {}) =>
    drawMerge([phuong(), thao(more)], { unseen: ({ ref }) => (ref.id === THAO.id ? count : 0) }, { can, source });

  it('stay where they are, and the address with them, which is said before anything is done', async () => {
    draw(1200);
    await mergeButton();
    expect(
      screen.getByText(/^1,200 more tickets are in groups you cannot see: they stay with .*Thao N\..*, and so does/)
        .textContent,
    ).toContain(HOME);
    const lost = group(/choose the primary/).getByText(/dropped/);
    expect(lost.closest('.merge-address')?.textContent).toContain('thao');
  });

  it('of somebody without an address stay alone', async () => {
    draw(1, { emails: [] });
    await mergeButton();
    expect(
      screen.getByText(/^1 more ticket is in a group you cannot see: it stays with .*Thao N\.[^,]*\.$/),
    ).toBeTruthy();
  });

  it('are no word where there are none, or the server merges by itself', async () => {
    const { unmount } = draw(0);
    await mergeButton();
    expect(screen.queryByText(/you cannot see/)).toBeNull();
    unmount();
    drawMerge(undefined, { unseen: () => 9 }, { can: [...can, 'person.merge'], source });
    await mergeButton();
    expect(screen.queryByText(/you cannot see/)).toBeNull();
  });
});

it('What a server says of merging is said once, beside how it is done', async () => {
  const { unmount } = drawMerge(undefined, {}, { source });
  await mergeButton();
  const moves = () => part(/^What moves to/);
  expect(moves().getByText(/^Desk One merges people by an extension/)).toBeTruthy();
  expect(moves().queryByText(/cannot merge by itself/)).toBeNull();
  unmount();
  drawMerge(undefined, {}, { source: { ...sources.rt, id: 'book', name: 'Desk One' } });
  await mergeButton();
  expect(moves().getByText(/^Desk One cannot merge by itself\. Sidecard does it in 4 steps/)).toBeTruthy();
});

it('A server that merges by itself decides what nobody has written down, where it cannot be set either', async () => {
  const can = ['person.merge', 'person.set'] as const;
  const other = thao({ emails: [{ address: address('t@x.example'), primary: true }] });
  drawMerge([phuong(), other], {}, { can, source });
  await mergeButton();
  expect(group('Position at Harbour & Finch').getByText('Desk One decides')).toBeTruthy();
  expect(group('Language').getAllByRole('radio')).toHaveLength(2);
  expect(group('Language').queryByText('Desk One decides')).toBeNull();
});
