import { useRef } from 'preact/hooks';
import { Dash, InlineEdit } from '@/components/edit/InlineEdit';
import { NotSaved } from '@/components/edit/NotSaved';
import { useSaving } from '@/components/edit/use-saving';
import { useActs } from '@/components/panel/acts';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';
import type { FieldValue, Person } from '@/utils/people/types';
import { ContactControl } from './ContactControl';
import { CopyButton } from './CopyButton';
import { fieldOfText, textOfField, textOfTheirContact } from './contact-text';
import { contactIcon, contactName, contactPlace, contactProblem } from './contact-words';
import { FieldText } from './FieldText';
import { useToldFailure } from './use-told-failure';

/** A value with what is said about it. */
export function ContactText({ field }: { readonly field: FieldValue | null }) {
  if (field === null) return <Dash />;
  const beside = [field.parts?.['service'], field.label].filter((text) => text !== undefined && text !== '');
  return (
    <>
      <FieldText field={field} />
      {beside.length > 0 && (
        <span class="quiet">
          {' · '}
          <bdi>{beside.join(' · ')}</bdi>
        </span>
      )}
    </>
  );
}

interface ContactFieldProps {
  readonly person: Person;
  readonly field: FieldValue;
  readonly editable: boolean;
  /** There are others of its type: its buttons name the value too. */
  readonly several: boolean;
  /** Its text becomes another: the row stays the same one. */
  readonly onSaving: (from: string, to: string) => void;
}

/** A phone number, a website, a name at a messenger: read, linked, copied, edited, removed. */
export function ContactField({ person, field, editable, several, onSaving }: ContactFieldProps) {
  const { run } = useActs();
  const edit = useRef<(() => void) | null>(null);
  const { type } = field;
  const name = contactName(type);
  const own = textOfField(field);
  const write = (from: string, to: string) => {
    const before = from === own ? field : fieldOfText(type, from, field);
    const after = fieldOfText(type, to, before);
    const title = t(after === null ? 'contact_removed' : 'contact_changed', [name]);
    // The record can have it before the answer is here.
    if (after !== null) onSaving(own, textOfField(after));
    return run(person.ref, { action: 'edit-contact', input: { from: before, to: after } }, title);
  };
  const there = useSaving<boolean>(true, () => write(own, ''), person.version);
  const problem = useToldFailure(name, there.state, person.ref.connection);
  if (!there.shown && problem === null) return null;
  return (
    <li class="contact-row">
      <Icon name={contactIcon(type)} />
      <div class="contact-value figures">
        {editable ? (
          <InlineEdit
            person={person}
            place={contactPlace(type, own)}
            label={name}
            value={own}
            read={(text) => <ContactText field={fieldOfText(type, text, field)} />}
            control={(control) => <ContactControl type={type} control={control} />}
            multiline={type === 'postal'}
            check={(text) => contactProblem(type, text)}
            save={(to, from) => write(from, to)}
            theirs={textOfTheirContact}
            pen="heading"
            edit={edit}
          />
        ) : (
          <ContactText field={field} />
        )}
        {problem !== null && (
          <NotSaved
            label={name}
            problem={problem}
            connection={person.ref.connection}
            onRetry={() => void there.retry()}
            onRevert={() => there.revert()}
          />
        )}
      </div>
      {editable && (
        <span class="contact-acts">
          <IconButton
            small
            icon="pen"
            label={t('edit_value', [several ? `${name} ${field.value}` : name])}
            onPress={() => edit.current?.()}
          />
          <IconButton
            small
            icon="x"
            label={t('contact_remove', [`${name} ${field.value}`])}
            onPress={() => void there.save(false)}
          />
        </span>
      )}
      {(type === 'phone' || type === 'messenger') && <CopyButton value={field.value} />}
    </li>
  );
}
