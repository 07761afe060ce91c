import './notes.css';
import { useRef, useState } from 'preact/hooks';
import { InlineEdit } from '@/components/edit/InlineEdit';
import { FileBox } from '@/components/files/FileBox';
import { useActs } from '@/components/panel/acts';
import type { May } from '@/components/panel/may';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { IconButton } from '@/components/ui/IconButton';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { dayTimeText } from '@/components/ui/time';
import { LONGEST } from '@/utils/actions/limits';
import { formatNumber, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import { ME, type Note, type Person } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

export interface NoteItemProps {
  readonly note: Note;
  readonly person: Person;
  readonly source: Source;
  /** Null: this server has no such thing. */
  readonly mayEdit: May | null;
  readonly mayRemove: May | null;
}

function wrongText(text: string): string | null {
  if (text.length > LONGEST.text) return t('text_too_long', [formatNumber(text.length), formatNumber(LONGEST.text)]);
  return text.trim() === '' ? t('note_emptied') : null;
}

/** A note with who wrote it and when; edited in its place, deleted with a way back. */
export function NoteItem({ note, person, source, mayEdit, mayRemove }: NoteItemProps) {
  const { run, now } = useActs();
  const edit = useRef<(() => void) | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const author = note.author === ME ? t('you') : note.author;
  const which = [author, dayTimeText(note.createdAt, now())];
  const remove = async () => {
    setProblem(null);
    const files = note.files.map((file) => ({ ...file }));
    const answer = await run(
      person.ref,
      { action: 'remove-note', input: { note: { ...note, files } } },
      t('done_note_removed'),
    );
    if (!answer.ok) setProblem(answer.problem);
  };
  return (
    <li class="note">
      <PersonPicture name={author} seed={`note:${note.author}`} size="note" />
      <div class="note-words">
        <div class="note-top">
          <span class="note-by">
            <bdi class="note-author">{author}</bdi>{' '}
            <time class="note-time" dateTime={note.createdAt}>
              {dayTimeText(note.createdAt, now())}
            </time>
            {note.editedAt !== undefined && (
              <span class="note-time" title={dayTimeText(note.editedAt, now())}>
                {t('note_edited')}
              </span>
            )}
          </span>
          {(mayEdit !== null || mayRemove !== null) && (
            <span class="note-acts">
              {mayEdit !== null && (
                <IconButton
                  small
                  icon="pen"
                  label={t('note_edit', which)}
                  onPress={() => edit.current?.()}
                  {...mayEdit}
                />
              )}
              {mayRemove !== null && (
                <IconButton
                  small
                  icon="trash"
                  label={t('note_remove', which)}
                  onPress={() => void remove()}
                  {...mayRemove}
                />
              )}
            </span>
          )}
        </div>
        <InlineEdit
          person={person}
          place={`note:${note.id}`}
          label={t('note_text')}
          value={note.text}
          read={(shown) => (
            <p class="note-text" dir="auto">
              {shown}
            </p>
          )}
          multiline
          pen={mayEdit === null || mayEdit.mayNot !== undefined ? 'none' : 'heading'}
          edit={edit}
          check={wrongText}
          save={(to, from) =>
            run(person.ref, { action: 'edit-note', input: { note: note.id, from, to } }, t('done_note_edited'))
          }
        />
        {problem !== null && (
          <ProblemBox
            problem={problem}
            call="failed_note_removed"
            source={source.name}
            byItself={false}
            onRetry={() => void remove()}
          />
        )}
        {note.files.length > 0 && (
          <ul class="files" aria-label={t('files')}>
            {note.files.map((file) => (
              <li key={file.id}>
                <FileBox file={file} source={source} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
