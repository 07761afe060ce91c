import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { PersonHit, SearchQuery } from '@/utils/connectors/types';
import type { Source } from '@/utils/messages/view';
import type { Team } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

/** A team of one connection. */
export interface TeamAt {
  readonly key: string;
  readonly team: Team;
  readonly source: Source;
}

export type AgentHit = PersonHit & { readonly source: Source };

const FIRST = 50;
const MORE = 200;
const STILL = 120;

const queryOf = (text: string, group: string | null): SearchQuery => ({
  text,
  role: 'agents',
  group,
  label: null,
  sort: text === '' ? 'name' : 'best',
});

/** The teams of all connections that have agents. */
function useTeams(): readonly TeamAt[] {
  const { ask } = useActs();
  const [teams, setTeams] = useState<readonly TeamAt[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const all = await ask('search', { query: queryOf('', null), limit: MORE });
      if (!all.ok) return;
      const sources = new Map(all.value.items.map(({ source }) => [source.id, source]));
      const lists = await Promise.all(
        [...sources.values()].map(async (source) => {
          const answer = await ask('teams', { connection: source.id });
          const list = answer.ok ? answer.value : [];
          return list.map((team): TeamAt => ({ key: `${source.id} ${team.id}`, team, source }));
        }),
      );
      if (!gone) setTeams(lists.flat());
    };
    void read();
    return () => {
      gone = true;
    };
  }, [ask]);
  return teams;
}

/** Agents, all or of one team, as far as a text fits them. */
export function useAgents() {
  const { ask } = useActs();
  const teams = useTeams();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [limit, setLimit] = useState(FIRST);
  const [turn, setTurn] = useState(0);
  const [part, setPart] = useState<Part<AgentHit> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(true);
  const latest = useRef('');
  const team = teams.find(({ key }) => key === chosen) ?? null;
  const wanted = text.trim();
  const asked = `${turn} ${limit} ${team?.key} ${wanted}`;
  latest.current = asked;
  useEffect(() => {
    const find = async (): Promise<void> => {
      const answer = await ask('search', {
        query: queryOf(wanted, team?.team.id ?? null),
        limit,
        ...(team === null ? {} : { connections: [team.source.id] }),
      });
      // Rows for a question that is no longer asked.
      if (latest.current !== asked) return;
      setBusy(false);
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) setPart(answer.value);
    };
    setBusy(true);
    const timer = setTimeout(() => void find(), wanted === '' ? 0 : STILL);
    return () => clearTimeout(timer);
  }, [ask, asked]);
  return {
    teams,
    team,
    text,
    part,
    problem,
    busy,
    type(next: string) {
      setText(next);
      setLimit(FIRST);
    },
    choose(key: string | null) {
      setChosen(key);
      setLimit(FIRST);
    },
    more: () => setLimit(limit === FIRST ? MORE : limit + MORE),
    again: () => setTurn(turn + 1),
  };
}
