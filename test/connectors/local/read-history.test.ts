import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityRow, LogRow } from '@/utils/connectors/local/schema';
import type { HistoryItem, HistoryQuery } from '@/utils/people/record';
import { emptyBooks, openBook } from './book';
import { addPerson, minute, own, ticket } from './rows';

beforeEach(emptyBooks);

const change = (at: number, more: Partial<LogRow> = {}): Omit<LogRow, 'id' | 'person'> => ({
  at: minute(at),
  by: 'Jonas Wirth',
  field: 'summary',
  from: null,
  to: null,
  ...more,
});
const act = (at: number, more: Partial<ActivityRow> = {}): Omit<ActivityRow, 'id' | 'person'> => ({
  at: minute(at),
  what: 'wrote',
  ...more,
});

async function someone(
  changes: readonly Omit<LogRow, 'id' | 'person'>[],
  done: readonly Omit<ActivityRow, 'id' | 'person'>[],
): Promise<string> {
  const person = await addPerson('Anna');
  await own().changeLog.bulkAdd(changes.map((row) => ({ person, ...row })));
  await own().activity.bulkAdd(done.map((row) => ({ person, ...row })));
  const other = await addPerson('Somebody else');
  await own().changeLog.add({ person: other, ...change(99, { by: '' }) });
  await own().activity.add({ person: other, ...act(99) });
  return String(person);
}

async function history(id: string, query: Partial<HistoryQuery> = {}, limit = 50) {
  const session = await openBook('own');
  const part = await session.reads.history?.(id, { which: 'all', text: '', ...query }, { limit });
  if (part === undefined) throw new Error('no history');
  return part;
}

const told = (item: HistoryItem) =>
  item.kind === 'change' ? [item.field, item.which, item.from, item.to] : [item.what, item.ticket?.number, item.detail];

const threeAndThree = () =>
  someone(
    [
      change(10, { field: 'contact', which: 'phone', from: '+84 28 5550 0142', to: '+84 28 5550 0177' }),
      change(30, { field: 'label', to: 'nét 30', by: '' }),
      change(50, { field: 'custom', which: 'Plan', from: 'Solo', to: 'Team', by: 'Žaneta' }),
    ],
    [
      act(20, { what: 'signed-in', detail: 'Firefox on Windows' }),
      act(40),
      act(60, { what: 'rated', detail: '5 of 5' }),
    ],
  );

describe('The history of a person', () => {
  it('merges what was changed and what they did, newest first, and counts both', async () => {
    const id = await threeAndThree();
    const { items, total } = await history(id);
    expect(items.map((item) => item.at)).toEqual([60, 50, 40, 30, 20, 10].map(minute));
    expect(items.map(told)).toEqual([
      ['rated', undefined, '5 of 5'],
      ['custom', 'Plan', 'Solo', 'Team'],
      ['wrote', undefined, undefined],
      ['label', undefined, null, 'nét 30'],
      ['signed-in', undefined, 'Firefox on Windows'],
      ['contact', 'phone', '+84 28 5550 0142', '+84 28 5550 0177'],
    ]);
    expect(total).toBe(6);
    expect(new Set(items.map((item) => item.id)).size).toBe(6);
  });

  it('shows the first ones with the honest total of all', async () => {
    const id = await threeAndThree();
    const { items, total } = await history(id, {}, 2);
    expect([items.map(({ at }) => at), total]).toEqual([[minute(60), minute(50)], 6]);
  });

  it.each([
    ['changes', [50, 30, 10]],
    ['activity', [60, 40, 20]],
    ['mine', [30]],
  ] as const)('can be filtered for %s', async (which, at) => {
    const id = await threeAndThree();
    expect(await history(id, { which })).toMatchObject({
      items: at.map((one) => ({ at: minute(one) })),
      total: at.length,
    });
    expect(await history(id, { which }, 1)).toMatchObject({ items: [{ at: minute(at[0]) }], total: at.length });
  });

  it.each([
    ['PHONE', [10]],
    ['5550 0177', [10]],
    ['net 30', [30]],
    ['plan', [50]],
    ['zaneta', [50]],
    ['jonas', [10]],
    ['firefox', [20]],
    ['5 OF', [60]],
    ['nowhere', []],
  ])('is found by “%s” in a field, value, name or detail, whatever its case and accents', async (text, at) => {
    const id = await threeAndThree();
    const { items, total } = await history(id, { text });
    expect([items.map((item) => item.at), total]).toEqual([at.map(minute), at.length]);
  });

  it.each([
    [['phone'], [10]],
    [
      ['label', 'rated'],
      [60, 30],
    ],
    [[''], [30]],
    [['Team'], [50]],
    [['Tea'], []],
    [[], []],
  ])('is found by the code words %j that the reader knows under another name', async (codes, at) => {
    const id = await threeAndThree();
    const { items, total } = await history(id, { text: 'Telefon', codes });
    expect([items.map((item) => item.at), total]).toEqual([at.map(minute), at.length]);
  });

  it('looks for the text within the filter, beyond what is shown', async () => {
    const id = await threeAndThree();
    expect(await history(id, { text: 'o', which: 'changes' }, 1)).toMatchObject({
      items: [{ at: minute(50) }],
      total: 2,
    });
  });

  it('finds what the text calls in the reader’s own language, and what the user did', async () => {
    const id = await threeAndThree();
    const found = async (text: string, codes: readonly string[]) =>
      (await history(id, { text, codes })).items.map((item) => item.at);
    expect(await found('telefon', ['phone'])).toEqual([minute(10)]);
    expect(await found('angemeldet', ['signed-in'])).toEqual([minute(20)]);
    expect(await found('ich', [''])).toEqual([minute(30)]);
    expect(await found('telefon', [])).toEqual([]);
  });

  it('names the ticket of what they did, is found by its number, and forgets one that is gone', async () => {
    const kept = await own().tickets.add(ticket(1, { number: '1018' }));
    const id = await someone(
      [change(1, { field: 'ticket', which: '1018' })],
      [act(2, { ticket: kept }), act(3, { ticket: 999 })],
    );
    const { items } = await history(id, { text: '1018' });
    expect(items.map(told)).toEqual([
      ['wrote', '1018', undefined],
      ['ticket', '1018', null, null],
    ]);
    const all = await history(id);
    expect(all.items[0]).not.toHaveProperty('ticket');
    expect(all.items[1]).toMatchObject({ ticket: { id: String(kept), number: '1018' } });
  });

  it('says which run of an action made a change, and tells a foreign word as it is', async () => {
    const id = await someone([change(1, { entry: 'e1', step: 0 }), change(2, { field: 'hair-colour' })], []);
    const { items } = await history(id);
    expect(items).toMatchObject([
      { field: 'other', which: 'hair-colour' },
      { field: 'summary', entry: 'e1' },
    ]);
    expect(items[0]).not.toHaveProperty('entry');
  });

  it('puts the last step of one run on top', async () => {
    const id = await someone([change(1, { to: 'first step' }), change(1, { to: 'second step' })], []);
    expect((await history(id)).items).toMatchObject([{ to: 'second step' }, { to: 'first step' }]);
  });
});
