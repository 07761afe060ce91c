import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/test/support/asking';
import { drawPanel } from '@/test/support/draw-panel';
import { allCapabilities, answer, match, view } from '@/test/support/views';
import type { Billing, Charge, Money } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';

const eur = (amount: number): Money => ({ amount, currency: 'EUR' });

const charges: readonly Charge[] = Array.from({ length: 17 }, (_, at) => ({
  id: String(at),
  at: `2026-11-${String(17 - at).padStart(2, '0')}T09:00:00.000Z`,
  text: `Work ${at}`,
  seconds: 5400,
  money: eur(9000 + at),
  ...(at === 0 ? { ticket: { id: '7', number: '1042' } } : {}),
}));

const monthsOf = (sums: readonly number[], currency = 'EUR') =>
  sums.map((amount, at) => ({
    month: new Date(Date.UTC(2025, 11 + at, 1)).toISOString().slice(0, 7),
    seconds: amount * 36,
    money: amount === 0 ? [] : [{ amount, currency }],
  }));

const SUMS = [0, 9_600, 14_000, 6_000, 0, 21_000, 18_000, 7_400, 26_200, 12_200, 9_000, 16_500];

const billing = (some: Partial<Billing> = {}): Billing => ({
  items: charges,
  total: charges.length,
  totals: { seconds: 67_200, money: [eur(139_500)] },
  months: monthsOf(SUMS),
  ...some,
});

function draw(answers: Answers, touched?: number) {
  const shown = (count?: number) =>
    view({ answers: [answer([match({}, count === undefined ? {} : { touched: count })], { can: allCapabilities })] });
  const panel = drawPanel(shown(touched), answers);
  fireEvent.click(screen.getByRole('tab', { name: 'Billing' }));
  return { ...panel, touch: (count: number) => panel.show(shown(count)) };
}

const limited = (whole: Billing): Answers => ({
  billing: ({ limit }) => ({ ...whole, items: whole.items.slice(0, limit) }),
});

/** What the eye sees of an element, with its no-break spaces as plain ones. */
const plain = (element: Element): string => (element.textContent ?? '').replaceAll('\u00a0', ' ');
const part = () => screen.getByRole('region', { name: 'Billing' });
const entries = () => within(part()).getByRole('table', { name: '' });
const headings = () =>
  within(part())
    .getAllByRole('columnheader')
    .map((heading) => plain(heading).trim());

describe('Billing', () => {
  it('says the totals, and each entry with its time and amount', async () => {
    const { questions } = draw(limited(billing()));
    expect(plain(await screen.findByText(/18:40/))).toBe('18:40 h');
    expect(plain(screen.getByText(/1,395\.00/))).toBe('EUR 1,395.00');
    expect(headings()).toEqual(['Entries (17)', 'Time', 'EUR']);
    const [, first] = within(entries()).getAllByRole('row');
    expect(first === undefined ? '' : plain(first)).toBe('Work 0Nov 17 · Ticket 10421:3090.00');
    expect(questions('billing')).toEqual([{ ref: { connection: 'book', id: '1' }, limit: 5 }]);
  });

  it('shows five entries, and all of them on a press', async () => {
    draw(limited(billing()));
    const all = await screen.findByRole('button', { name: 'Show all 17' });
    expect(within(entries()).getAllByRole('row')).toHaveLength(6);
    fireEvent.click(all);
    await waitFor(() => expect(within(entries()).getAllByRole('row')).toHaveLength(18));
  });

  it('leaves time or amount out of each entry, apart and remembered; the totals stay', async () => {
    const { questions } = draw(limited(billing()));
    const time = await screen.findByRole('button', { name: 'Time' });
    expect(time.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(time);
    expect(time.getAttribute('aria-pressed')).toBe('false');
    expect(headings()).toEqual(['Entries (17)', 'EUR']);
    fireEvent.click(screen.getByRole('button', { name: 'Amount' }));
    expect(headings()).toEqual(['Entries (17)']);
    fireEvent.click(time);
    expect(headings()).toEqual(['Entries (17)', 'Time']);
    expect(screen.getByText(/18:40/)).toBeTruthy();
    expect(screen.getByText(/1,395\.00/)).toBeTruthy();
    expect(questions('preferences.set')).toEqual([
      { folded: { 'billing-time': true } },
      { folded: { 'billing-amount': true } },
      { folded: { 'billing-time': false } },
    ]);
  });

  it('leaves out what is not recorded at all', async () => {
    const onlyTime = charges.map(({ money: _, ...rest }) => rest);
    draw(limited(billing({ items: onlyTime, totals: { seconds: 67_200, money: [] }, months: monthsOf(SUMS) })));
    await screen.findByText(/18:40/);
    expect(screen.queryByText('Total amount')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Amount' })).toBeNull();
    expect(headings()).toEqual(['Entries (17)', 'Time']);
    expect(screen.getByRole('heading', { name: 'Hours by month' })).toBeTruthy();
  });

  it('adds up each currency for itself, and names it on each entry', async () => {
    const items: readonly Charge[] = [
      { id: 'a', at: '2026-11-03T00:00:00Z', text: 'Yen', money: { amount: 12_000, currency: 'JPY' } },
      { id: 'b', at: '2026-11-02T00:00:00Z', text: 'Dinar', money: { amount: 1_500, currency: 'KWD' } },
      { id: 'c', at: '2026-11-01T00:00:00Z', text: 'Unknown', money: { amount: 250, currency: '' } },
    ];
    const totals = { seconds: null, money: items.flatMap(({ money }) => money ?? []) };
    draw(limited(billing({ items, total: 3, totals, months: monthsOf(SUMS, 'JPY') })));
    await waitFor(() => expect(screen.getAllByText('Total amount')).toHaveLength(3));
    const sums = [...part().querySelectorAll('dd')].map(plain);
    expect(sums).toEqual(['JPY 12,000', 'KWD 1.500', '2.50']);
    expect(headings()).toEqual(['Entries (3)', 'Amount']);
    expect(within(entries()).getAllByRole('cell').map(plain)).toContain('KWD 1.500');
  });

  it('draws twelve months as one picture that says its highest and its last', async () => {
    draw(limited(billing()));
    const chart = await screen.findByRole('img', { name: /^EUR by month\./ });
    expect(chart.getAttribute('aria-label')).toBe('EUR by month. Most in August 2026: 262.00. November 2026: 165.00.');
    expect(chart.querySelectorAll('rect')).toHaveLength(12);
    expect(plain(chart)).toBe('280140DJFMAMJJASON');
    expect(screen.getByText('November 165.00')).toBeTruthy();
  });

  it('shows the same as a table, with the hours, and goes back', async () => {
    draw(limited(billing()));
    fireEvent.click(await screen.findByRole('button', { name: 'Show as table' }));
    const table = screen.getByRole('table', { name: 'EUR by month' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(13);
    expect(rows[1] === undefined ? '' : plain(rows[1])).toBe('December 20250:000.00');
    expect(rows[12] === undefined ? '' : plain(rows[12])).toBe('November 2026165:00165.00');
    fireEvent.click(screen.getByRole('button', { name: 'Show as chart' }));
    expect(screen.getByRole('img', { name: /^EUR by month/ })).toBeTruthy();
  });

  it('leads to the ticket of an entry', async () => {
    draw(limited(billing()));
    const link = await screen.findByRole('link', { name: 'Ticket 1042' });
    expect(link.getAttribute('href')).toBe('/ticket.html?connection=book&ticket=7');
  });

  it('says in one line that nothing was recorded', async () => {
    draw({ billing: () => billing({ items: [], total: 0, totals: { seconds: null, money: [] }, months: [] }) });
    expect(await screen.findByText('Nothing was recorded.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('img', { name: /by month/ })).toBeNull();
  });

  it('fails in its own place and tries again', async () => {
    const calls = { count: 0 };
    draw({
      billing: () => {
        calls.count += 1;
        if (calls.count === 1) throw new ProblemError({ kind: 'timeout' });
        return billing();
      },
    });
    expect(await screen.findByText('Billing could not be read from My book.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText(/18:40/)).toBeTruthy();
  });

  it('is read anew when the person was changed, with what is shown meanwhile', async () => {
    const now = { text: 'Before' };
    const { touch } = draw({
      billing: () => billing({ items: [{ ...(charges[0] ?? { id: '', at: '' }), text: now.text }], total: 1 }),
    });
    await screen.findByText('Before');
    now.text = 'After';
    touch(1);
    expect(screen.getByText('Before')).toBeTruthy();
    expect(await screen.findByText('After')).toBeTruthy();
  });
});
