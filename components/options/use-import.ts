import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskBackground, ImportState } from '@/utils/messages/protocol';
import { LARGEST, sendFile } from './send-file';

/** What the page itself knows of an import: before it has begun in the background, and where it never does. */
type Local =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly file: string; readonly share: number }
  | { readonly kind: 'begun'; readonly file: string; readonly id: string }
  | { readonly kind: 'empty' | 'too-large' | 'unreadable' | 'no-answer' | 'no-room' | 'stopped'; readonly file: string }
  | { readonly kind: 'one-file' };

export type ImportShown = Local | { readonly kind: 'state'; readonly state: ImportState };

export interface Importing {
  readonly shown: ImportShown;
  readonly busy: boolean;
  readonly stopping: boolean;
  take(files: readonly File[]): Promise<void>;
  stop(): Promise<void>;
}

/** Takes a chosen file to the background, and follows what the background tells of it from then on. */
export function useImport(ask: AskBackground, told: ImportState | null): Importing {
  const [local, setLocal] = useState<Local>({ kind: 'idle' });
  const [stopping, setStopping] = useState(false);
  const sending = useRef<AbortController | null>(null);

  // The page goes: what was not yet begun is dropped, what runs goes on in the background.
  useEffect(() => () => sending.current?.abort(), []);

  const shown: ImportShown = told !== null && saysMore(local, told) ? { kind: 'state', state: told } : local;
  const ended = shown.kind === 'state' && shown.state.state !== 'checking' && shown.state.state !== 'running';
  const busy = shown.kind === 'reading' || shown.kind === 'begun' || (shown.kind === 'state' && !ended);

  return {
    shown,
    busy,
    stopping: stopping && busy,
    async take([file, ...more]) {
      if (busy || file === undefined) return;
      setStopping(false);
      if (more.length > 0) return setLocal({ kind: 'one-file' });
      const name = file.name.slice(0, 255);
      if (file.size === 0) return setLocal({ kind: 'empty', file: name });
      if (file.size > LARGEST) return setLocal({ kind: 'too-large', file: name });
      const id = crypto.randomUUID();
      const stop = new AbortController();
      sending.current = stop;
      setLocal({ kind: 'reading', file: name, share: 0 });
      const sent = await sendFile({
        ask,
        file,
        id,
        told: (share) => setLocal({ kind: 'reading', file: name, share }),
        signal: stop.signal,
      });
      if (sent.state === 'started') return setLocal({ kind: 'begun', file: name, id });
      if (sent.state !== 'failed') return setLocal({ kind: sent.state, file: name });
      setLocal({ kind: sent.problem.kind === 'storage-full' ? 'no-room' : 'no-answer', file: name });
    },
    async stop() {
      setStopping(true);
      if (local.kind === 'reading') sending.current?.abort();
      else await ask('import.stop', {});
    },
  };
}

// An earlier import's end is shown until another file is taken; then only what is told of that file.
function saysMore(local: Local, told: ImportState): boolean {
  if (local.kind === 'idle') return true;
  return local.kind === 'begun' && told.id === local.id;
}
