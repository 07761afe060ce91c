import './notes.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ChooseFiles } from '@/components/files/ChooseFiles';
import { ComingFiles } from '@/components/files/ComingFiles';
import { FileDrop } from '@/components/files/FileDrop';
import { useActs } from '@/components/panel/acts';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { problemWords } from '@/components/panel/problem-words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { TextArea } from '@/components/ui/TextArea';
import { useOwnId } from '@/components/ui/use-own-id';
import type { Chosen } from '@/utils/actions/inputs';
import { LONGEST, MOST_FILES } from '@/utils/actions/limits';
import { formatNumber, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import type { NoteDraft } from './use-note-draft';

export interface NoteFormProps {
  readonly person: PersonRef;
  readonly source: Source;
  readonly draft: NoteDraft;
  /** Files can be kept with a note here. */
  readonly takesFiles: boolean;
  /** Closed: saved, given up, or left for later with what stands in it. */
  readonly onClose: () => void;
}

function wrongText({ text, files }: NoteDraft): string | null {
  if (text.length > LONGEST.text) return t('text_too_long', [formatNumber(text.length), formatNumber(LONGEST.text)]);
  return text.trim() === '' && files.ready.length === 0 ? t('note_empty') : null;
}

/** A new note: text, and files that are dropped on it, pasted into it or chosen. */
export function NoteForm({ person, source, draft, takesFiles, onClose }: NoteFormProps) {
  const { run, hold, warn } = useActs();
  const id = useOwnId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const { text, files, begun } = draft;

  // Before it is painted: whoever begins to type at once loses no letter.
  useLayoutEffect(() => area.current?.focus(), []);
  // Also while another tab of the profile is in front: it is not left before it is closed.
  useEffect(() => hold('note', begun), [begun]);
  const close = () => {
    hold('note', false);
    onClose();
  };

  const save = async () => {
    if (saving || files.busy) return;
    const fault = wrongText(draft);
    setWrong(fault);
    if (fault !== null) return area.current?.focus();
    setSaving(true);
    setProblem(null);
    const chosen: Chosen<'add-note'> = {
      action: 'add-note',
      input: { text: text.trim(), files: [...files.ready] },
    };
    const answer = await run(person, chosen, t('done_note_added'));
    setSaving(false);
    if (answer.ok) {
      draft.drop();
      close();
      return;
    }
    setProblem(answer.problem);
    const words = problemWords(answer.problem, 'failed_note_kept', source.name);
    warn(`${words.title} ${words.detail} ${t('typed_is_kept')}`);
  };
  const giveUp = () => {
    for (const file of files.files) files.remove(file.id);
    draft.drop();
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      // Closed, not given up: what stands there is there again with the next "+".
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const form = (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what is inside
    <div class="note-form" onKeyDown={onKeyDown}>
      <TextArea
        id={id}
        areaRef={area}
        value={text}
        aria-label={t('note_text')}
        aria-invalid={wrong === null ? undefined : 'true'}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onInput={(next) => {
          setWrong(null);
          draft.type(next);
        }}
      />
      {wrong !== null && (
        <p class="field-error" id={`${id}-wrong`}>
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
      <ComingFiles files={files.files} most={MOST_FILES} source={source.name} onRemove={files.remove} />
      {problem !== null && (
        <ProblemBox
          problem={problem}
          call="failed_note_kept"
          source={source.name}
          rest="typed_is_kept"
          byItself={false}
          onRetry={() => void save()}
        />
      )}
      {!takesFiles && source.says?.files !== undefined && <p class="quiet">{t(source.says.files, [source.name])}</p>}
      <div class="note-form-acts">
        <Button small busy={saving ? t('saving') : files.busy && t('files_coming')} onPress={() => void save()}>
          {t('save_note')}
        </Button>
        <Button small look="quiet" onPress={giveUp}>
          {t('cancel')}
        </Button>
        {takesFiles && (
          <span class="note-form-end">
            <ChooseFiles onFiles={files.add} />
          </span>
        )}
      </div>
    </div>
  );
  return takesFiles ? <FileDrop onFiles={files.add}>{form}</FileDrop> : form;
}
