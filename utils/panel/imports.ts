import { onStored, readStored } from '@/utils/browser/storage';
import { type ImportState, importKey } from '@/utils/messages/protocol';

/** Written by the background only, within this browser session. */
const isImport = (value: unknown): value is ImportState =>
  typeof value === 'object' && value !== null && 'state' in value && 'file' in value;

/** The import now and as it goes on; null: none in this session. Returns how to stop. */
export function watchImport(listen: (state: ImportState | null) => void): () => void {
  void readStored('session', importKey).then((value) => listen(isImport(value) ? value : null));
  return onStored('session', importKey, (value) => listen(isImport(value) ? value : null));
}
