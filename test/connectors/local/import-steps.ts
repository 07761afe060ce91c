// Sends a file as the options page does: in pieces, then started.
import { runImport, stagePiece } from '@/utils/connectors/local';
import type { ImportState } from '@/utils/connectors/told';

const PIECE = 256 * 1024;

export async function stage(id: string, content: string | Uint8Array, piece = PIECE): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let index = 0; index === 0 || index * piece < bytes.length; index += 1) {
    const part = bytes.subarray(index * piece, (index + 1) * piece);
    await stagePiece({ id, index, base64: Buffer.from(part).toString('base64') });
  }
}

/** The last progress, and all that was told on the way. */
export async function importFile(
  content: string | Uint8Array,
  options: { readonly piece?: number; readonly signal?: AbortSignal } = {},
): Promise<{ readonly last: ImportState; readonly told: readonly ImportState[] }> {
  const told: ImportState[] = [];
  await stage('file-1', content, options.piece);
  const signal = options.signal ?? new AbortController().signal;
  const last = await runImport({ id: 'file-1', file: 'people.csv', tell: (progress) => told.push(progress), signal });
  return { last, told };
}
