// What an agent may do, picked by dice.
import { NO_SIGHT } from '@/test/support/acted';
import { address } from '@/test/support/people';
import { planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Change } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { Entry, Journal } from '@/utils/journal';
import type { MemoryDisk } from './memory';
import type { FakeServer } from './server';

export const SECRET = 'correct horse battery';

interface At {
  readonly dice: () => number;
  readonly disk: MemoryDisk;
  readonly clock: { now: number };
  readonly net: { away: boolean; flaky: boolean };
  readonly server: FakeServer;
  readonly heldFrom: Map<string, number>;
  readonly journal: Journal;
  readonly told: { readonly accepted: Map<string, Entry>; readonly gone: Set<string> };
}

export type Deed = (at: At) => Promise<void>;

/** What an agent does one after the other. */
export const deeds = (dice: () => number): readonly Deed[] =>
  Array.from({ length: 2 + Math.floor(dice() * 5) }, () => pick(dice, ALL));

const pick = <Value>(dice: () => number, all: readonly Value[]): Value => {
  const one = all[Math.floor(dice() * all.length)];
  if (one === undefined) throw new Error('nothing to pick');
  return one;
};

/** The entry that an answer names is written down: from here on it must not be lost. A refusal is an answer, too. */
async function answered({ told }: At, work: Promise<Entry | null>): Promise<void> {
  const entry = await work.catch(() => null);
  if (entry) told.accepted.set(entry.id, entry);
}

const edit: Deed = async (at) => {
  const { dice, journal } = at;
  const id = pick(dice, ['a', 'b']);
  const chosen = edits(id).filter(() => dice() < 0.4);
  const all = chosen.length > 0 ? chosen : edits(id).slice(0, 1);
  await answered(
    at,
    journal.run({
      connection: 'book',
      person: id,
      action: 'edit-person',
      needs: ['person.set'],
      waits: dice() < 0.7,
      plan: async (session) => planAll(await session.get(id), all, NO_SIGHT),
    }),
  );
};

const edits = (id: string): readonly Chosen[] => [
  { action: 'set-label', input: { label: `paid ${id}`, on: true } },
  { action: 'set-label', input: { label: 'vip', on: false } },
  { action: 'set-summary', input: { from: 'old', to: `new ${id}` } },
  { action: 'edit-address', input: { from: null, to: { address: address(`${id}@new.example`) } } },
  {
    action: 'edit-contact',
    input: { from: { type: 'phone', value: `+49 30 ${id}` }, to: { type: 'phone', value: `2 ${id}` } },
  },
  { action: 'edit-address', input: { from: null, to: { address: address('taken@example.com') } } },
];

/** As the action for it plans it: who is merged in goes out of sight, what is theirs goes over. */
async function mergePlan(session: Session) {
  const [stays, goes] = [await session.get('a'), await session.get('b')];
  if (goes.ref.id === 'a') return [];
  const tickets = (await session.reads.belongings?.('b'))?.tickets ?? [];
  const label = stays.labels.includes('merged');
  const changes: readonly Change[] = [
    { type: 'person.hide', person: 'b', into: 'a', from: false, to: true },
    ...(label ? [] : [{ type: 'label.set' as const, person: 'a', label: 'merged', at: 0, from: false, to: true }]),
    ...(goes.summary === stays.summary
      ? []
      : [
          {
            type: 'person.set' as const,
            person: 'a',
            field: 'summary' as const,
            from: stays.summary,
            to: goes.summary,
          },
        ]),
    { type: 'ticket.move', person: 'b', items: tickets, from: 'b', to: 'a' },
  ];
  return changes.map((change) => ({ change, of: 0 }));
}

const mergeRun = {
  connection: 'book',
  person: 'a',
  others: ['b'],
  action: 'merge',
  needs: [],
  plan: mergePlan,
} as const;

const merge: Deed = async (at) => {
  const draft = await at.journal.plan({ ...mergeRun, chosen: [] }).catch(() => null);
  if (!draft) return;
  if (at.dice() < 0.2) return;
  await answered(
    at,
    at.journal.confirm(draft.id, () => mergeRun),
  );
};

const erase: Deed = async (at) => {
  const { dice, journal, server, heldFrom, clock } = at;
  const id = pick(dice, ['a', 'b']);
  const version = server.state.people.get(id)?.version ?? null;
  const all = await journal
    .run({
      connection: 'book',
      person: id,
      action: 'delete',
      needs: ['person.erase'],
      plan: async (session) => {
        await session.get(id);
        heldFrom.set(id, clock.now);
        return [{ change: { type: 'person.erase', person: id, version }, of: 0 }];
      },
    })
    .catch(() => null);
  if (all) at.told.accepted.set(all.id, all);
};

const password: Deed = async (at) => {
  if (at.server.state.passwords.length > 0 || at.disk.all().some(({ action }) => action === 'set-password')) return;
  const input = { type: 'login.password', person: 'a', secret: SECRET } as const;
  const label = { type: 'label.set', person: 'a', label: 'asked', at: 0, from: false, to: true } as const;
  await answered(
    at,
    at.journal.run({
      connection: 'book',
      person: 'a',
      action: 'set-password',
      needs: [],
      plan: async (session) => {
        await session.get('a');
        return [label, input].map((change) => ({ change, of: 0 }));
      },
    }),
  );
};

const someEntry = ({ disk, dice }: At, which: (entry: Entry) => boolean): Entry | null => {
  const found = disk.all().filter(which);
  return found.length === 0 ? null : pick(dice, found);
};

const undo: Deed = async (at) => {
  const entry = someEntry(at, ({ undoes, state }) => undoes === undefined && state !== 'draft');
  if (!entry) return;
  // An answer that nobody heard: it may be gone, and nobody can say.
  at.told.gone.add(entry.id);
  const unsent = entry.state === 'queued' || entry.state === 'held';
  await answered(at, at.journal.undo(entry.id));
  if (!unsent && entry.action !== 'delete') at.told.gone.delete(entry.id);
};

const drop: Deed = async (at) => {
  const entry = someEntry(at, ({ state }) => state === 'queued' || state === 'held' || state === 'conflict');
  if (!entry) return;
  at.told.gone.add(entry.id);
  await at.journal.drop(entry.id).catch(() => undefined);
};

const resolve: Deed = async (at) => {
  const entry = someEntry(at, ({ state, listed }) => state === 'conflict' && listed === true);
  if (!entry) return;
  const mine = [...entry.steps.keys()].filter(() => at.dice() < 0.6);
  await answered(at, at.journal.resolve(entry.id, mine));
};

const again: Deed = async (at) => {
  const entry = someEntry(at, ({ state }) => state === 'failed');
  if (entry) await answered(at, at.journal.again(entry.id));
};

const theirs: Deed = async ({ server, dice }) => {
  const id = pick(dice, ['a', 'b']);
  if (!server.state.people.has(id)) return;
  server.other(id, (one) => ({ ...one, summary: 'theirs', fields: [{ type: 'phone', value: '9' }] }));
};

const network: Deed = async ({ net, journal }) => {
  net.away = !net.away;
  if (!net.away) await journal.send();
};

const wait: Deed = async ({ clock, journal, dice }) => {
  clock.now += dice() < 0.5 ? 4000 : 60_000;
  await journal.due();
};

/** Somebody else comes in between an edit and its undo. */
const editedAndUndone: Deed = async (at) => {
  await edit(at);
  await theirs(at);
  await undo(at);
};

const ALL: readonly Deed[] = [
  edit,
  edit,
  edit,
  edit,
  merge,
  merge,
  erase,
  password,
  undo,
  undo,
  undo,
  drop,
  resolve,
  resolve,
  again,
  theirs,
  theirs,
  editedAndUndone,
  network,
  network,
  wait,
  wait,
];
