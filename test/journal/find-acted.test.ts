// What became of a change to an account, or of a merge, whose answer was never heard, where no stamps are kept.
import { describe, expect, it } from 'vitest';
import { address, person } from '@/test/support/people';
import { place } from '@/test/support/places';
import type { Change, Stamp } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import { settled } from '@/utils/journal/settle';
import { resume } from '@/utils/journal/write';
import type { Person } from '@/utils/people/types';
import { refused } from './server';

const stamp: Stamp = { entry: 'e', step: 0, at: '2026-11-21T12:00:00.000Z' };
const on = { person: '1' } as const;
const anna = person({ ref: { connection: 'crm', id: '1' } });
const session = (some: Partial<Session> = {}): Session => place('crm', { get: async () => anna, ...some }).session;
const state = async (change: Change, some: Partial<Session> = {}) =>
  (await settled(session(some), change, stamp)).state;
const is = (some: Partial<Person>): Partial<Session> => ({ get: async () => ({ ...anna, ...some }) });
const gone: Partial<Session> = { get: async () => Promise.reject(refused('missing')) };

describe('of a connection that keeps no stamps', () => {
  it('whoever was merged in answers as the one who stays', async () => {
    const hide: Change = { type: 'person.hide', person: '1', into: '2', from: false, to: true };
    const as2 = is({ ref: { connection: 'crm', id: '2' } });
    expect([await state(hide, as2), await state(hide)]).toEqual(['made', 'not-made']);
    const back: Change = { ...hide, from: true, to: false };
    expect([await state(back, as2), await state(back)]).toEqual(['not-made', 'made']);
    const merge: Change = { type: 'person.merge', person: '2', other: '1' };
    expect([await state(merge, as2), await state(merge, gone), await state(merge)]).toEqual([
      'made',
      'made',
      'not-made',
    ]);
  });

  it('what was to move belongs to the other one, all of it or not', async () => {
    const move: Change = { ...on, type: 'note.move', items: ['7', '8'], from: '1', to: '2' };
    const there = (...notes: readonly string[]) => ({ reads: { belongings: async () => ({ notes }) } });
    expect([await state(move, there('8', '7', '6')), await state(move, there('7'))]).toEqual(['made', 'not-made']);
    expect(await state(move, { reads: { belongings: async () => ({}) } })).toBe('untold');
  });

  it('an account is unlocked, an address banned, a method removed, a person gone: it is read', async () => {
    const unlock: Change = { ...on, type: 'account.unlock' };
    expect([await state(unlock), await state(unlock, is({ status: 'locked' }))]).toEqual(['made', 'not-made']);
    const ban: Change = { ...on, type: 'address.ban', address: address('a@b.example'), from: false, to: true };
    const bans = (...all: readonly string[]) => ({
      reads: { bans: async () => ({ items: all.map((one) => ({ address: one, at: '' })), total: all.length }) },
    });
    expect([await state(ban, bans('a@b.example')), await state(ban, bans()), await state(ban)]).toEqual([
      'made',
      'not-made',
      'untold',
    ]);
    const remove: Change = { ...on, type: 'factor.remove', factor: null };
    const security = (...ids: readonly string[]) => ({
      reads: {
        security: async () => ({
          locked: false,
          factors: ids.map((id) => ({ id, name: id })),
          resetTo: null,
          mailsPasswordTo: null,
          shortestPassword: 8,
        }),
      },
    });
    expect([await state(remove, security()), await state(remove, security('totp'))]).toEqual(['made', 'not-made']);
    const erase: Change = { ...on, type: 'person.erase', version: '1' };
    expect([await state(erase, gone), await state(erase)]).toEqual(['made', 'not-made']);
    const enable: Change = { ...on, type: 'account.enable', from: true, to: false };
    expect([await state(enable, is({ status: 'disabled' })), await state(enable)]).toEqual(['made', 'not-made']);
  });

  it('a deletion was taken back where the server waits with none and the person is still there', async () => {
    const cancel: Change = { ...on, type: 'erase.cancel', task: '5' };
    const waits = { task: '5', state: 'waiting', tickets: null } as const;
    const leaving = (is: typeof waits | null) => ({ reads: { leaving: async () => is } });
    expect(await state(cancel, leaving(null))).toBe('made');
    expect(await state(cancel, leaving(waits))).toBe('not-made');
    expect(await state(cancel, { ...leaving(null), ...gone })).toBe('not-made');
    expect(await state(cancel)).toBe('untold');
  });

  it('a link that may have gone out, a password that may be set: nobody can read it, so it is not sent again', async () => {
    const all: readonly Change[] = [
      { ...on, type: 'login.reset', address: address('a@b.example') },
      { ...on, type: 'login.password', secret: 'correct horse' },
      { ...on, type: 'login.view' },
    ];
    for (const change of all) {
      const sent: string[] = [];
      const write = async () => {
        sent.push(change.type);
        return { id: '1', version: '' };
      };
      const open = session({ writes: { 'login.reset': write, 'login.password': write, 'login.view': write } });
      expect(await resume(open, change, stamp, undefined)).toMatchObject({
        kind: 'refused',
        problem: { kind: 'timeout', call: change.type },
      });
      expect(sent).toEqual([]);
    }
  });
});
