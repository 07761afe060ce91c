import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { StagedFile } from '@/utils/changes/types';
import { cleanFileName, type FileFault, fileFault, HEAD } from '@/utils/people/file-rules';
import type { Problem } from '@/utils/problem';
import { bytesOf, sendPieces } from './send-pieces';

/** A file that was dropped, pasted or chosen, on its way to the background. */
export interface ComingFile {
  /** Under which the background keeps its bytes. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  readonly state:
    | { readonly kind: 'sending'; readonly share: number }
    | { readonly kind: 'ready' }
    | { readonly kind: 'refused'; readonly fault: FileFault | 'unreadable' | 'too-many' }
    | { readonly kind: 'failed'; readonly problem: Problem };
}

export interface StagedFiles {
  readonly files: readonly ComingFile[];
  /** Some are still on their way. */
  readonly busy: boolean;
  /** Those that can be kept now. */
  readonly ready: readonly StagedFile[];
  readonly add: (files: readonly File[]) => void;
  /** Drops one, wherever it is on its way. */
  readonly remove: (id: string) => void;
  /** An action keeps it now: gone from here, not from the background. */
  readonly forget: (id: string) => void;
  /** They are kept by an action now, or restored ones are taken up. */
  readonly reset: (ready?: readonly StagedFile[]) => void;
}

const isReady = ({ state }: ComingFile): boolean => state.kind === 'ready';

/** Takes files over to the background as soon as they are given, so that keeping them is one short step. */
export function useStagedFiles(most: number): StagedFiles {
  const { ask } = useActs();
  const [files, setFiles] = useState<readonly ComingFile[]>([]);
  const running = useRef(new Map<string, AbortController>());
  useEffect(
    () => () => {
      for (const stop of running.current.values()) stop.abort();
    },
    [],
  );
  const put = (id: string, state: ComingFile['state']): void =>
    setFiles((now) => now.map((file) => (file.id === id ? { ...file, state } : file)));

  const send = async (id: string, file: File): Promise<void> => {
    const stop = new AbortController();
    running.current.set(id, stop);
    const head = await bytesOf(file.slice(0, HEAD));
    if (stop.signal.aborted) return;
    const fault = head === null && file.size > 0 ? 'unreadable' : fileFault(file, head ?? new Uint8Array());
    if (fault !== null) return put(id, { kind: 'refused', fault });
    const sent = await sendPieces({
      file,
      send: (piece) => ask('file.piece', { id, ...piece }),
      told: (share) => put(id, { kind: 'sending', share }),
      signal: stop.signal,
    });
    running.current.delete(id);
    if (sent.state === 'sent') put(id, { kind: 'ready' });
    else if (sent.state === 'unreadable') put(id, { kind: 'refused', fault: 'unreadable' });
    else if (sent.state === 'failed') put(id, { kind: 'failed', problem: sent.problem });
  };

  return {
    files,
    busy: files.some(({ state }) => state.kind === 'sending'),
    ready: files.filter(isReady).map(({ id, name, size, type }) => ({ staged: id, name, size, type })),
    add(given) {
      const room = most - files.filter(({ state }) => state.kind !== 'refused').length;
      const coming = given.map((file, index) => {
        const id = crypto.randomUUID();
        const state: ComingFile['state'] =
          index < room ? { kind: 'sending', share: 0 } : { kind: 'refused', fault: 'too-many' };
        return { file, row: { id, name: cleanFileName(file.name), size: file.size, type: file.type, state } };
      });
      // A refused one has said why; the next choice clears the table.
      setFiles((now) => [...now.filter(({ state }) => state.kind !== 'refused'), ...coming.map(({ row }) => row)]);
      for (const { file, row } of coming) if (row.state.kind === 'sending') void send(row.id, file);
    },
    remove(id) {
      running.current.get(id)?.abort();
      running.current.delete(id);
      setFiles((now) => now.filter((file) => file.id !== id));
      void ask('file.drop', { id });
    },
    forget: (id) => setFiles((now) => now.filter((file) => file.id !== id)),
    reset(ready = []) {
      setFiles(ready.map(({ staged, ...file }) => ({ ...file, id: staged, state: { kind: 'ready' } })));
    },
  };
}
