import './profile.css';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { InlineEdit } from '@/components/edit/InlineEdit';
import { useActs } from '@/components/panel/acts';
import { maySet } from '@/components/panel/may';
import { QuietAction } from '@/components/ui/Empty';
import { IconButton } from '@/components/ui/IconButton';
import { SectionFold } from '@/components/ui/SectionFold';
import { LONGEST } from '@/utils/actions/limits';
import { t } from '@/utils/i18n';
import type { Source, SourceAnswer } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';

/** Text that is pasted along with a picture of it is what was meant. */
const bringsFiles = (carried: DataTransfer | null): boolean =>
  carried?.types.includes('Files') === true && !carried.types.includes('text/plain');

/** Where notes would take files and the server keeps none: one that is dropped or pasted is refused, with the reason. */
function NoFiles({ source, children }: { readonly source: Source; readonly children: ComponentChildren }) {
  const { warn } = useActs();
  const [refused, setRefused] = useState(false);
  const { files } = source.says ?? {};
  if (files === undefined) return <div class="summary">{children}</div>;
  const why = t(files, [source.name]);
  const refuse = (event: Event, carried: DataTransfer | null): void => {
    if (!bringsFiles(carried)) return;
    // Else the browser leaves the panel for the file.
    event.preventDefault();
    if (event.type === 'dragover') return;
    setRefused(true);
    warn(why);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped on the text inside
    <div
      class="summary"
      onDragOver={(event) => refuse(event, event.dataTransfer)}
      onDrop={(event) => refuse(event, event.dataTransfer)}
      onPaste={(event) => refuse(event, event.clipboardData)}
    >
      {children}
      {refused && <p class="summary-note quiet">{why}</p>}
    </div>
  );
}

/** One text about a person. It is saved on leaving the field, and stands there to be written also while it is empty. */
export function Summary({ person, answer }: { readonly person: Person; readonly answer: SourceAnswer }) {
  const { folded, fold, run } = useActs();
  const start = useRef<(() => void) | null>(null);
  const pen = useRef<HTMLButtonElement>(null);
  const edit = maySet(answer, 'summary');
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
      <NoFiles source={answer.source}>
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
            longest={answer.limits?.summary}
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
      </NoFiles>
    </SectionFold>
  );
}
