import './properties.css';
import { useActs } from '@/components/panel/acts';
import { SectionFold } from '@/components/ui/SectionFold';
import { dateText, languageText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { FieldText } from './FieldText';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly value: preact.ComponentChildren;
}

function linesOf(person: Person, now: number): readonly Line[] {
  const line = (key: string, label: string, value: string | undefined): readonly Line[] =>
    value === undefined || value === '' ? [] : [{ key, label, value: <bdi>{value}</bdi> }];
  return [
    ...line('language', t('property_language'), person.language && languageText(person.language)),
    ...line('groups', t('property_groups'), person.groups.map(({ name }) => name).join(', ')),
    ...person.fields
      .filter(({ custom, value }) => custom === true && value !== '')
      .map((field, index) => ({
        key: `field-${index}`,
        label: field.label ?? '',
        value: <FieldText field={field} />,
      })),
    ...line('created', t('property_created'), person.createdAt && dateText(person.createdAt, now)),
  ];
}

export function Properties({ person }: { readonly person: Person }) {
  const { folded, fold, now } = useActs();
  const lines = linesOf(person, now());
  if (lines.length === 0) return null;
  return (
    <SectionFold
      title={t('section_properties')}
      folded={folded('properties', false)}
      onFold={(to) => fold('properties', to)}
    >
      <dl class="properties">
        {lines.map(({ key, label, value }) => (
          <div key={key} class="property">
            <dt>{label}</dt>
            <dd class="figures">{value}</dd>
          </div>
        ))}
      </dl>
    </SectionFold>
  );
}
