// A server for the journal's tests: it compares before it writes, as every connection does, and keeps a log of what
// was truly written. It can fail before or after a write, be stopped in the middle, and be changed by others.

import { vi } from 'vitest';
import { applied } from '@/utils/changes/apply';
import { currentOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import type { Change, ChangeType, Made, Stamp } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { Note, Person } from '@/utils/people/types';
import { ProblemError, type ProblemKind } from '@/utils/problem';

export interface Written {
  readonly stamp: string;
  readonly change: Change;
}

interface Hooks {
  /** Called right before and right after each write; what it throws is the answer, what never ends is a crash. */
  readonly at?: (when: 'before' | 'after', change: Change) => Promise<void>;
  /** Called before each reading. */
  readonly read?: () => Promise<void>;
  /** Keeps stamps, and can be asked for them. */
  readonly stamps?: boolean;
}

export const refused = (kind: ProblemKind, theirs?: unknown): ProblemError =>
  new ProblemError({ kind, ...(theirs === undefined ? {} : { theirs }) });

export const stampKey = ({ entry, step }: Stamp): string => `${entry}#${step}`;

export function fakeServer(people: readonly Person[], hooks: Hooks = {}) {
  const state = {
    people: new Map(people.map((one) => [one.ref.id, one])),
    notes: new Map<string, readonly Note[]>(),
    /** Ids of tickets, by whose they are. */
    tickets: new Map<string, readonly string[]>(),
    /** Who was merged into whom. */
    hidden: new Map<string, string>(),
    bans: new Set<string>(),
    passwords: [] as string[],
    /** Who was changed by somebody else. */
    others: new Set<string>(),
    written: [] as Written[],
    made: new Map<string, Made>(),
    count: 0,
    hooks,
  };

  const personOf = (id: string | null): Person => {
    const there = state.people.get(id ?? '');
    if (!there) throw refused('missing');
    return there;
  };

  const perform = (change: Change, at: string): Made => {
    const next = () => {
      state.count += 1;
      return String(1000 + state.count);
    };
    if (change.type === 'person.create') {
      const id = next();
      const { name, addresses } = change.draft;
      state.people.set(id, {
        ...[...state.people.values()][0],
        ...blank,
        ref: { connection: 'book', id },
        name,
        emails: addresses.map((address, index) => ({ address, primary: index === 0 })),
        createdAt: at,
      });
      return { id, version: '1' };
    }
    if (change.type === 'address.ban') {
      if (state.bans.has(change.address) !== change.from) throw refused('conflict', !change.from);
      state.bans[change.to ? 'add' : 'delete'](change.address);
      return { id: change.address, version: '' };
    }
    const person = personOf(change.person);
    const notes = state.notes.get(person.ref.id) ?? [];
    switch (change.type) {
      case 'person.delete':
        state.people.delete(person.ref.id);
        return { id: person.ref.id, version: '' };
      case 'person.erase':
        if (change.version !== (person.version ?? null)) throw refused('conflict', person.version ?? null);
        state.people.delete(person.ref.id);
        return { id: person.ref.id, version: '' };
      case 'person.hide':
        if (state.hidden.has(person.ref.id) !== change.from) throw refused('conflict', !change.from);
        if (change.to) state.hidden.set(person.ref.id, change.into);
        else state.hidden.delete(person.ref.id);
        return { id: person.ref.id, version: '' };
      case 'ticket.move': {
        const there = state.tickets.get(change.from) ?? [];
        if (!change.items.every((id) => there.includes(id))) throw refused('conflict', there);
        state.tickets.set(
          change.from,
          there.filter((id) => !change.items.includes(id)),
        );
        state.tickets.set(change.to, [...(state.tickets.get(change.to) ?? []), ...change.items]);
        return { id: change.to, version: '' };
      }
      case 'login.password':
        state.passwords.push(change.secret);
        return { id: person.ref.id, version: '' };
      case 'login.view':
        return { id: person.ref.id, version: '', view: { url: 'https://crm.example/as/secret-session' } };
      case 'note.add': {
        const id = change.again?.id ?? next();
        const note = change.again ?? { id, author: '', text: change.text, createdAt: at, files: [] };
        state.notes.set(person.ref.id, [...notes, note]);
        return { id, version: at };
      }
      case 'note.remove': {
        const there = notes.find(({ id }) => id === change.note.id);
        if (!there) throw refused('missing');
        if (there.text !== change.note.text) throw refused('conflict', there.text);
        state.notes.set(
          person.ref.id,
          notes.filter((one) => one !== there),
        );
        return { id: there.id, version: '' };
      }
      case 'note.set': {
        const there = notes.find(({ id }) => id === change.note);
        if (!there) throw refused('missing');
        if (there.text !== change.from) throw refused('conflict', there.text);
        state.notes.set(
          person.ref.id,
          notes.map((one) => (one === there ? { ...one, text: change.to } : one)),
        );
        return { id: there.id, version: '' };
      }
      default: {
        if (!('from' in change)) throw refused('forbidden');
        const current = currentOf(person, change);
        if (!current.known) throw refused('forbidden');
        if (!same(current.value, change.from)) throw refused('conflict', current.value);
        if (change.type === 'email.set' && change.to?.address.startsWith('taken')) throw refused('conflict');
        state.people.set(person.ref.id, applied(person, change));
        return {
          id: change.type === 'membership.set' ? (change.organisation.id ?? 'new') : person.ref.id,
          version: '',
        };
      }
    }
  };

  const write = async (change: Change, stamp: Stamp): Promise<Made> => {
    await state.hooks.at?.('before', change);
    const made = perform(change, stamp.at);
    state.written.push({ stamp: stampKey(stamp), change });
    state.made.set(stampKey(stamp), made);
    await state.hooks.at?.('after', change);
    return made;
  };

  const types = [
    'person.create',
    'person.delete',
    'person.set',
    'email.set',
    'email.primary',
    'contact.set',
    'custom.set',
    'label.set',
    'group.set',
    'membership.set',
    'note.add',
    'note.set',
    'note.remove',
    'person.erase',
    'person.hide',
    'address.ban',
    'ticket.move',
    'login.password',
    'login.view',
  ] as const satisfies readonly ChangeType[];

  const session: Session = {
    find: async (address) =>
      [...state.people.values()]
        .filter(({ emails }) => emails.some((one) => one.address === address))
        .map((person) => ({ person, reason: { kind: 'primary' }, openTickets: 0, tickets: 0 })),
    get: async (id) => {
      await state.hooks.read?.();
      return personOf(state.hidden.get(id) ?? id);
    },
    reads: {
      notes: async (id) => {
        await state.hooks.read?.();
        const items = state.notes.get(id) ?? [];
        return { items, total: items.length };
      },
      belongings: async (id) => {
        await state.hooks.read?.();
        return { tickets: state.tickets.get(id) ?? [] };
      },
      bans: async () => {
        const items = [...state.bans].map((one) => ({ address: one, at: '' }));
        return { items, total: items.length };
      },
    },
    writes: Object.fromEntries(types.map((type) => [type, write])),
    ...(hooks.stamps === false
      ? {}
      : {
          made: async (stamp: Stamp) => {
            await state.hooks.read?.();
            return state.made.get(stampKey(stamp)) ?? null;
          },
        }),
    denied: [],
  };
  return {
    session,
    state,
    person: (id = '1') => personOf(id),
    notes: (id = '1') => state.notes.get(id) ?? [],
    /** Somebody else changes the person, in another window or program. */
    other: (id: string, change: (person: Person) => Person) => {
      state.people.set(id, change(personOf(id)));
      state.others.add(id);
    },
    sessionOf: vi.fn(async () => session),
  };
}

const blank = {
  memberships: [],
  labels: [],
  groups: [],
  summary: '',
  fields: [],
  status: 'active',
  kind: 'person',
} as const;

export type FakeServer = ReturnType<typeof fakeServer>;
