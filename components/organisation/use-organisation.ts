import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { useRead } from '@/components/sections/use-read';
import type { Organisation } from '@/utils/people/record';
import type { Problem } from '@/utils/problem';

/** Rows of each list before "Show all". */
export const FIRST = 5;

export type OrganisationList = 'people' | 'open' | 'resolved';

export interface OrganisationState {
  readonly organisation: Organisation | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Which lists are wanted whole. */
  readonly all: ReadonlySet<OrganisationList>;
  readonly showAll: (list: OrganisationList) => void;
  readonly again: () => void;
}

/** An organisation with the first rows of its lists, and all rows of those that were asked for. */
export function useOrganisation(connection: string, id: string): OrganisationState {
  const { ask } = useActs();
  const [all, setAll] = useState<ReadonlySet<OrganisationList>>(new Set());
  const [limit, setLimit] = useState(FIRST);
  const read = useRead<Organisation>({
    of: JSON.stringify([connection, id]),
    turn: limit,
    ask: () => ask('organisation', { connection, id, limit }),
  });
  return {
    organisation: read.value,
    problem: read.problem,
    busy: read.busy,
    again: read.again,
    all,
    showAll(list) {
      setAll(new Set([...all, list]));
      setLimit(Math.max(limit, read.value?.[list].total ?? 0));
    },
  };
}
