import './files.css';
import { useState } from 'preact/hooks';
import { later } from '@/components/panel/later';
import type { May } from '@/components/panel/may';
import { problemWords } from '@/components/panel/problem-words';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { percentText, sizeText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import { previewOf } from '@/utils/people/file-rules';
import type { FileRef } from '@/utils/people/types';
import { download } from './open-blob';
import { useFile } from './use-file';

const FilePreview = later(async () => (await import('./FilePreview')).FilePreview, 'nothing');

export interface FileBoxProps {
  readonly file: FileRef;
  readonly source: Source;
  /** Absent: it cannot be removed here. */
  readonly removal?: May & { readonly onPress: () => void };
}

/** A kept file: looked at on a press where that is safe, and downloaded. */
export function FileBox({ file, source, removal }: FileBoxProps) {
  const { state, read } = useFile(source.id, file);
  const [open, setOpen] = useState(false);
  const preview = previewOf(file.name);
  const save = async () => {
    const blob = await read();
    if (blob !== null) download(blob, file.name);
  };
  const look = async () => {
    if ((await read()) !== null) setOpen(true);
  };
  const words = state.kind === 'failed' ? problemWords(state.problem, 'failed_file', source.name) : null;
  return (
    <div class="file">
      <div class="file-box">
        <button
          type="button"
          class="file-open"
          aria-label={t(preview === null ? 'file_download' : 'file_preview', [file.name])}
          onClick={() => void (preview === null ? save() : look())}
        >
          <Icon name="clip" />
          <span class="file-name">
            <bdi>{file.name}</bdi>
          </span>
        </button>
        <span class="file-size">
          {state.kind === 'reading' && state.share > 0 ? percentText(state.share) : sizeText(file.size)}
        </span>
        <span class="file-acts">
          {preview !== null && (
            <IconButton small icon="download" label={t('file_download', [file.name])} onPress={() => void save()} />
          )}
          {removal !== undefined && (
            <IconButton small icon="trash" label={t('file_remove', [file.name])} {...removal} />
          )}
        </span>
      </div>
      {words !== null && (
        <p class="file-fault" role="alert">
          <Icon name="alert" />
          <span>
            {words.title} {words.detail}{' '}
            <button type="button" class="row-action" onClick={() => void (preview === null ? save() : look())}>
              {t('retry')}
            </button>
          </span>
        </p>
      )}
      {open && state.kind === 'read' && preview !== null && (
        <FilePreview file={file} blob={state.blob} kind={preview} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}
