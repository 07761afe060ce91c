import '@/components/panel/people.css';
import '@/components/sections/history.css';
import './agents.css';
import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { statusLooks } from '@/components/panel/person-words';
import { refKey } from '@/components/panel/states';
import { useRoving } from '@/components/panel/use-roving';
import { AddressText } from '@/components/ui/AddressText';
import { Chip } from '@/components/ui/Chip';
import { Icon } from '@/components/ui/Icon';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { Skeleton } from '@/components/ui/Skeleton';
import { SourceMark } from '@/components/ui/SourceMark';
import { ToggleButton } from '@/components/ui/ToggleButton';
import { formatNumber, plural, t } from '@/utils/i18n';
import { type AgentHit, type TeamAt, useAgents } from './use-agents';

function AgentRow({ hit, several }: { readonly hit: AgentHit; readonly several: boolean }) {
  const { person, source } = hit;
  const status = person.status === 'active' ? null : statusLooks[person.status];
  const address = (person.emails.find(({ primary }) => primary) ?? person.emails[0])?.address;
  return (
    <>
      <PersonPicture
        name={person.name}
        seed={refKey(person.ref)}
        muted={status?.muted ?? false}
        {...(status === null ? {} : { badge: status.icon })}
      />
      <span class="person-words">
        <span class="person-name">
          <bdi>{person.name}</bdi>{' '}
          {status !== null && (
            <Chip icon={status.icon} tone={status.tone}>
              {t(status.text)}
            </Chip>
          )}
        </span>
        {address !== undefined && (
          <span>
            <AddressText address={address} />
          </span>
        )}
      </span>
      {several && (
        <span class="person-end">
          <SourceMark {...source.mark} label={source.name} />
        </span>
      )}
    </>
  );
}

interface TeamsProps {
  readonly teams: readonly TeamAt[];
  readonly chosen: TeamAt | null;
  readonly several: boolean;
  readonly onChoose: (key: string | null) => void;
}

function Teams({ teams, chosen, several, onChoose }: TeamsProps) {
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

/** Those who answer: by team, by name; opened like anybody else. */
export function AgentsPage() {
  const { ask, tab, leave, say } = useActs();
  const agents = useAgents();
  const { teams, team, text, part, problem, busy } = agents;
  const items = part?.items ?? [];
  const roving = useRoving(items.length);
  const several = new Set(teams.map(({ source }) => source.id)).size > 1;
  const counted =
    part === null
      ? null
      : part.total > items.length
        ? t('first_of', [formatNumber(items.length), formatNumber(part.total)])
        : plural('agents', part.total);
  const narrowed = team !== null || text.trim() !== '';
  useEffect(() => {
    if (narrowed && !busy && counted !== null) say(counted);
  }, [busy, counted]);
  return (
    <div class="card agents" aria-busy={busy ? 'true' : undefined}>
      <div class="agents-head">
        <h1 class="part-title" tabIndex={-1}>
          {t('agents_title')}
        </h1>
        <div class="history-field">
          <Icon name="search" />
          <input
            class="field-input"
            type="text"
            dir="auto"
            autoComplete="off"
            spellcheck={false}
            value={text}
            aria-label={t('agents_search')}
            placeholder={t('agents_search')}
            onInput={(event) => agents.type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || text === '') return;
              event.stopPropagation();
              agents.type('');
            }}
          />
        </div>
        <Teams teams={teams} chosen={team} several={several} onChoose={agents.choose} />
      </div>
      <div class="people-count">
        <p class="quiet">{problem === null ? (counted ?? t('searching')) : ''}</p>
        {part !== null && part.total > items.length && (
          <button type="button" class="row-action" onClick={agents.more}>
            {t('load_more')}
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
      <ul class="people" {...roving.list}>
        {items.map((hit, index) => (
          <li key={refKey(hit.person.ref)}>
            <button
              type="button"
              class="person"
              {...roving.row(index)}
              // The page goes by itself once the panel is about somebody else; this one may be shown already.
              onClick={() => void ask('lookup.person', { tab, ref: hit.person.ref }).then(leave)}
            >
              <AgentRow hit={hit} several={several} />
            </button>
          </li>
        ))}
      </ul>
      {part?.total === 0 && <p class="pad quiet">{t(text.trim() === '' ? 'agents_none' : 'agents_none_match')}</p>}
    </div>
  );
}
