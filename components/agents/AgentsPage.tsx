import '@/components/panel/people.css';
import '@/components/sections/history.css';
import './agents.css';
import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { FilterField } from '@/components/ui/FilterField';
import { Skeleton } from '@/components/ui/Skeleton';
import { SourceMark } from '@/components/ui/SourceMark';
import { ToggleButton } from '@/components/ui/ToggleButton';
import { formatNumber, plural, t } from '@/utils/i18n';
import { AgentList } from './AgentList';
import { useAgents } from './use-agents';
import type { TeamAt, Teams } from './use-teams';

interface TeamFilterProps {
  readonly teams: readonly TeamAt[];
  readonly chosen: TeamAt | null;
  readonly several: boolean;
  readonly onChoose: (key: string | null) => void;
}

function TeamFilter({ teams, chosen, several, onChoose }: TeamFilterProps) {
  if (teams.length === 0) return null;
  const check = (pressed: boolean) => (pressed ? { icon: 'check' as const } : {});
  return (
    <fieldset class="history-kinds">
      <legend class="unseen">{t('teams')}</legend>
      <ToggleButton pressed={chosen === null} onPress={() => onChoose(null)} {...check(chosen === null)}>
        {t('teams_all')}
      </ToggleButton>
      {teams.map(({ key, team, source }) => (
        <ToggleButton
          key={key}
          pressed={chosen?.key === key}
          onPress={() => onChoose(key)}
          {...check(chosen?.key === key)}
        >
          {several && <SourceMark {...source.mark} label={source.name} />}
          <bdi>{team.name}</bdi> <span class="team-count figures">{formatNumber(team.agents)}</span>
        </ToggleButton>
      ))}
    </fieldset>
  );
}

/** Team after team, each with its count; then those who are in none. */
function ByTeam({ groups, several }: { readonly groups: Teams; readonly several: boolean }) {
  const { teams, rest } = groups;
  return (
    <>
      {teams.map(({ key, team, agents }) => (
        <section key={key} aria-label={team.name}>
          <h2 class="people-title">
            <bdi>{team.name}</bdi> <span class="team-count figures">({formatNumber(team.agents)})</span>
          </h2>
          <AgentList agents={agents.items} several={several} label={team.name} />
        </section>
      ))}
      {rest.length > 0 && (
        <section aria-label={t('agents_no_team')}>
          <h2 class="people-title">
            {t('agents_no_team')} <span class="team-count figures">({formatNumber(rest.length)})</span>
          </h2>
          <AgentList agents={rest} several={several} label={t('agents_no_team')} />
        </section>
      )}
    </>
  );
}

/** Those who answer: by team, by name; opened like anybody else. */
export function AgentsPage() {
  const { say } = useActs();
  const agents = useAgents();
  const { teams, groups, team, text, part, problem, busy } = agents;
  const items = part?.items ?? [];
  const several = new Set(teams.map(({ source }) => source.id)).size > 1;
  const total = part?.total ?? 0;
  const capped = groups === null && total > items.length;
  const counted = capped ? t('first_of', [formatNumber(items.length), formatNumber(total)]) : plural('agents', total);
  const narrowed = team !== null || text.trim() !== '';
  useEffect(() => {
    if (narrowed && !busy && part !== null) say(counted);
  }, [busy, counted]);
  return (
    <div class="card agents" aria-busy={busy ? 'true' : undefined}>
      <div class="agents-head">
        <h1 class="part-title" tabIndex={-1}>
          {t('agents_title')}
        </h1>
        <FilterField label={t('agents_search')} value={text} onInput={agents.type} />
        <TeamFilter teams={teams} chosen={team} several={several} onChoose={agents.choose} />
      </div>
      <div class="people-count">
        <p class="quiet">{part === null ? t('searching') : counted}</p>
        {capped && (
          <button type="button" class="row-action" onClick={agents.rest}>
            {t('load_rest')}
          </button>
        )}
      </div>
      {problem !== null && (
        <div class="pad">
          <ProblemBox problem={problem} call="failed_agents" source="Sidecard" onRetry={agents.again} />
        </div>
      )}
      {part === null && busy && (
        <div class="pad">
          <Skeleton />
        </div>
      )}
      {groups !== null ? (
        <ByTeam groups={groups} several={several} />
      ) : (
        <AgentList agents={items} several={several} label={t('agents_title')} />
      )}
      {part?.total === 0 && !busy && <p class="pad quiet">{t(narrowed ? 'agents_none_match' : 'agents_none')}</p>}
    </div>
  );
}
