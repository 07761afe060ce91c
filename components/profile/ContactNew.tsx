import { useEffect, useRef } from 'preact/hooks';
import { InlineEdit } from '@/components/edit/InlineEdit';
import type { Closed } from '@/components/edit/use-inline-edit';
import { useActs } from '@/components/panel/acts';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { FieldType, Person } from '@/utils/people/types';
import { ContactControl } from './ContactControl';
import { EmailText, labelledOf } from './ContactEmail';
import { ContactText } from './ContactField';
import { fieldOfText } from './contact-text';
import { addressProblem, contactIcon, contactName, contactProblem } from './contact-words';
import type { Adding } from './use-adding';

const kept = (type: FieldType, text: string) => fieldOfText(type, text, null);

interface ContactNewProps {
  readonly person: Person;
  readonly adding: Adding;
  readonly onDone: (saved: boolean) => void;
  readonly onClosed: (how: Closed) => void;
}

/** A row on its way: what "+" adds, until the record has it. */
export function ContactNew({ person, adding, onDone, onClosed }: ContactNewProps) {
  const { run } = useActs();
  const row = useRef<HTMLLIElement>(null);
  const { type } = adding;
  const name = contactName(type);
  // The menu that was pressed stands far above: the field comes to the eye.
  useEffect(() => {
    if (adding.opened) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [adding.opened]);
  const save = (to: string) => {
    const title = t('contact_added', [name]);
    if (type === 'address') {
      return run(person.ref, { action: 'edit-address', input: { from: null, to: labelledOf(to) } }, title);
    }
    return run(person.ref, { action: 'edit-contact', input: { from: null, to: kept(type, to) } }, title);
  };
  const check = (text: string): string | null => {
    if (type === 'address') return addressProblem(person, -1, text);
    return kept(type, text) === null ? t('contact_empty') : contactProblem(type, text);
  };
  return (
    <li class="contact-row" ref={row}>
      <Icon name={contactIcon(type)} />
      <div class="contact-value figures">
        <InlineEdit
          person={person}
          place={adding.place}
          label={name}
          value=""
          read={(text) =>
            type === 'address' ? <EmailText text={text} primary={false} /> : <ContactText field={kept(type, text)} />
          }
          control={(control) => <ContactControl type={type} control={control} />}
          multiline={type === 'postal'}
          check={check}
          save={save}
          pen="none"
          opened={adding.opened}
          onDone={onDone}
          onClosed={onClosed}
        />
      </div>
    </li>
  );
}
