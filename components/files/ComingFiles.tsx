import './files.css';
import { problemWords } from '@/components/panel/problem-words';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { percentText, sizeText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import { faultText } from './file-words';
import type { ComingFile } from './use-staged-files';

interface Props {
  readonly files: readonly ComingFile[];
  /** Files at once. */
  readonly most: number;
  readonly source: string;
  readonly onRemove: (id: string) => void;
}

function whyNot({ state }: ComingFile, most: number, source: string): string | null {
  if (state.kind === 'refused') return faultText(state.fault, most);
  if (state.kind !== 'failed') return null;
  const { title, detail } = problemWords(state.problem, 'failed_file_kept', source);
  return `${title} ${detail}`;
}

/** Files on their way, each with how far it is or why it is not taken. */
export function ComingFiles({ files, most, source, onRemove }: Props) {
  if (files.length === 0) return null;
  return (
    <ul class="files" aria-label={t('files')}>
      {files.map((file) => {
        const why = whyNot(file, most, source);
        return (
          <li key={file.id} class="file">
            <div class={`file-box${why === null ? '' : ' file-box-refused'}`}>
              <span class="file-open">
                <Icon name="clip" />
                <span class="file-name">
                  <bdi>{file.name}</bdi>
                </span>
              </span>
              <span class="file-size">
                {file.state.kind === 'sending' ? percentText(file.state.share) : sizeText(file.size)}
              </span>
              <span class="file-acts">
                <IconButton small icon="x" label={t('file_remove', [file.name])} onPress={() => onRemove(file.id)} />
              </span>
            </div>
            {why !== null && (
              <p class="file-fault" role="alert">
                <Icon name="alert" />
                <span>{why}</span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
