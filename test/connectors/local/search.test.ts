import { beforeEach, describe, expect, it } from 'vitest';
import { loadSample } from '@/utils/connectors/local';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { PersonRow } from '@/utils/connectors/local/schema';
import { search as begun } from '@/utils/connectors/local/search';
import type { SearchQuery } from '@/utils/connectors/types';
import { anybody, NOW, nothingSaved, reasons, searcher } from './searcher';

beforeEach(nothingSaved);

async function sampleRow(wanted: (row: PersonRow) => boolean): Promise<PersonRow> {
  const row = (await bookDatabase('sample').people.toArray()).find(wanted);
  if (row === undefined) throw new Error('the sample has nobody like that');
  return row;
}

describe('Searching a book', () => {
  beforeEach(async () => {
    await loadSample(NOW);
  });

  it('finds everybody by each of their addresses, their name, phone, organisation, label and field', async () => {
    const { ask } = searcher();
    const rows = await bookDatabase('sample').people.toArray();
    const organisations = new Map(
      (await bookDatabase('sample').organisations.toArray()).map((one) => [one.id, one.name]),
    );
    const lost: string[] = [];
    for (const row of rows) {
      const texts = [
        row.name,
        ...row.emails.map(({ address }) => address),
        ...(row.labels ?? []),
        ...(row.fields ?? []).map(({ value }) => value),
        ...Object.values(row.custom ?? {}).flat(),
        ...(row.orgs ?? []).map((id) => organisations.get(id) ?? ''),
      ];
      for (const text of texts.filter((one) => /[\p{L}\p{N}]/u.test(one))) {
        const told = await ask({ text }, { limit: 100 });
        if (!told.part.items.some(({ person }) => person.ref.id === String(row.id))) lost.push(`${row.name}: ${text}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('says why, where neither the name nor an address has the letters', async () => {
    const { ask } = searcher();
    const labelled = await sampleRow(({ labels = [] }) => labels.length > 0);
    const label = labelled.labels?.[0] ?? '';
    expect(reasons(await ask({ text: label }))).toContainEqual({ kind: 'label', text: label });
    const phoned = await sampleRow(({ fields = [] }) => fields.some(({ type }) => type === 'phone'));
    const phone = phoned.fields?.find(({ type }) => type === 'phone')?.value ?? '';
    const byPhone = await ask({ text: phone.replace(/\D/g, '').slice(-7) });
    expect(reasons(byPhone)).toContainEqual({ kind: 'phone', text: phone });
    const named = await ask({ text: labelled.name });
    expect(reasons(named)[0]).toBeUndefined();
  });

  it('finds whose ticket a number is, and whose id', async () => {
    const { ask } = searcher();
    const ticket = await bookDatabase('sample').tickets.toCollection().first();
    if (ticket === undefined) throw new Error('no ticket');
    for (const text of [ticket.number, `#${ticket.number}`]) {
      const told = await ask({ text });
      expect(told.part.items[0]?.person.ref.id).toBe(String(ticket.person));
      expect(reasons(told)[0]).toEqual({ kind: 'ticket', title: ticket.number, text: ticket.title });
    }
    const told = await ask({ text: '7' });
    expect(told.part.items.some(({ person, because }) => person.ref.id === '7' && because?.kind === 'id')).toBe(true);
  });

  it('leaves whom the filters leave, and counts them', async () => {
    const { ask } = searcher();
    const rows = await bookDatabase('sample').people.toArray();
    const count = (wanted: (row: PersonRow) => boolean) => rows.filter(wanted).length;
    const agent = await sampleRow(({ teams = [] }) => teams.length > 0);
    const member = await sampleRow(({ groups = [] }) => groups.length > 0);
    const labelled = await sampleRow(({ labels = [] }) => labels.length > 0);
    const team = agent.teams?.[0] ?? 0;
    const group = member.groups?.[0] ?? 0;
    const label = labelled.labels?.[0] ?? '';
    const totals = async (query: Partial<SearchQuery>) => (await ask(query, { limit: 3 })).part.total;
    expect(await totals({})).toBe(rows.length);
    expect(await totals({ role: 'agents' })).toBe(count(({ kind }) => kind === 'agent'));
    expect(await totals({ role: 'customers' })).toBe(count(({ kind }) => kind !== 'agent'));
    expect(await totals({ role: 'agents', group: String(team) })).toBe(count(({ teams = [] }) => teams.includes(team)));
    expect(await totals({ group: String(group) })).toBe(count(({ groups = [] }) => groups.includes(group)));
    expect(await totals({ label })).toBe(count(({ labels = [] }) => labels.includes(label)));
  });

  it('sorts by name, by age and by who was seen last', async () => {
    const { ask } = searcher();
    const told = async (sort: SearchQuery['sort']) => (await ask({ sort }, { limit: 100 })).part.items;
    const created = (await told('newest')).map(({ person }) => person.createdAt ?? '');
    const seen = (await told('last-seen')).map(({ person }) => person.seenAt ?? '');
    expect(created).toEqual([...created].sort().reverse());
    expect(seen.filter((at) => at !== '')).toEqual([...seen.filter((at) => at !== '')].sort().reverse());
    expect(seen.at(-1) === '' || !seen.includes('')).toBe(true);
    const latin = (await told('name')).map(({ person }) => person.name).filter((name) => /^[A-Za-z ]+$/.test(name));
    expect(latin).toEqual([...latin].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });

  it('tells the first rows before all of them, and an honest total with both', async () => {
    const { ask, all } = searcher();
    const last = await ask({}, { limit: 40 });
    expect(last.part.items).toHaveLength(40);
    const told = all.map(({ part, whole }) => [part.items.length, part.total, whole]);
    expect(told).toEqual([
      [10, last.part.total, false],
      [40, last.part.total, true],
    ]);
  });
});

describe('Searching without an index', () => {
  it('finds by the beginning of names and addresses, with the same filters', async () => {
    await loadSample(NOW);
    const database = bookDatabase('sample');
    const rows = await database.people.toArray();
    const ask = async (query: Partial<SearchQuery>) =>
      (await begun(database, 'sample', { ...anybody, ...query }, { limit: 100 })).items.map(({ person }) => person);
    expect(await ask({})).toHaveLength(rows.length);
    expect((await ask({ role: 'agents' })).every(({ kind }) => kind === 'agent')).toBe(true);
    expect((await ask({ role: 'customers' })).length + (await ask({ role: 'agents' })).length).toBe(rows.length);
    const labelled = await sampleRow(({ labels = [] }) => labels.length > 0);
    const label = labelled.labels?.[0] ?? '';
    expect((await ask({ label })).every(({ labels }) => labels.includes(label))).toBe(true);
    const created = (await ask({ sort: 'newest' })).map(({ createdAt = '' }) => createdAt);
    expect(created).toEqual([...created].sort().reverse());
  });
});
