import { Dotted } from '@/components/panel/Dotted';
import { Icon } from '@/components/ui/Icon';
import { Box } from '@/components/ui/Strip';
import { formatNumber, plural, type TextKey, t } from '@/utils/i18n';
import type { ImportProblem, ImportState } from '@/utils/messages/protocol';
import { LARGEST } from './send-file';
import type { ImportShown } from './use-import';

const problems = {
  empty: 'import_problem_empty',
  encoding: 'import_problem_encoding',
  'quote-open': 'import_problem_quote_open',
  'quote-inside': 'import_problem_quote_inside',
  columns: 'import_problem_columns',
  'no-address-column': 'import_problem_no_address_column',
  'line-too-long': 'import_problem_line_too_long',
  'address-invalid': 'import_problem_address_invalid',
  nothing: 'import_problem_nothing',
  'storage-full': 'import_problem_storage_full',
} as const satisfies Readonly<Record<ImportProblem['kind'], TextKey>>;

/** Longest piece of a foreign file that is quoted in a message. */
const QUOTED = 80;

/** How an import ended, in words; both regions stand in the document from the start, so that readers hear it. */
export function ImportResult({ shown }: { readonly shown: ImportShown }) {
  const state = shown.kind === 'state' ? shown.state : null;
  return (
    <>
      <div role="status">
        {state?.state === 'done' && <Done state={state} />}
        {state?.state === 'stopped' && <p class="outcome">{t('import_stopped', [state.file])}</p>}
        {shown.kind === 'stopped' && <p class="outcome">{t('import_stopped', [shown.file])}</p>}
      </div>
      <div role="alert">{failure(shown)}</div>
    </>
  );
}

function Done({ state }: { readonly state: ImportState }) {
  const added = plural('import_added', state.done);
  const words = state.known === 0 ? [added] : [added, plural('import_known', state.known)];
  return (
    <div class="import-done">
      <Icon name="check" />
      <p>
        <strong>
          <bdi>{t('import_done', [state.file])}</bdi>
        </strong>
        <span class="list-line figures">
          <Dotted parts={words} />
        </span>
      </p>
    </div>
  );
}

function failure(shown: ImportShown) {
  switch (shown.kind) {
    case 'empty':
      return (
        <Failed
          title={t('import_failed', [shown.file])}
          lines={[t('import_problem_empty'), t('import_nothing_changed')]}
        />
      );
    case 'too-large':
      return <Failed title={t('import_too_large', [shown.file, megabytes(LARGEST)])} />;
    case 'unreadable':
      return <Failed title={t('import_unreadable', [shown.file])} />;
    case 'no-answer':
      return <Failed title={t('import_no_answer', [shown.file])} />;
    case 'no-room':
      return <Failed title={t('import_no_room', [shown.file])} />;
    case 'one-file':
      return <Failed title={t('import_one_file')} />;
    case 'state':
      return shown.state.state === 'failed' ? <FailedState state={shown.state} /> : null;
    default:
      return null;
  }
}

function FailedState({ state: { file, problem } }: { readonly state: ImportState }) {
  // Lines count from 1: without one it was not the file's fault.
  if (problem === undefined || problem.line === 0) return <Failed title={t('import_broke', [file])} />;
  return <Failed title={t('import_failed', [file])} lines={[...faultWords(problem), t('import_nothing_changed')]} />;
}

function faultWords({ kind, line, detail }: ImportProblem): readonly string[] {
  const place = formatNumber(line);
  if (kind === 'columns') return [t(problems.columns, [place, ...(detail ?? '').split('/')])];
  const told = t(problems[kind], [place]);
  return detail === undefined ? [told] : [told, t('import_problem_detail', [detail.slice(0, QUOTED)])];
}

function Failed({ title, lines = [] }: { readonly title: string; readonly lines?: readonly string[] }) {
  const detail = lines.map((line) => <p key={line}>{line}</p>);
  return (
    <Box icon="alert" tone="failed" {...(lines.length === 0 ? {} : { detail })}>
      <bdi>{title}</bdi>
    </Box>
  );
}

function megabytes(bytes: number): string {
  return t('import_size', [formatNumber(bytes / 1024 / 1024)]);
}
