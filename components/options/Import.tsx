import './import.css';
import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { AskBackground, ImportState } from '@/utils/messages/protocol';
import { ImportColumns } from './ImportColumns';
import { ImportProgress } from './ImportProgress';
import { ImportResult } from './ImportResult';
import { useHeadingFocus } from './use-heading-focus';
import { useImport } from './use-import';

interface ImportProps {
  readonly ask: AskBackground;
  readonly told: ImportState | null;
}

/** Takes a CSV file of people, by choice or by drop, shows how far it is, and says how it ended. */
export function Import({ ask, told }: ImportProps) {
  const importing = useImport(ask, told);
  const [over, setOver] = useState(false);
  const head = useHeadingFocus(String(importing.busy));
  const take = (files: FileList | null | undefined): void => void importing.take([...(files ?? [])]);
  return (
    <div class="import">
      <h2 class="name" tabIndex={-1} ref={head}>
        {t('import_title')}
      </h2>
      <p class="section-text">{t('import_text')}</p>
      {!importing.busy && (
        // Choosing a file by the button does all that dropping one does.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div
          class={`drop${over ? ' drop-over' : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer?.files);
          }}
        >
          <label class="button">
            <input
              class="unseen"
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(event) => {
                take(event.currentTarget.files);
                // The same file, mended, can be chosen again.
                event.currentTarget.value = '';
              }}
            />
            {t('import_choose')}
          </label>
          <span class="quiet">{t(over ? 'import_drop_now' : 'import_drop')}</span>
        </div>
      )}
      {importing.busy && <ImportProgress importing={importing} />}
      <ImportResult shown={importing.shown} />
      <ImportColumns />
    </div>
  );
}
