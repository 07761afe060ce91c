// What stands in a cell of the feature table: looked up in a connector that is open, never written down.
import type { PersonValues } from '@/utils/changes/types';
import type { Capability, Connector, Opened } from '@/utils/connectors/types';
import type { Person } from '@/utils/people/types';

/** How a kind of server does something, the best way last. */
const STATES = ['no', 'page', 'unproven', 'yes'] as const;
export type State = (typeof STATES)[number];

/** A connector, opened with all rights on a fake server. */
export interface At {
  readonly connector: Connector;
  readonly local: boolean;
  readonly opened: Opened;
  /** Single values that were never tried there. */
  readonly untried: readonly (keyof PersonValues)[];
  /** What it has by what is not in `opened`: the panel does it for the book of this browser. */
  readonly beside: readonly Capability[];
  /** People of the fake that have all that is told of people there. */
  readonly people: readonly Person[];
  /** Addresses of the server's own pages. */
  readonly pages: readonly string[];
}

export type Cell = (at: At) => State;

const least = (states: readonly State[]): State => STATES.find((state) => states.includes(state)) ?? 'no';
const most = (states: readonly State[]): State => STATES.findLast((state) => states.includes(state)) ?? 'no';

function has({ opened, beside }: At, capability: Capability): State {
  const there = capability in opened.reads || capability in opened.writes || beside.includes(capability);
  if (!there) return 'no';
  return opened.unproven?.includes(capability) === true ? 'unproven' : 'yes';
}

export const all =
  (...capabilities: readonly Capability[]): Cell =>
  (at) =>
    least(capabilities.map((one) => has(at, one)));

export const both =
  (...cells: readonly Cell[]): Cell =>
  (at) =>
    least(cells.map((cell) => cell(at)));

export const either =
  (...cells: readonly Cell[]): Cell =>
  (at) =>
    most(cells.map((cell) => cell(at)));

export const if_ =
  (holds: (at: At) => boolean): Cell =>
  (at) =>
    holds(at) ? 'yes' : 'no';

/** By a page of the server's own, where nothing can be done from here. */
export const onPage =
  (where: (opened: Opened) => string | undefined): Cell =>
  ({ opened }) =>
    where(opened) === undefined ? 'no' : 'page';

/** A single value of a record that can be set. */
export const sets =
  (field: keyof PersonValues): Cell =>
  (at) => {
    if (at.opened.sets?.includes(field) === false) return 'no';
    return least([has(at, 'person.set'), at.untried.includes(field) ? 'unproven' : 'yes']);
  };

/** Told of somebody. */
export const tells = (told: (person: Person) => boolean): Cell => if_(({ people }) => people.some(told));
