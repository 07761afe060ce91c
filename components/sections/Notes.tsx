import '@/components/profile/rows.css';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { later } from '@/components/panel/later';
import { may } from '@/components/panel/may';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { refKey } from '@/components/panel/states';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Section, Source, SourceAnswer } from '@/utils/messages/view';
import type { Note, Person } from '@/utils/people/types';
import { NoteItem } from './NoteItem';
import { useListed } from './use-listed';
import { useNoteDraft } from './use-note-draft';

const NoteForm = later(async () => (await import('./NoteForm')).NoteForm);

const LATEST = 2;
/** Notes a page of the whole list. */
const PAGE = 50;

export interface NotesProps {
  readonly person: Person;
  readonly answer: SourceAnswer;
  readonly section: Section<Note>;
  readonly touched?: number | undefined;
  /** Set to what opens the form of a new note, for a button elsewhere. */
  readonly startAdd?: RefObject<(() => void) | null>;
}

function useNotes({ person, section, touched }: NotesProps) {
  const { ask } = useActs();
  const { ref } = person;
  return useListed<Note>(refKey(ref), section, (limit) => ask('notes', { ref, limit }), touched);
}

/** The form of a new note: open on a press, or because one was begun before. */
function useAdding({ person, answer, startAdd }: NotesProps) {
  const { folded, fold } = useActs();
  const draft = useNoteDraft(person.ref);
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState(false);
  const able = may(answer, 'note.add');
  const mayAdd = able !== null && able.mayNot === undefined;
  const start = () => {
    if (folded('notes', false)) fold('notes', false);
    setLeft(false);
    setOpen(true);
  };
  useEffect(() => {
    if (startAdd === undefined || !mayAdd) return;
    startAdd.current = start;
    return () => {
      startAdd.current = null;
    };
  });
  return {
    able,
    draft,
    open: mayAdd && (open || (draft.begun && !left)),
    start,
    close() {
      setOpen(false);
      setLeft(true);
    },
  };
}

function Adding({ adding, props }: { readonly adding: ReturnType<typeof useAdding>; readonly props: NotesProps }) {
  if (!adding.open) return null;
  return (
    <NoteForm
      person={props.person.ref}
      source={props.answer.source}
      draft={adding.draft}
      takesFiles={props.answer.can.includes('file')}
      onClose={adding.close}
    />
  );
}

function List({ notes, props }: { readonly notes: readonly Note[]; readonly props: NotesProps }) {
  const { person, answer } = props;
  return (
    <ul>
      {notes.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          person={person}
          source={answer.source}
          mayEdit={may(answer, 'note.set')}
          mayRemove={may(answer, 'note.remove')}
        />
      ))}
    </ul>
  );
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
      onRetry={() => more.load(Math.max(limit, part?.items.length ?? 0))}
    />
  );
}

/** The latest two; all of them stand on their own tab. */
export function LatestNotes(props: NotesProps & { readonly onShowAll: () => void }) {
  const { folded, fold } = useActs();
  const notes = useNotes(props);
  const adding = useAdding(props);
  const { part, problem, waiting } = notes;
  const add = <IconButton small icon="plus" label={t('note_add')} onPress={adding.start} {...adding.able} />;
  return (
    <SectionFold
      title={t('section_notes')}
      {...(part === null ? {} : { count: part.total })}
      folded={folded('notes', false)}
      onFold={(to) => fold('notes', to)}
      busy={waiting}
      {...(adding.able === null ? {} : { actions: add })}
    >
      <Adding adding={adding} props={props} />
      <List notes={part?.items.slice(0, LATEST) ?? []} props={props} />
      {part?.total === 0 && problem === null && !adding.open && <p class="empty">{t('notes_none')}</p>}
      {waiting && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      <Failed notes={notes} source={props.answer.source} limit={LATEST} />
      {part !== null && part.total > LATEST && (
        <button type="button" class="more" onClick={props.onShowAll}>
          {plural('show_all_notes', part.total)}
        </button>
      )}
    </SectionFold>
  );
}

/** All notes, read page by page when the tab is opened. */
export function AllNotes(props: NotesProps) {
  const notes = useNotes(props);
  const adding = useAdding(props);
  const { part, problem, waiting, more } = notes;
  const shown = part?.items.length ?? 0;
  // Once: a server that counts more than it gives would be asked without end.
  const missing = part !== null && more.part === null && problem === null && !more.busy && part.total > shown;
  useEffect(() => {
    if (missing) more.load(PAGE);
  }, [missing]);
  return (
    <section class="notes-all" aria-label={t('section_notes')} aria-busy={waiting ? 'true' : undefined}>
      {adding.able !== null && !adding.open && (
        <div class="notes-all-add">
          <Button small look="quiet" icon="plus" onPress={adding.start} {...adding.able}>
            {t('note_add')}
          </Button>
        </div>
      )}
      <Adding adding={adding} props={props} />
      <List notes={part?.items ?? []} props={props} />
      {part?.total === 0 && !adding.open && <p class="empty">{t('notes_none')}</p>}
      {waiting && <Skeleton />}
      <Failed notes={notes} source={props.answer.source} limit={PAGE} />
      {part !== null && more.part !== null && part.total > shown && problem === null && (
        <div class="notes-all-foot">
          <span class="quiet figures">{t('notes_of', [formatNumber(shown), formatNumber(part.total)])}</span>
          {/* Fewer than asked for came: the rest is not given to this login, and asking again gives no more. */}
          {shown % PAGE === 0 && !more.busy && (
            <Button small look="quiet" onPress={() => more.load(shown + PAGE)}>
              {t('show_older')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
