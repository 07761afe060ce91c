import { describe, expect, it } from 'vitest';
import { planned } from '@/test/support/acted';
import { address, person } from '@/test/support/people';
import { planAll } from '@/utils/actions';
import type { Chosen, Input } from '@/utils/actions/inputs';
import type { Sight } from '@/utils/actions/types';
import type { Change, ChangeType } from '@/utils/changes/types';
import type { Belongings } from '@/utils/connectors/types';
import type { Person } from '@/utils/people/types';

const [work, team, home, spare] = ['anna@example.com', 'team@example.com', 'a@home.example', 'b@home.example'].map(
  address,
);
if (!work || !team || !home || !spare) throw new Error('no addresses');

const bauer = { organisation: '7', name: 'Bauer', position: 'Buyer' };
const acme = { organisation: '5', name: 'Acme', position: 'Head' };
const anna = person({
  version: '3',
  emails: [{ address: work, primary: true }],
  labels: ['vip'],
  groups: [{ id: '1', name: 'Customers' }],
  memberships: [bauer],
  summary: 'Prefers the phone.',
  fields: [
    { type: 'phone', value: '+49 30 901820' },
    { type: 'text', value: 'C-7', custom: true, id: '1' },
  ],
});
const ann = person({
  ref: { connection: 'book', id: '2' },
  name: 'Ann K.',
  version: '8',
  emails: [
    { address: home, primary: true },
    { address: spare, primary: false, label: 'Spare' },
  ],
  labels: ['VIP', 'press'],
  groups: [{ id: '2', name: 'Beta' }],
  memberships: [acme],
  summary: 'Calls on Mondays.',
  timezone: 'Asia/Tokyo',
  fields: [
    { type: 'phone', value: '0049 30/901820' },
    { type: 'website', value: 'https://k.example' },
    { type: 'text', value: 'C-8', custom: true, id: '1' },
  ],
});
const belongings: Belongings = { tickets: ['11', '12', '13'], notes: ['21'], charges: [], activity: ['a1', 's1'] };

const OWN: readonly ChangeType[] = ['person.merge'];
const HIDE: readonly ChangeType[] = ['person.hide', 'account.enable'];
const sight = (
  lacks: readonly ChangeType[] = OWN,
  more: Partial<Sight> = {},
  others: readonly Person[] = [ann],
): Sight => ({
  reads: { belongings: async () => belongings },
  get: async (id) => others.find(({ ref }) => ref.id === id) ?? anna,
  can: (type) => !lacks.includes(type),
  movesAtOnce: Number.POSITIVE_INFINITY,
  ...more,
});
const input: Input<'merge'> = { goes: '2', keep: {}, primary: null, versions: { stays: '3', goes: '8' } };
const merge = (some: Partial<Input<'merge'>> = {}): Chosen => ({ action: 'merge', input: { ...input, ...some } });
const plan = async (some: Partial<Input<'merge'>> = {}, eyes = sight(), who = anna): Promise<readonly Change[]> =>
  (await planAll(who, [merge(some)], eyes)).map(({ change }) => change);
const types = (changes: readonly Change[]) => changes.map(({ type, person: whom }) => `${type} ${whom}`);

describe('a merge step by step', () => {
  it('hides the one first, then brings over what is theirs, then moves what belongs to them', async () => {
    expect(await plan({ keep: { 'custom:1': 'goes' }, primary: home })).toEqual([
      { type: 'person.hide', person: '2', into: '1', from: false, to: true },
      { type: 'email.set', person: '1', at: 1, from: null, to: { address: home } },
      { type: 'email.set', person: '1', at: 2, from: null, to: { address: spare, label: 'Spare' } },
      { type: 'contact.set', person: '1', at: 1, from: null, to: { type: 'website', value: 'https://k.example' } },
      { type: 'label.set', person: '1', label: 'press', at: 1, from: false, to: true },
      { type: 'group.set', person: '1', group: '2', from: false, to: true },
      {
        type: 'membership.set',
        person: '1',
        organisation: { id: '5', name: 'Acme' },
        at: 1,
        from: null,
        to: { position: 'Head', manager: false },
      },
      { type: 'person.set', person: '1', field: 'timezone', from: null, to: 'Asia/Tokyo' },
      { type: 'custom.set', person: '1', field: '1', from: 'C-7', to: 'C-8' },
      { type: 'email.primary', person: '1', from: work, to: home },
      { type: 'ticket.move', person: '2', items: ['11', '12', '13'], from: '2', to: '1' },
      { type: 'note.move', person: '2', items: ['21'], from: '2', to: '1' },
      { type: 'activity.move', person: '2', items: ['a1', 's1'], from: '2', to: '1' },
    ]);
  });

  it('sets each value that was chosen of the other, and no other', async () => {
    const keep = { name: 'goes', summary: 'goes', timezone: 'stays' } as const;
    const set = (await plan({ keep })).filter(({ type }) => type === 'person.set');
    expect(set).toEqual([
      { type: 'person.set', person: '1', field: 'name', from: 'Anna Keller', to: 'Ann K.' },
      { type: 'person.set', person: '1', field: 'summary', from: 'Prefers the phone.', to: 'Calls on Mondays.' },
    ]);
  });

  it('takes a picture, a language and stopped replies from the one who has them', async () => {
    const rich = { ...ann, picture: 'data:image/png;base64,AA', language: 'vi', autoReplies: false };
    const set = (await plan({ keep: { timezone: 'stays' } }, sight(OWN, {}, [rich]))).flatMap((change) =>
      change.type === 'person.set' ? [[change.field, change.from, change.to]] : [],
    );
    expect(set).toEqual([
      ['language', null, 'vi'],
      ['autoReplies', true, false],
      ['picture', null, 'data:image/png;base64,AA'],
    ]);
  });

  it('changes the position in an organisation that both are in, if that of the other was chosen', async () => {
    const both = { ...ann, memberships: [{ ...bauer, position: 'Head', manager: true }] };
    const places = async (keep: Input<'merge'>['keep']) =>
      (await plan({ keep }, sight(OWN, {}, [both]))).filter(({ type }) => type === 'membership.set');
    expect(await places({})).toEqual([]);
    expect(await places({ 'position:7': 'goes' })).toMatchObject([
      { at: 0, from: { position: 'Buyer', manager: false }, to: { position: 'Head', manager: false } },
    ]);
    expect(await places({ 'manager:7': 'goes' })).toMatchObject([{ to: { position: 'Buyer', manager: true } }]);
  });

  it('moves no more at once than the server takes', async () => {
    const moves = (await plan({}, sight(OWN, { movesAtOnce: 2 }))).flatMap((change) =>
      'items' in change ? [[change.type, change.items]] : [],
    );
    expect(moves).toEqual([
      ['ticket.move', ['11', '12']],
      ['ticket.move', ['13']],
      ['note.move', ['21']],
      ['activity.move', ['a1', 's1']],
    ]);
  });

  it('leaves out what this login cannot write', async () => {
    const cannot: readonly ChangeType[] = [
      ...OWN,
      'label.set',
      'group.set',
      'note.move',
      'person.set',
      'email.primary',
    ];
    const kinds = new Set((await plan({}, sight(cannot))).map(({ type }) => type));
    for (const type of cannot) expect(kinds).not.toContain(type);
    expect(kinds).toContain('ticket.move');
    const addresses = await plan({}, sight([...OWN, 'email.set']));
    expect(addresses.some(({ type }) => type === 'email.set')).toBe(false);
  });

  it('gives somebody without an address the other’s, the first of which is primary by itself', async () => {
    const bare = { ...anna, emails: [] };
    const addresses = (await plan({}, sight(), bare)).filter(({ type }) => type.startsWith('email.'));
    expect(addresses).toMatchObject([{ to: { address: home } }, { to: { address: spare } }]);
    const chosen = (await plan({ primary: spare }, sight(), bare)).filter(({ type }) => type.startsWith('email.'));
    expect(chosen.at(-1)).toEqual({ type: 'email.primary', person: '1', from: home, to: spare });
  });

  it('leaves one organisation for the other where only one can stay', async () => {
    const one = (keep: Input<'merge'>['keep']) => plan({ keep }, sight(OWN, { oneOrganisation: true }));
    const places = (changes: readonly Change[]) => changes.filter(({ type }) => type === 'membership.set');
    expect(places(await one({}))).toEqual([]);
    expect(places(await one({ organisation: 'goes' }))).toMatchObject([
      { organisation: { id: '7' }, at: 0, from: { position: 'Buyer' }, to: null },
      { organisation: { id: '5' }, at: 0, from: null, to: { position: 'Head' } },
    ]);
  });

  it('is what other actions of the same run are planned upon', async () => {
    const label = { action: 'set-label', input: { label: 'Press', on: true } } as const;
    const changes = await planAll(anna, [merge(), label], sight());
    expect(changes.some(({ of }) => of === 1)).toBe(false);
    // Whoever is disabled in the end is the other one.
    const disable = { action: 'disable', input: {} } as const;
    const then = await planAll(anna, [merge(), disable], sight([...OWN, 'person.hide']));
    expect(types(then.flatMap(({ change, of }) => (of === 1 ? [change] : [])))).toEqual(['account.enable 1']);
  });
});

describe('on a server that cannot hide anybody', () => {
  it('each address is given up right before it is given over, the primary one last; then the other is disabled', async () => {
    const changes = await plan({ primary: home }, sight([...OWN, 'person.hide']));
    const last = changes.slice(changes.findIndex(({ type }) => type === 'email.set'));
    expect(last).toEqual([
      { type: 'email.set', person: '2', at: 1, from: { address: spare, label: 'Spare' }, to: null, into: '1' },
      { type: 'email.set', person: '1', at: 1, from: null, to: { address: spare, label: 'Spare' } },
      { type: 'email.set', person: '2', at: 0, from: { address: home }, to: null, into: '1' },
      { type: 'email.set', person: '1', at: 2, from: null, to: { address: home } },
      { type: 'email.primary', person: '1', from: work, to: home },
      { type: 'account.enable', person: '2', from: true, to: false, into: '1' },
    ]);
    expect(types(changes).indexOf('ticket.move 2')).toBeLessThan(types(changes).indexOf('email.set 2'));
  });

  it('whoever is disabled already stays so, and gives up an address that both have', async () => {
    const off: Person = { ...ann, status: 'disabled', emails: [{ address: work, primary: true }] };
    const changes = await plan({}, sight([...OWN, 'person.hide'], {}, [off]));
    expect(changes.some(({ type }) => type === 'account.enable')).toBe(false);
    expect(changes.filter(({ type }) => type === 'email.set')).toMatchObject([{ person: off.ref.id, to: null }]);
  });
});

describe('on a server that shows only some of their tickets', () => {
  const some = (count: number, lacks = [...OWN, 'person.hide'] as const) =>
    sight(lacks, { reads: { belongings: async () => belongings, unseen: async () => count } });

  it('addresses stay where they are, since answers to the others go there; all else is as ever', async () => {
    const all = await plan({}, some(0));
    const stuck = await plan({}, some(3));
    expect(stuck.some(({ type }) => type === 'email.set')).toBe(false);
    expect(stuck).toEqual(all.filter(({ type }) => type !== 'email.set'));
  });

  it('an address of theirs cannot become the primary one', async () => {
    expect(await planned(anna, merge({ primary: home }), some(1))).toEqual(['invalid', undefined]);
  });
});

it('Whoever has room for no other address keeps their own, and the other one theirs', async () => {
  const eyes = sight([...OWN, 'person.hide'], { room: { addresses: 2 } });
  const changes = async (who: Person) => (await plan({}, eyes, who)).filter(({ type }) => type === 'email.set');
  expect(await changes(anna)).toHaveLength(2);
  expect(await changes({ ...anna, mostAddresses: 1 })).toEqual([]);
});

describe('on a server with a merge of its own', () => {
  it('that is planned; what was chosen of the other is set before, the primary address after', async () => {
    expect(await plan({ keep: { summary: 'goes', timezone: 'stays' }, primary: home }, sight([]))).toEqual([
      { type: 'person.set', person: '1', field: 'summary', from: 'Prefers the phone.', to: 'Calls on Mondays.' },
      { type: 'person.merge', person: '1', other: '2' },
      { type: 'email.primary', person: '1', from: work, to: home },
    ]);
  });

  it('the organisation that was chosen is set before as well', async () => {
    const changes = await plan({ keep: { organisation: 'goes' } }, sight([], { oneOrganisation: true }));
    expect(types(changes)).toEqual(['person.set 1', 'membership.set 1', 'membership.set 1', 'person.merge 1']);
  });
});

describe('a merge is refused', () => {
  it('of a person with itself, and of customers with agents', async () => {
    expect(await planned(anna, merge({ goes: '1' }), sight())).toEqual(['invalid', undefined]);
    const agent: Person = { ...ann, kind: 'agent' };
    expect(await planned(anna, merge(), sight(OWN, {}, [agent]))).toEqual(['invalid', undefined]);
    expect(await planned({ ...anna, kind: 'agent' }, merge(), sight())).toEqual(['invalid', undefined]);
  });

  it('where either was changed since it was looked at, with the state there now', async () => {
    expect(await planned(anna, merge({ versions: { stays: '2', goes: '8' } }), sight())).toEqual(['conflict', '3']);
    expect(await planned(anna, merge({ versions: { stays: '3', goes: '7' } }), sight())).toEqual(['conflict', '8']);
    expect(await planned(anna, merge({ versions: { stays: '3', goes: null } }), sight())).toEqual(['conflict', '8']);
  });

  it('where the other was merged into a third meanwhile', async () => {
    const third = person({ ref: { connection: 'book', id: '9' }, version: '8' });
    const eyes = sight(OWN, { get: async () => third });
    expect(await planned(anna, merge(), eyes)).toEqual(['conflict', '8']);
  });

  it('with a primary address that is neither’s', async () => {
    expect(await planned(anna, merge({ primary: team }), sight())).toEqual(['invalid', undefined]);
  });

  it('on a server that can neither merge nor hide nor disable', async () => {
    expect(await planned(anna, merge(), sight([...OWN, ...HIDE]))).toEqual(['forbidden', undefined]);
  });
});

it('Whoever was merged in already is not merged once more', async () => {
  expect(await plan({}, sight(OWN, { get: async () => anna }))).toEqual([]);
});
