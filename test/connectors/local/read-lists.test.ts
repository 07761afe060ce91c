import { beforeEach, describe, expect, it } from 'vitest';
import { emptyBooks, openBook } from './book';
import { addPerson, minute, own, ticket } from './rows';

beforeEach(emptyBooks);

describe('Labels in use', () => {
  it.each([
    ['', 10, ['vip 3', 'net 30 1', 'Vérifié 1'], 3],
    ['V', 10, ['vip 3', 'Vérifié 1'], 2],
    ['veri', 10, ['Vérifié 1'], 1],
    ['30', 10, [], 0],
    ['', 1, ['vip 3'], 3],
  ])('that begin with “%s”, at most %i: the most used first', async (text, limit, labels, total) => {
    await addPerson('Anna', { labels: ['vip', 'net 30'] });
    await addPerson('Ben', { labels: ['vip', 'Vérifié'] });
    await addPerson('Cem', { labels: ['vip'] });
    await addPerson('Dee');
    const part = await (await openBook('own')).reads.labels?.(text, { limit });
    expect([part?.items.map((hit) => `${hit.label} ${hit.people}`), part?.total]).toEqual([labels, total]);
  });
});

describe('What is chosen from lists', () => {
  it('custom fields stand in their own order, with their choices', async () => {
    await own().customFields.bulkAdd([
      { title: 'Second', type: 'choice', choices: ['A', 'B'], order: 2 },
      { title: 'First', type: 'date', description: 'Of the contract', order: 1 },
    ]);
    expect(await (await openBook('own')).reads.definitions?.()).toEqual([
      { id: '2', title: 'First', type: 'date', description: 'Of the contract' },
      { id: '1', title: 'Second', type: 'choice', choices: ['A', 'B'] },
    ]);
  });

  it('groups stand in the order of their names', async () => {
    await own().groups.bulkAdd([{ name: 'Newsletter' }, { name: 'Beta testers' }]);
    expect(await (await openBook('own')).reads.groups?.()).toEqual([
      { id: '2', name: 'Beta testers' },
      { id: '1', name: 'Newsletter' },
    ]);
  });

  it('teams tell how many agents are in them', async () => {
    await own().teams.bulkAdd([{ name: 'First line' }, { name: 'Billing' }, { name: 'Nobody' }]);
    await addPerson('Jonas', { kind: 'agent', teams: [1, 2] });
    await addPerson('Priya', { kind: 'agent', teams: [1] });
    expect(await (await openBook('own')).reads.teams?.()).toEqual([
      { id: '2', name: 'Billing', agents: 1 },
      { id: '1', name: 'First line', agents: 2 },
      { id: '3', name: 'Nobody', agents: 0 },
    ]);
  });
});

describe('An organisation’s own page', () => {
  const member = (name: string, organisation: number, manager?: true) =>
    addPerson(name, {
      memberships: [manager === undefined ? { organisation } : { organisation, manager }],
      orgs: [organisation],
    });

  it('lists its people, those who lead it first, and its tickets with whose they are, each with its total', async () => {
    const id = await own().organisations.add({
      name: 'Bauer & Sohn',
      key: 'bauer & sohn',
      summary: 'Wine.',
      labels: ['net 30'],
      domains: ['bauer.example'],
      fields: [{ type: 'website', value: 'https://bauer.example' }],
      createdAt: minute(0),
    });
    const other = await own().organisations.add({ name: 'Other', key: 'other', createdAt: minute(0) });
    const zoe = await member('Zoë', id, true);
    const anna = await member('anna', id);
    await member('Ángel', id);
    await member('Foreign', other, true);
    await own().tickets.bulkAdd([
      ticket(anna, { organisation: id, number: '1', updatedAt: minute(1) }),
      ticket(zoe, { organisation: id, number: '2', updatedAt: minute(2) }),
      ticket(999, { organisation: id, number: '3', updatedAt: minute(3) }),
      ticket(anna, { organisation: id, number: '4', open: 0 }),
      ticket(anna, { organisation: other, number: '5' }),
    ]);
    const session = await openBook('own');
    const page = await session.reads.organisation?.(String(id), { limit: 2 });
    expect(page).toMatchObject({
      id: String(id),
      name: 'Bauer & Sohn',
      summary: 'Wine.',
      labels: ['net 30'],
      domains: ['bauer.example'],
      fields: [{ type: 'website', value: 'https://bauer.example' }],
      people: { total: 3, items: [{ name: 'Zoë' }, { name: 'Ángel' }] },
      open: {
        total: 3,
        items: [
          { number: '3', person: null },
          { number: '2', person: { id: String(zoe), name: 'Zoë' } },
        ],
      },
      resolved: { total: 1, items: [{ number: '4', person: { id: String(anna), name: 'anna' } }] },
    });
  });

  it('lists the newest of very many people', async () => {
    const id = await own().organisations.add({ name: 'Large', key: 'large', createdAt: minute(0) });
    await own().people.bulkAdd(
      Array.from({ length: 301 }, (_, index) => ({
        name: `Member ${index}`,
        keys: [],
        names: [],
        emails: [],
        memberships: [{ organisation: id }],
        orgs: [id],
        facts: { createdAt: minute(0), creationSystem: 'import' },
        revision: 1,
      })),
    );
    const page = await (await openBook('own')).reads.organisation?.(String(id), { limit: 1 });
    expect(page?.people).toMatchObject({ total: 301, items: [{ name: 'Member 300' }] });
  });

  it('is empty where nothing is known, and missing where there is none', async () => {
    const id = await own().organisations.add({ name: 'Empty', key: 'empty', createdAt: minute(0) });
    const session = await openBook('own');
    const none = { items: [], total: 0 };
    expect(await session.reads.organisation?.(String(id), { limit: 5 })).toEqual({
      id: String(id),
      name: 'Empty',
      summary: '',
      labels: [],
      domains: [],
      fields: [],
      people: none,
      open: none,
      resolved: none,
    });
    await expect(session.reads.organisation?.('77', { limit: 5 })).rejects.toMatchObject({
      problem: { kind: 'missing', call: 'organisation' },
    });
  });
});
