import '@/components/profile/head.css';
import '@/components/profile/rows.css';
import './organisation.css';
import type { ComponentChildren } from 'preact';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { FieldText } from '@/components/profile/FieldText';
import { Chip } from '@/components/ui/Chip';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Capability } from '@/utils/connectors/types';
import { fieldOf } from '@/utils/fields';
import { plural, t } from '@/utils/i18n';
import type { Organisation } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import { PersonRows } from './PersonRows';
import { TicketRows } from './TicketRows';
import { FIRST, type OrganisationList, type OrganisationState, useOrganisation } from './use-organisation';

export interface OrganisationPageProps {
  readonly connection: string;
  readonly id: string;
  /** What its server can do: whether a ticket has a page there. */
  readonly can: readonly Capability[];
}

const titles = { people: 'section_people', open: 'section_open', resolved: 'section_resolved' } as const;
const alls = { people: 'show_all_people', open: 'show_all_tickets', resolved: 'show_all_tickets' } as const;
const nones = {
  people: 'organisation_no_people',
  open: 'tickets_open_none',
  resolved: 'tickets_resolved_none',
} as const;

interface ListProps<Item> {
  readonly list: OrganisationList;
  readonly part: Part<Item>;
  readonly state: OrganisationState;
  readonly rows: (items: readonly Item[]) => ComponentChildren;
}

function List<Item>({ list, part, state, rows }: ListProps<Item>) {
  const { folded, fold } = useActs();
  const whole = state.all.has(list);
  const items = whole ? part.items : part.items.slice(0, FIRST);
  const waiting = whole && state.busy;
  const key = `organisation-${list}`;
  return (
    <SectionFold
      title={t(titles[list])}
      count={part.total}
      folded={folded(key, list === 'resolved')}
      onFold={(to) => fold(key, to)}
      busy={waiting}
    >
      {items.length > 0 && rows(items)}
      {part.total === 0 && <p class="empty">{t(nones[list])}</p>}
      {waiting && items.length < part.total && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      {!waiting && items.length < part.total && (
        <button type="button" class="more" onClick={() => state.showAll(list)}>
          {plural(alls[list], part.total)}
        </button>
      )}
    </SectionFold>
  );
}

function About({ organisation }: { readonly organisation: Organisation }) {
  const { summary, labels, domains, fields } = organisation;
  const filled = fields.filter(({ value }) => value !== '');
  if (summary === '' && labels.length + domains.length + filled.length === 0) return null;
  return (
    <div class="pad stack organisation-about">
      {summary !== '' && <p dir="auto">{summary}</p>}
      {domains.length > 0 && (
        <p class="quiet">
          <Dotted parts={domains} />
        </p>
      )}
      {labels.length > 0 && (
        <ul class="chips" aria-label={t('labels')}>
          {labels.map((label) => (
            <li key={label}>
              <Chip>{label}</Chip>
            </li>
          ))}
        </ul>
      )}
      {filled.map((field, index) => (
        <p key={index}>
          <span class="quiet">{field.label ?? t(fieldOf(field.type).label)} </span>
          <FieldText field={field} />
        </p>
      ))}
    </div>
  );
}

/** An organisation's own page: its people and their tickets. */
export function OrganisationPage({ connection, id, can }: OrganisationPageProps) {
  const { sourceName } = useActs();
  const state = useOrganisation(connection, id);
  const { organisation, problem, busy } = state;
  const source = sourceName(connection);
  const tickets = organisation === null ? 0 : organisation.open.total + organisation.resolved.total;
  return (
    <>
      <header class="head head-plain">
        <PersonPicture name={organisation?.name ?? ''} seed={`${connection}:organisation:${id}`} size="head" square />
        <div class="head-words">
          <h1 class="head-name" tabIndex={-1}>
            <bdi>{organisation?.name ?? t('organisation')}</bdi>
          </h1>
          <p class="quiet figures">
            <Dotted
              parts={[
                ...(organisation === null
                  ? []
                  : [plural('people', organisation.people.total), plural('tickets', tickets)]),
                source,
              ]}
            />
          </p>
        </div>
      </header>
      <div class="card" aria-busy={busy ? 'true' : undefined}>
        {problem !== null && (
          <div class="pad">
            <ProblemBox
              problem={problem}
              call="failed_organisation"
              source={source}
              onRetry={state.again}
              {...(organisation === null ? {} : { rest: 'rest_is_current' })}
            />
          </div>
        )}
        {organisation === null && busy && (
          <div class="pad">
            <Skeleton />
          </div>
        )}
        {organisation !== null && (
          <>
            <About organisation={organisation} />
            <List
              list="people"
              part={organisation.people}
              state={state}
              rows={(people) => (
                <div class="organisation-people">
                  <PersonRows people={people} organisation={id} />
                </div>
              )}
            />
            <List
              list="open"
              part={organisation.open}
              state={state}
              rows={(rows) => <TicketRows tickets={rows} connection={connection} can={can} />}
            />
            <List
              list="resolved"
              part={organisation.resolved}
              state={state}
              rows={(rows) => <TicketRows tickets={rows} connection={connection} can={can} />}
            />
          </>
        )}
      </div>
    </>
  );
}
