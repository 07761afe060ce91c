import '@/components/profile/rows.css';
import '@/components/profile/contact.css';
import './form.css';
import { useActs } from '@/components/panel/acts';
import { hasField } from '@/components/panel/may';
import { languageList } from '@/components/profile/languages';
import { zoneClock, zoneList } from '@/components/profile/zones';
import { Checklist } from '@/components/ui/Checklist';
import { FieldFrame } from '@/components/ui/Field';
import { TextArea } from '@/components/ui/TextArea';
import { cityOf, languageText } from '@/components/ui/time';
import type { Capability } from '@/utils/connectors/types';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import { ChooseField } from './ChooseField';
import { ContactFields } from './ContactFields';
import { CustomFields } from './CustomFields';
import { errorOf, type FormPart, hintOf } from './field-of-form';
import { isLanguage } from './form-read';
import { LabelFields } from './LabelFields';
import type { FormLists } from './use-form-lists';

export interface MoreFieldsProps extends FormPart {
  readonly lists: FormLists;
  /** Whether a part can be saved there; somebody new is saved with all of them. */
  readonly can: (need: Capability) => boolean;
  /** What the server sets of a record, and how long; absent: not known. */
  readonly of?: Pick<SourceAnswer, 'sets' | 'limits'> | undefined;
}

/** All that a record holds beside name, addresses and organisation. */
export function MoreFields({ lists, can, of = {}, ...part }: MoreFieldsProps) {
  const { now } = useActs();
  const { draft, change, problems } = part;
  const summaryError = errorOf(problems, 'summary');
  return (
    <>
      {can('contact.set') && <ContactFields {...part} />}
      {can('label.set') && <LabelFields {...part} />}
      {can('group.set') && lists.groups.length > 0 && (
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {t('section_groups')}
          </span>
          <Checklist
            label={t('section_groups')}
            options={lists.groups.map(({ id, name }) => ({ key: id, text: name }))}
            chosen={draft.groups}
            onChange={(groups) => change({ groups })}
          />
        </div>
      )}
      {can('person.set') && (
        <>
          {hasField(of, 'timezone') && (
            <ChooseField
              label={t('property_timezone')}
              value={draft.timezone}
              onInput={(timezone) => change({ timezone })}
              list={() => zoneList(now())}
              nameOf={(id) => (id !== '' && zoneClock(id, now()) !== null ? cityOf(id) : null)}
              {...errorOf(problems, 'timezone')}
            />
          )}
          {hasField(of, 'language') && (
            <ChooseField
              label={t('property_language')}
              value={draft.language}
              onInput={(language) => change({ language })}
              list={languageList}
              nameOf={(id) => (isLanguage(id) ? languageText(id) : null)}
              {...errorOf(problems, 'language')}
            />
          )}
          {hasField(of, 'summary') && (
            <FieldFrame label={t('section_summary')} {...hintOf(draft.summary, of.limits?.summary)} {...summaryError}>
              {({ input, describedBy }) => (
                <TextArea
                  id={input}
                  value={draft.summary}
                  onInput={(summary) => change({ summary })}
                  aria-invalid={summaryError.error === undefined ? undefined : 'true'}
                  aria-describedby={describedBy}
                />
              )}
            </FieldFrame>
          )}
        </>
      )}
      {can('custom.set') && <CustomFields {...part} fields={lists.definitions} />}
    </>
  );
}
