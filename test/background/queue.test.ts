import { describe, expect, it, vi } from 'vitest';
import { address } from '@/test/support/people';
import { queueOf, tellQueue } from '@/utils/background/queue';
import * as storage from '@/utils/browser/storage';
import type { Change } from '@/utils/changes/types';
import type { Entry } from '@/utils/journal';
import { queueKey } from '@/utils/messages/acting';

const set: Change = { type: 'person.set', person: '1', field: 'summary', from: 'a', to: 'Asked for\nthe form' };
const entry = (some: Partial<Entry> = {}): Entry => ({
  id: 'e1',
  connection: 'crm',
  person: '1',
  action: 'set-summary',
  at: '2026-11-21T12:00:00.000Z',
  state: 'queued',
  listed: true,
  name: 'Anna',
  steps: [{ change: set, of: 0, state: 'planned' }],
  ...some,
});

describe('the queue as panels see it', () => {
  it('says of what waits whom it is about, what it is in a line, and when it is tried', () => {
    const waiting = entry({ since: '2026-11-21T12:00:01.000Z', retryAt: 5, trouble: { kind: 'offline' } });
    expect(queueOf([waiting])).toEqual({
      items: [
        {
          entry: 'e1',
          ref: { connection: 'crm', id: '1' },
          name: 'Anna',
          action: 'set-summary',
          text: 'Asked for',
          at: waiting.at,
          state: 'queued',
          until: 5,
          problem: { kind: 'offline' },
          pending: [set],
        },
      ],
      offline: { crm: '2026-11-21T12:00:01.000Z' },
    });
  });

  it('leaves out what an agent waits for, and drafts', () => {
    const { listed: _listed, ...asked } = entry({ state: 'sending' });
    expect(queueOf([asked, { ...asked, state: 'draft' }]).items).toEqual([]);
  });

  it('says until when something is held, and that nothing is wrong with the network', () => {
    const held = entry({ state: 'held', heldUntil: 99, steps: [] });
    expect(queueOf([held])).toMatchObject({ items: [{ state: 'held', until: 99, text: '' }], offline: {} });
  });

  it('knows since when a server cannot be reached: since the first that waits for it', () => {
    const since = (at: string, kind: 'offline' | 'rate-limited' = 'offline') => entry({ since: at, trouble: { kind } });
    expect(queueOf([since('2'), since('1'), since('3')]).offline).toEqual({ crm: '1' });
    expect(queueOf([since('1', 'rate-limited')]).offline).toEqual({});
  });

  it('shows on a record what waits for it, and not what a merge does to the other', () => {
    const away: Change = { type: 'account.enable', person: '2', from: true, to: false };
    const steps = [set, away].map((change) => ({ change, of: 0, state: 'planned' }) as const);
    expect(queueOf([entry({ action: 'merge', steps })]).items[0]?.pending).toEqual([set]);
  });

  it('tells each value in dispute; what was refused without one has failed', () => {
    const problem = { kind: 'conflict', call: 'person.set', theirs: 'theirs' } as const;
    const stopped = entry({ state: 'conflict', problem, steps: [{ change: set, of: 0, state: 'refused', problem }] });
    expect(queueOf([stopped]).items).toMatchObject([
      { state: 'conflict', conflicts: [{ step: 0, change: set, theirs: 'theirs' }], pending: [] },
    ]);
    const taken = { kind: 'conflict' } as const;
    const refused = entry({ state: 'conflict', steps: [{ change: set, of: 0, state: 'refused', problem: taken }] });
    expect(queueOf([refused]).items[0]).toMatchObject({ state: 'failed' });
  });

  it('has a line for what is written, added or linked, and none for a password or a picture', () => {
    const lineOf = (change: Change) =>
      queueOf([entry({ steps: [{ change, of: 0, state: 'planned' }] })]).items[0]?.text;
    const on = { person: '1' };
    const texts: readonly (readonly [Change, string])[] = [
      [{ ...on, type: 'note.add', text: 'Call her', files: [], again: null }, 'Call her'],
      [{ ...on, type: 'email.set', at: 0, from: null, to: { address: address('a@b.example') } }, 'a@b.example'],
      [{ ...on, type: 'email.set', at: 0, from: { address: address('a@b.example') }, to: null }, 'a@b.example'],
      [{ ...on, type: 'label.set', label: 'vip', at: 0, from: false, to: true }, 'vip'],
      [{ ...on, type: 'ticket.create', title: 'Invoice', text: '', urgent: false }, 'Invoice'],
      [{ ...on, type: 'person.set', field: 'picture', from: null, to: 'data:image/png;base64,AA' }, ''],
      [{ ...on, type: 'login.password', secret: 'correct horse' }, ''],
    ];
    expect(texts.map(([change]) => lineOf(change))).toEqual(texts.map(([, text]) => text));
  });

  it('shows no long lists of what moves', () => {
    const move: Change = { type: 'ticket.move', person: '1', items: ['1', '2'], from: '1', to: '2' };
    expect(queueOf([entry({ steps: [{ change: move, of: 0, state: 'planned' }] })]).items[0]?.pending).toEqual([]);
  });
});

it('The queue is written when it has changed, and only then; a queue of an earlier background is told empty', async () => {
  await storage.writeStored('session', queueKey, { items: [entry()], offline: {} });
  const write = vi.spyOn(storage, 'writeStored');
  const tell = tellQueue();
  tell([]);
  await vi.waitFor(async () =>
    expect(await storage.readStored('session', queueKey)).toEqual({ items: [], offline: {} }),
  );
  tell([]);
  tell([entry()]);
  tell([entry()]);
  await vi.waitFor(async () =>
    expect(await storage.readStored('session', queueKey)).toMatchObject({ items: [{ entry: 'e1' }] }),
  );
  tell([entry()]);
  tell([]);
  await vi.waitFor(async () => expect(await storage.readStored('session', queueKey)).toMatchObject({ items: [] }));
  expect(write).toHaveBeenCalledTimes(3);
});
