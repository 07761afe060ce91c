import '@/components/profile/rows.css';
import { useEffect, useState } from 'preact/hooks';
import { ChooseFiles } from '@/components/files/ChooseFiles';
import { ComingFiles } from '@/components/files/ComingFiles';
import { FileBox } from '@/components/files/FileBox';
import { FileDrop } from '@/components/files/FileDrop';
import { useStagedFiles } from '@/components/files/use-staged-files';
import { useActs } from '@/components/panel/acts';
import { may } from '@/components/panel/may';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { refKey } from '@/components/panel/states';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Chosen } from '@/utils/actions/inputs';
import { MOST_FILES } from '@/utils/actions/limits';
import { plural, t } from '@/utils/i18n';
import type { Section, SourceAnswer } from '@/utils/messages/view';
import type { FileRef, Person } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { Short } from './Short';
import { useListed } from './use-listed';

const FIRST = 5;

export interface FilesProps {
  readonly person: Person;
  readonly answer: SourceAnswer;
  readonly section: Section<FileRef>;
  readonly touched?: number | undefined;
}

/** Files that were handed over are kept at once, all that came together as one step to undo. */
function useAdding({ person: { ref } }: FilesProps) {
  const { run } = useActs();
  const files = useStagedFiles(MOST_FILES);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { busy, ready } = files;
  const keep = async () => {
    setProblem(null);
    const chosen: Chosen<'add-files'> = { action: 'add-files', input: { files: [...ready] } };
    const answer = await run(ref, chosen, plural('done_files_added', ready.length));
    if (!answer.ok) return setProblem(answer.problem);
    for (const { staged } of ready) files.forget(staged);
  };
  const due = !busy && ready.length > 0;
  useEffect(() => {
    if (due) void keep();
  }, [due]);
  return { files, problem, keep };
}

/** Files on the profile itself: looked at, downloaded, added and removed. */
export function Files(props: FilesProps) {
  const { person, answer, section, touched } = props;
  const { source } = answer;
  const { ask, run, folded, fold } = useActs();
  const { ref } = person;
  const listed = useListed<FileRef>(`${refKey(ref)} files`, section, (limit) => ask('files', { ref, limit }), touched);
  const { more, part, problem, waiting } = listed;
  const adding = useAdding(props);
  const [refused, setRefused] = useState<{ readonly file: FileRef; readonly problem: Problem } | null>(null);
  const items = more.part?.items ?? part?.items.slice(0, FIRST) ?? [];
  const able = may(answer, 'file.add');
  const mayAdd = able !== null && able.mayNot === undefined;
  const mayRemove = may(answer, 'file.remove');
  const remove = async (file: FileRef) => {
    setRefused(null);
    const { id, name, size, type } = file;
    const answer = await run(
      ref,
      { action: 'remove-file', input: { file: { id, name, size, type } } },
      t('done_file_removed', [name]),
    );
    if (!answer.ok) setRefused({ file, problem: answer.problem });
  };
  const body = (
    <>
      <ul class="files-list">
        {items.map((file) => (
          <li key={file.id}>
            <FileBox
              file={file}
              source={source}
              {...(mayRemove === null ? {} : { removal: { onPress: () => void remove(file), ...mayRemove } })}
            />
          </li>
        ))}
      </ul>
      <ComingFiles files={adding.files.files} most={MOST_FILES} source={source.name} onRemove={adding.files.remove} />
      {adding.problem !== null && (
        <ProblemBox
          problem={adding.problem}
          call="failed_file_kept"
          source={source.name}
          byItself={false}
          onRetry={() => void adding.keep()}
        />
      )}
      {refused !== null && (
        <ProblemBox
          problem={refused.problem}
          call="failed_file_removed"
          source={source.name}
          byItself={false}
          onRetry={() => void remove(refused.file)}
        />
      )}
      {part?.total === 0 && problem === null && adding.files.files.length === 0 && (
        <p class="empty">{t(mayAdd ? 'files_drop' : 'files_none')}</p>
      )}
      {waiting && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      {problem !== null && !more.busy && (
        <ProblemBox
          problem={problem}
          call="failed_files"
          source={source.name}
          rest="rest_is_current"
          onRetry={() => more.load(Math.max(FIRST, part?.total ?? 0))}
        />
      )}
      {part !== null && problem === null && !more.busy && part.total > items.length && more.part === null && (
        <button type="button" class="more" onClick={() => more.load(part.total)}>
          {plural('show_all_files', part.total)}
        </button>
      )}
      {more.part !== null && problem === null && !more.busy && (
        <Short part={more.part} source={source.name} onAgain={() => more.load(more.part?.total ?? FIRST)} />
      )}
    </>
  );
  return (
    <SectionFold
      title={t('section_files')}
      {...(part === null ? {} : { count: part.total })}
      folded={folded('files', false)}
      onFold={(to) => fold('files', to)}
      busy={waiting}
      {...(able === null ? {} : { actions: <ChooseFiles onFiles={adding.files.add} {...able} /> })}
    >
      {mayAdd ? <FileDrop onFiles={adding.files.add}>{body}</FileDrop> : body}
    </SectionFold>
  );
}
