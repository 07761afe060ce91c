import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { refKey } from '@/components/panel/states';
import type { PersonHit, SearchQuery } from '@/utils/connectors/types';
import type { AskBackground } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import type { Team } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';

export type AgentHit = PersonHit & { readonly source: Source };

/** A team of one connection, with its agents by name. */
export interface TeamAt {
  readonly key: string;
  readonly team: Team;
  readonly source: Source;
  readonly agents: Part<AgentHit>;
}

export interface Teams {
  readonly teams: readonly TeamAt[];
  /** Agents who are in none of them. */
  readonly rest: readonly AgentHit[];
}

/** How many of a team, and of all agents, are listed at once. */
const MOST = 500;
const NONE = { items: [], total: 0 };

export const agentsQuery = (text: string, group: string | null): SearchQuery => ({
  text,
  role: 'agents',
  group,
  label: null,
  sort: text === '' ? 'name' : 'best',
});

async function readTeams(ask: AskBackground): Promise<Teams | null> {
  const all = await ask('search', { query: agentsQuery('', null), limit: MOST });
  if (!all.ok) return null;
  const sources = new Map(all.value.items.map(({ source }) => [source.id, source]));
  const lists = await Promise.all(
    [...sources.values()].map(async (source) => {
      const answer = await ask('teams', { connection: source.id });
      return (answer.ok ? answer.value : []).map((team) => ({ team, source }));
    }),
  );
  const teams = await Promise.all(
    lists.flat().map(async ({ team, source }): Promise<TeamAt> => {
      const query = agentsQuery('', team.id);
      const answer = await ask('search', { query, limit: MOST, connections: [source.id] });
      return { key: `${source.id} ${team.id}`, team, source, agents: answer.ok ? answer.value : NONE };
    }),
  );
  const placed = new Set(teams.flatMap(({ agents }) => agents.items.map(({ person }) => refKey(person.ref))));
  return { teams, rest: all.value.items.filter(({ person }) => !placed.has(refKey(person.ref))) };
}

/** The teams of all connections that have agents; null until they are known. */
export function useTeams(): Teams | null {
  const { ask } = useActs();
  const [teams, setTeams] = useState<Teams | null>(null);
  useEffect(() => {
    let gone = false;
    void readTeams(ask).then((read) => {
      if (!gone) setTeams(read);
    });
    return () => {
      gone = true;
    };
  }, [ask]);
  return teams;
}
