import './notes.css';
import { Icon } from '@/components/ui/Icon';
import { PersonPicture } from '@/components/ui/PersonPicture';
import { dayTimeText, sizeText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Note } from '@/utils/people/types';

export function NoteItem({ note, now }: { readonly note: Note; readonly now: number }) {
  return (
    <li class="note">
      <PersonPicture name={note.author} seed={`note:${note.author}`} size="note" />
      <div class="note-words">
        <div>
          <bdi class="note-author">{note.author}</bdi>{' '}
          <time class="note-time" dateTime={note.createdAt}>
            {dayTimeText(note.createdAt, now)}
          </time>
        </div>
        <p class="note-text" dir="auto">
          {note.text}
        </p>
        {note.files.length > 0 && (
          <ul class="note-files" aria-label={t('files')}>
            {note.files.map((file) => (
              <li key={file.id} class="note-file">
                <Icon name="clip" />
                <span class="note-file-name">
                  <bdi>{file.name}</bdi>
                </span>
                <span class="quiet figures">{sizeText(file.size)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
