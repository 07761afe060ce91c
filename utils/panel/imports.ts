import { onStored, readStored } from '@/utils/browser/storage';
import { type ImportState, importKey, isImport } from '@/utils/messages/protocol';

/** The import now and as it goes on; null: none in this session. Returns how to stop. */
export function watchImport(listen: (state: ImportState | null) => void): () => void {
  const tell = (value: unknown): void => listen(isImport(value) ? value : null);
  void readStored('session', importKey).then(tell, () => tell(null));
  return onStored('session', importKey, tell);
}
