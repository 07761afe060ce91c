import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { useRead } from '@/components/sections/use-read';
import { agentsQuery, useTeams } from './use-teams';

const FIRST = 50;
/** ms of rest after which a typed word counts. */
const STILL = 120;

/** Agents: all by team, or those of one team, or those that a text fits. */
export function useAgents() {
  const { ask } = useActs();
  const known = useTeams();
  const [text, setText] = useState('');
  const [rested, setRested] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [limit, setLimit] = useState(FIRST);
  const wanted = text.trim();
  useEffect(() => {
    const timer = setTimeout(() => setRested(wanted), wanted === '' ? 0 : STILL);
    return () => clearTimeout(timer);
  }, [wanted]);
  const team = known?.teams.find(({ key }) => key === chosen) ?? null;
  const read = useRead({
    of: 'agents',
    turn: `${limit} ${team?.key} ${rested}`,
    ask: () =>
      ask('search', {
        query: agentsQuery(rested, team?.team.id ?? null),
        limit,
        ...(team === null ? {} : { connections: [team.source.id] }),
      }),
  });
  return {
    teams: known?.teams ?? [],
    /** In groups while nothing narrows them. */
    groups: wanted === '' && chosen === null && known !== null && known.teams.length > 0 ? known : null,
    team,
    text,
    part: read.value,
    problem: read.problem,
    busy: read.busy || rested !== wanted,
    again: read.again,
    type(next: string) {
      setText(next);
      setLimit(FIRST);
    },
    choose(key: string | null) {
      setChosen(key);
      setLimit(FIRST);
    },
    rest: () => setLimit(read.value?.total ?? FIRST),
  };
}
