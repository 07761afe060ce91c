import '@/components/profile/rows.css';
import { useEffect } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { refKey } from '@/components/panel/states';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { plural, t } from '@/utils/i18n';
import type { Section, Source } from '@/utils/messages/view';
import type { Note, PersonRef } from '@/utils/people/types';
import { NoteItem } from './NoteItem';
import { useMore } from './use-more';

const LATEST = 2;

export interface NotesProps {
  readonly person: PersonRef;
  readonly source: Source;
  readonly section: Section<Note>;
}

function useNotes({ person, section }: NotesProps) {
  const { ask } = useActs();
  const more = useMore<Note>(refKey(person), (limit) => ask('notes', { ref: person, limit }));
  const part = more.part ?? (section.state === 'read' ? section.part : null);
  const problem = more.problem ?? (section.state === 'failed' && more.part === null ? section.problem : null);
  return { more, part, problem, waiting: more.busy || (part === null && problem === null) };
}

function Failed({ notes, source, limit }: { notes: ReturnType<typeof useNotes>; source: Source; limit: number }) {
  const { problem, more, part } = notes;
  if (problem === null || more.busy) return null;
  return (
    <ProblemBox
      problem={problem}
      call="failed_notes"
      source={source.name}
      rest="rest_is_current"
      onRetry={() => more.load(Math.max(limit, part?.total ?? 0))}
    />
  );
}

/** The latest two; all of them stand on their own tab. */
export function LatestNotes(props: NotesProps & { readonly onShowAll: () => void }) {
  const { folded, fold, now } = useActs();
  const notes = useNotes(props);
  const { part, problem, waiting } = notes;
  return (
    <SectionFold
      title={t('section_notes')}
      {...(part === null ? {} : { count: part.total })}
      folded={folded('notes', false)}
      onFold={(to) => fold('notes', to)}
      busy={waiting}
    >
      <ul>
        {part?.items.slice(0, LATEST).map((note) => (
          <NoteItem key={note.id} note={note} now={now()} />
        ))}
      </ul>
      {part?.total === 0 && problem === null && <p class="empty">{t('notes_none')}</p>}
      {waiting && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      <Failed notes={notes} source={props.source} limit={LATEST} />
      {part !== null && part.total > LATEST && (
        <button type="button" class="more" onClick={props.onShowAll}>
          {plural('show_all_notes', part.total)}
        </button>
      )}
    </SectionFold>
  );
}

/** All notes, read when the tab is opened. */
export function AllNotes(props: NotesProps) {
  const { now } = useActs();
  const notes = useNotes(props);
  const { part, problem, waiting, more } = notes;
  // Once: a server that counts more than it gives would be asked without end.
  const missing =
    part !== null && more.part === null && problem === null && !more.busy && part.total > part.items.length;
  useEffect(() => {
    if (missing) more.load(part.total);
  }, [missing]);
  return (
    <section class="notes-all" aria-label={t('section_notes')} aria-busy={waiting ? 'true' : undefined}>
      <ul>
        {part?.items.map((note) => (
          <NoteItem key={note.id} note={note} now={now()} />
        ))}
      </ul>
      {part?.total === 0 && <p class="empty">{t('notes_none')}</p>}
      {waiting && <Skeleton />}
      <Failed notes={notes} source={props.source} limit={LATEST} />
    </section>
  );
}
