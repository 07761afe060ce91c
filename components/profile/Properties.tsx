import './properties.css';
import { useActs } from '@/components/panel/acts';
import { hasField, may, maySet } from '@/components/panel/may';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { isolate } from '@/components/panel/person-words';
import { useRead } from '@/components/sections/use-read';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { listText } from '@/components/ui/list-text';
import { SectionFold } from '@/components/ui/SectionFold';
import { useOwnId } from '@/components/ui/use-own-id';
import { plural, t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';
import { CustomRow } from './CustomRow';
import { LanguageRow } from './LanguageRow';
import { propertyRows } from './property-rows';
import { useSequence } from './use-sequence';
import { ZoneRow } from './ZoneRow';

export interface PropertiesProps {
  readonly person: Person;
  readonly answer: SourceAnswer;
}

/** Timezone, language and the server's own fields; those with nothing in them stay away until they are asked for. */
export function Properties({ person, answer }: PropertiesProps) {
  const { ask, folded, fold } = useActs();
  const id = useOwnId();
  const { connection } = person.ref;
  const asks = answer.can.includes('definitions');
  const defined = useRead({ of: asks ? connection : null, ask: () => ask('definitions', { connection }) });
  const mays = {
    timezone: maySet(answer, 'timezone'),
    language: maySet(answer, 'language'),
    custom: may(answer, 'custom.set'),
  };
  // What the server has not is not there; what it only tells is read.
  const rows = propertyRows(person, defined.value).filter(
    ({ kind }) => kind === 'custom' || hasField(answer, kind) || (person[kind] ?? '') !== '',
  );
  const all = [mays.timezone, mays.language, mays.custom].filter((one) => one !== null);
  const pen = all.find(({ mayNot }) => mayNot === undefined) ?? all[0] ?? null;
  const { roles = [] } = person;
  const away = folded('empty-fields', true);
  const empty = rows.filter((row) => row.empty).length;
  const sequence = useSequence(rows.filter((row) => !(away && row.empty)).map(({ key }) => key));
  const begin = () => {
    fold('properties', false);
    sequence.begin();
  };
  return (
    <SectionFold
      title={t('section_properties')}
      folded={folded('properties', false)}
      onFold={(to) => fold('properties', to)}
      busy={defined.busy}
      actions={
        pen !== null && (
          <IconButton small icon="pen" label={t('edit_value', [t('section_properties')])} onPress={begin} {...pen} />
        )
      }
    >
      <dl class="properties" id={id}>
        {rows.map((row) => {
          const { key } = row;
          const allowed = mays[row.kind];
          const common = {
            person,
            may: allowed !== null && allowed.mayNot === undefined,
            away: away && row.empty,
            edit: sequence.startOf(key),
            onClosed: (how: Parameters<typeof sequence.onClosed>[1]) => sequence.onClosed(key, how),
          };
          if (row.kind === 'custom') return <CustomRow key={key} {...common} field={row.field} value={row.value} />;
          return row.kind === 'timezone' ? <ZoneRow key={key} {...common} /> : <LanguageRow key={key} {...common} />;
        })}
        {roles.length > 0 && (
          <div class="property">
            <dt>{t('property_roles')}</dt>
            <dd>{listText(roles.map(({ name }) => isolate(name)))}</dd>
          </div>
        )}
      </dl>
      {empty > 0 && (
        <button
          type="button"
          class="more more-fold"
          aria-expanded={!away}
          aria-controls={id}
          onClick={() => fold('empty-fields', !away)}
        >
          <Icon name={away ? 'right' : 'down'} />
          {away ? plural('show_empty_fields', empty) : plural('hide_empty_fields', empty)}
        </button>
      )}
      {defined.problem !== null && (
        <ProblemBox
          problem={defined.problem}
          call="failed_fields"
          source={answer.source.name}
          rest="rest_is_current"
          onRetry={defined.again}
        />
      )}
    </SectionFold>
  );
}
