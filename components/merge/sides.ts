import type { Input } from '@/utils/actions/inputs';
import { type Comparison, type Differing, type Proposed, type Side, whoStays } from '@/utils/merge';
import { sameRef } from '@/utils/people/ref';
import type { Address, Person } from '@/utils/people/types';
import type { Pair } from './use-pair';

/** What the agent chose, by person and not by side: a switch takes none of it back. */
export interface Choice {
  /** Id; null: whoever is proposed. */
  readonly stays: string | null;
  /** Of a field that differs, by its key: whose value, by id. */
  readonly values: Readonly<Record<string, string>>;
  /** Null: that of whoever stays. */
  readonly primary: Address | null;
}

export const NOTHING_CHOSEN: Choice = { stays: null, values: {}, primary: null };

export interface Sides {
  readonly stays: Person;
  readonly goes: Person;
  readonly because: Proposed['because'] | 'chosen';
}

/** Who stays: the one with the longer history, unless the agent says otherwise. */
export function sidesOf({ people, holdings }: Pair, chosen: string | null): Sides {
  const [a, b] = people;
  const tickets = holdings.map((one) => one?.tickets?.count ?? null);
  const proposed = whoStays({ person: a, tickets: tickets[0] ?? null }, { person: b, tickets: tickets[1] ?? null });
  if (chosen === null || chosen === proposed.stays.ref.id) return proposed;
  return { stays: proposed.goes, goes: proposed.stays, because: 'chosen' };
}

/** Tickets of one of the two that this login does not see. */
export const unseenOf = ({ people, unseen }: Pair, { ref }: Person): number =>
  unseen[sameRef(people[0].ref, ref) ? 0 : 1];

/** The choices that were made, by the sides as they are now. */
export const keepOf = ({ values }: Choice, stays: Person): Readonly<Record<string, Side>> =>
  Object.fromEntries(Object.entries(values).map(([key, id]) => [key, id === stays.ref.id ? 'stays' : 'goes']));

const wanted = ({ key, wins, fixed }: Differing): readonly (readonly [string, Side])[] =>
  fixed === true ? [] : [[key, wins]];

/** What is asked for is what stands there, all of it: nothing is left to be decided anew. */
export const inputOf = ({ stays, goes }: Sides, { differing, primary }: Comparison): Input<'merge'> => ({
  goes: goes.ref.id,
  keep: Object.fromEntries(differing.flatMap(wanted)),
  primary,
  versions: { stays: stays.version ?? null, goes: goes.version ?? null },
});
