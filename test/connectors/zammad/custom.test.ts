import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import type { Session } from '@/utils/connectors/types';
import { open } from './desk';
import { type FakeZammad, fakeZammad } from './server';
import { ANNA, type Row } from './store';

const id = String(ANNA);
const rowOf = ({ store }: FakeZammad): Row | undefined => store.users.find((user) => user.id === ANNA);
const set = (field: string, from: string | null, to: string | null) =>
  ({ type: 'custom.set', person: id, field, from, to }) as const;

/** As it stands on the profile. */
const shownAs = async (session: Session, title: string) =>
  (await session.get(id)).fields.find(({ label }) => label === title);

describe.each([
  ['by their definitions', true],
  ['by what Zammad tells its own pages', false],
])('The custom fields of people in Zammad, known %s', (_, admin) => {
  const start = (): FakeZammad => {
    const server = fakeZammad();
    if (!admin) server.rights = new Set(['ticket.agent']);
    return server;
  };

  it('have the type, the choices and the room that Zammad gives them; what is inner or gone is none', async () => {
    const { reads } = await open(start());
    const all = (await reads.definitions?.()) ?? [];
    expect(all.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 'about', title: 'About', type: 'text', longest: 500 },
      { id: 'areas', title: 'Areas', type: 'choices', choices: ['North', 'South'] },
      { id: 'called', title: 'Last call', type: 'text' },
      { id: 'code', title: 'Customer number', type: 'text', longest: 12 },
      { id: 'desk', title: 'Desk', type: 'phone', longest: 40 },
      { id: 'plan', title: 'Plan', type: 'choice', choices: ['Free of charge', 'Professional'] },
      {
        id: 'region',
        title: 'Region',
        type: 'choice',
        choices: ['Europe', 'Europe › Hull', 'Europe › Bonn', 'Asia'],
      },
      { id: 'seats', title: 'Seats', type: 'number', description: '1 – 500' },
      { id: 'shop', title: 'Shop', type: 'website', longest: 120 },
      { id: 'since', title: 'Customer since', type: 'date' },
      { id: 'terms', title: 'Terms', type: 'text', longest: 2000 },
      { id: 'topics', title: 'Topics', type: 'choices', choices: ['Print', 'Print › Ink', 'Phone', 'Phone › Ink'] },
      { id: 'vip', title: 'VIP', type: 'toggle' },
    ]);
  });

  it('are known to be mandatory, for agents', async () => {
    const server = start();
    for (const { name, screens } of server.store.attributes) {
      if (name === 'code') screens.edit['ticket.agent'] = { shown: true, required: true };
      if (name === 'plan') screens.edit['ticket.agent'] = { null: false };
      if (name === 'shop') screens.edit['ticket.agent'] = { shown: false, required: true };
      // For nobody else.
      if (name === 'seats') screens.edit['ticket.customer'] = { required: true };
      // For everybody, where nothing is said of agents.
      if (name === 'desk') screens.edit = { '-all-': { null: false } };
    }
    const all = (await (await open(server)).reads.definitions?.()) ?? [];
    expect(
      all
        .filter(({ required }) => required)
        .map((field) => field.id)
        .toSorted(),
    ).toEqual(['code', 'desk', 'plan']);
  });

  it.each([
    ['vip', 'VIP', 'true', true],
    ['plan', 'Plan', 'Free of charge', 'free'],
    ['areas', 'Areas', 'North\nSouth', ['n', 's']],
    ['region', 'Region', 'Europe › Hull', 'Europe::Hull'],
    ['topics', 'Topics', 'Print › Ink\nPhone', ['Print::Ink', 'Phone']],
    ['seats', 'Seats', '12', 12],
    ['since', 'Customer since', '2024-02-29', '2024-02-29'],
    ['called', 'Last call', '2026-01-05T08:00:00.000Z', '2026-01-05T08:00:00.000Z'],
    ['about', 'About', 'Line one\nLine two', 'Line one\nLine two'],
    ['terms', 'Terms', 'Net 30 & more', '<div>Net 30 &amp; more</div>'],
    ['shop', 'Shop', 'https://shop.example.org', 'https://shop.example.org'],
    ['desk', 'Desk', '+44 20 7946 0101', '+44 20 7946 0101'],
  ])('%s is written as Zammad keeps it, and read back as it was typed', async (field, title, text, kept) => {
    const server = start();
    const session = await open(server);
    const before = (await shownAs(session, title))?.value ?? null;
    await write(session, set(field, before, text));
    expect(rowOf(server)?.[field]).toEqual(kept);
    expect(server.bodies.at(-1)).toEqual({ [field]: kept });
    expect(await shownAs(session, title)).toMatchObject({ value: text, custom: true, id: field });
    await write(session, set(field, text, null));
    expect(await shownAs(session, title)).toBeUndefined();
  });

  it('of a point of time are taken as they are typed, and stand as Zammad writes them', async () => {
    const server = start();
    const session = await open(server);
    await write(session, set('called', null, '2026-01-05T09:30:00+01:00'));
    expect(rowOf(server)?.['called']).toBe('2026-01-05T08:30:00.000Z');
  });

  it('of another system are shown by their label and cannot be edited', async () => {
    const server = start();
    Object.assign(rowOf(server) ?? {}, { crm: { value: 'c-77', label: 'Keller, A. (C-77)' }, keeper: 3 });
    const session = await open(server);
    expect(await shownAs(session, 'CRM record')).toEqual({
      type: 'text',
      label: 'CRM record',
      value: 'Keller, A. (C-77)',
      custom: true,
    });
    expect(await shownAs(session, 'Keeper')).toBeUndefined();
    await expect(write(session, set('crm', 'Keller, A. (C-77)', 'Other'))).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
  });

  it.each([
    ['seats', '0'],
    ['seats', '501'],
    ['seats', '1.5'],
    ['plan', 'Gold'],
    ['region', 'Hull'],
    ['areas', 'North\nWest'],
    ['since', '2024-02-30'],
    ['called', 'soon'],
  ])('%s takes no %s, and nothing is sent', async (field, text) => {
    const server = start();
    const session = await open(server);
    const now = (await shownAs(session, field === 'plan' ? 'Plan' : '-'))?.value ?? null;
    server.calls.length = 0;
    await expect(write(session, set(field, now, text))).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    expect(server.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });

  it('that are too long are refused here, with the room there is', async () => {
    const session = await open(start());
    await expect(write(session, set('code', 'C-1001', 'x'.repeat(13)))).rejects.toMatchObject({
      problem: { kind: 'invalid', longest: 12 },
    });
  });
});

describe('Choices in Zammad', () => {
  it('with the same title are told apart by their value', async () => {
    const server = fakeZammad();
    const plan = server.store.attributes.find(({ name }) => name === 'plan');
    if (plan !== undefined) plan.data_option['options'] = { a: 'Gold', b: 'Gold', pro: 'Professional' };
    const session = await open(server);
    await write(session, set('plan', 'Professional', 'Gold (b)'));
    expect(rowOf(server)?.['plan']).toBe('b');
  });

  it('that are gone stand as Zammad keeps them', async () => {
    const server = fakeZammad();
    Object.assign(rowOf(server) ?? {}, { plan: 'old' });
    expect(await shownAs(await open(server), 'Plan')).toMatchObject({ value: 'old' });
  });
});

describe('A Zammad that tells an agent nothing of its fields', () => {
  it('shows their values by the names of the columns, and lets nobody edit them', async () => {
    const server = fakeZammad();
    server.rights = new Set(['ticket.agent']);
    server.gone.add('signshow');
    Object.assign(rowOf(server) ?? {}, { seats: 12, gold: true, silver: false, keeper_id: 3, areas: ['n'] });
    const session = await open(server);
    expect(await session.reads.definitions?.()).toEqual([]);
    expect((await session.get(id)).fields.filter(({ custom }) => custom)).toEqual([
      { type: 'text', label: 'plan', value: 'pro', custom: true },
      { type: 'text', label: 'code', value: 'C-1001', custom: true },
      { type: 'text', label: 'seats', value: '12', custom: true },
      { type: 'toggle', label: 'gold', value: 'true', custom: true },
    ]);
    await expect(write(session, set('code', 'C-1001', 'C-2'))).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});
