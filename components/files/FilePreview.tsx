import './files.css';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { sizeText } from '@/components/ui/time';
import { t } from '@/utils/i18n';
import type { Preview } from '@/utils/people/file-rules';
import type { FileRef } from '@/utils/people/types';
import { download, imageType, isPdf } from './open-blob';

/** Characters of a text that are shown; the rest is in the file. */
const LONGEST = 100_000;

interface Props {
  readonly file: FileRef;
  readonly blob: Blob;
  readonly kind: Preview;
  readonly onClose: () => void;
}

/** An address for bytes, as the type that the file's name promises; null until it is made. */
function useUrl(blob: Blob, type: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (type === null) return;
    const made = URL.createObjectURL(new Blob([blob], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, type]);
  return url;
}

function Picture({ file, blob }: { readonly file: FileRef; readonly blob: Blob }) {
  const [broken, setBroken] = useState(false);
  const url = useUrl(blob, imageType(file.name));
  if (broken) return <p>{t('file_not_shown')}</p>;
  if (url === null) return null;
  return <img class="file-picture" src={url} alt={file.name} onError={() => setBroken(true)} />;
}

function Text({ blob }: { readonly blob: Blob }) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void blob
      .slice(0, LONGEST * 4)
      .text()
      .then((read) => {
        if (!gone) setText(read);
      });
    return () => {
      gone = true;
    };
  }, [blob]);
  if (text === null) return null;
  return (
    <>
      <pre class="file-text" dir="auto">
        {text.slice(0, LONGEST)}
      </pre>
      {text.length > LONGEST && <p class="quiet">{t('file_text_cut')}</p>}
    </>
  );
}

/** The browser's own reader shows it, in a tab, if it is what its name says. */
function Pdf({ blob }: { readonly blob: Blob }) {
  const [real, setReal] = useState<boolean | null>(null);
  const url = useUrl(blob, real === true ? 'application/pdf' : null);
  useEffect(() => {
    let gone = false;
    void isPdf(blob).then((is) => {
      if (!gone) setReal(is);
    });
    return () => {
      gone = true;
    };
  }, [blob]);
  if (real === false) return <p>{t('file_not_shown')}</p>;
  if (url === null) return null;
  return (
    <p>
      <a class="link" href={url} target="_blank" rel="noopener">
        {t('file_open_in_tab')}
      </a>
    </p>
  );
}

/** A file looked at over the panel. What could run is never shown: no page, no drawing with scripts. */
export function FilePreview({ file, blob, kind, onClose }: Props) {
  return (
    <Dialog
      title={file.name}
      onClose={onClose}
      actions={
        <>
          <Button icon="download" onPress={() => download(blob, file.name)}>
            {t('download')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {kind === 'image' && <Picture file={file} blob={blob} />}
      {kind === 'text' && <Text blob={blob} />}
      {kind === 'pdf' && <Pdf blob={blob} />}
      <p class="quiet figures">{sizeText(file.size)}</p>
    </Dialog>
  );
}
