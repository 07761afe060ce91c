import './profile.css';
import { useRef } from 'preact/hooks';
import { InlineEdit } from '@/components/edit/InlineEdit';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { QuietAction } from '@/components/ui/Empty';
import { IconButton } from '@/components/ui/IconButton';
import { SectionFold } from '@/components/ui/SectionFold';
import { LONGEST } from '@/utils/actions/limits';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';

/** One text about a person. It is saved on leaving the field, and stands there to be written also while it is empty. */
export function Summary({ person, answer }: { readonly person: Person; readonly answer: SourceAnswer }) {
  const { folded, fold, run } = useActs();
  const start = useRef<(() => void) | null>(null);
  const pen = useRef<HTMLButtonElement>(null);
  const edit = may(answer, 'person.set');
  const empty = person.summary.trim() === '';
  if (empty && edit === null) return null;
  const mayEdit = edit !== null && edit.mayNot === undefined;
  const begin = () => {
    // The focus comes back to the pen: the words that may have been pressed go.
    pen.current?.focus();
    fold('summary', false);
    start.current?.();
  };
  const label = t('section_summary');
  const notes = answer.source.says?.notes;
  return (
    <SectionFold
      title={label}
      folded={folded('summary', false)}
      onFold={(to) => fold('summary', to)}
      actions={
        edit !== null && (
          <IconButton small icon="pen" label={t('edit_value', [label])} onPress={begin} buttonRef={pen} {...edit} />
        )
      }
    >
      <div class="summary">
        {mayEdit ? (
          <InlineEdit
            person={person}
            place="summary"
            label={label}
            value={person.summary}
            read={(shown) => (
              <p class="summary-text" dir="auto">
                {shown}
              </p>
            )}
            multiline
            check={(typed) => (typed.length > LONGEST.text ? t('too_long') : null)}
            save={(to, from) =>
              run(person.ref, { action: 'set-summary', input: { from, to } }, t('done_saved', [label]))
            }
            pen="heading"
            edit={start}
            empty={<QuietAction text={t('summary_add')} icon="plus" onPress={begin} />}
          />
        ) : (
          <p class="summary-text" dir="auto">
            {person.summary}
          </p>
        )}
        {notes !== undefined && <p class="summary-note quiet">{t(notes, [answer.source.name])}</p>}
      </div>
    </SectionFold>
  );
}
