import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { fromBase64 } from '@/utils/people/base64';
import type { FileRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

export type Read =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'read'; readonly blob: Blob }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Reads a file's bytes piece by piece when they are wanted, once; `null` comes back if that failed or was given up. */
export function useFile(connection: string, file: FileRef) {
  const { ask } = useActs();
  const [state, setState] = useState<Read>({ kind: 'idle' });
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const read = async (): Promise<Blob | null> => {
    if (state.kind === 'read') return state.blob;
    current.current?.abort();
    const stop = new AbortController();
    current.current = stop;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    setState({ kind: 'reading', share: 0 });
    for (let index = 0, bytes = 0; ; index += 1) {
      const answer = await ask('file.read', { connection, id: file.id, index });
      if (stop.signal.aborted) return null;
      if (!answer.ok) {
        setState({ kind: 'failed', problem: answer.problem });
        return null;
      }
      const piece = fromBase64(answer.value.base64);
      pieces.push(piece);
      bytes += piece.length;
      if (answer.value.last) break;
      setState({ kind: 'reading', share: file.size === 0 ? 0 : Math.min(1, bytes / file.size) });
    }
    const blob = new Blob(pieces);
    setState({ kind: 'read', blob });
    return blob;
  };
  return { state, read };
}
