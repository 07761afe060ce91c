import { loadById } from './load';
import { type Asking, isProblem, type Zammad } from './zammad';

/** Bytes; a bigger one is left: it is drawn a few millimetres wide. */
const MOST = 200_000;
const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
/** As many bytes at a time become text: all of them are too many arguments. */
const PIECE = 8_192;

/**
 * Somebody's picture as a `data:` address; null: they have none, or nothing that is shown. For one that Zammad does not
 * know it answers with a picture of its own (6.5, users_controller.rb:681).
 */
export async function picture(zammad: Zammad, id: string, asking: Asking): Promise<string | null> {
  const told = zammad.images.get(id);
  zammad.images.delete(id);
  const image = told ?? (await loadById(zammad, id, asking)).image;
  if (image === '') return null;
  const path = `users/image/${encodeURIComponent(image)}`;
  const answer = await zammad.http.answer({ path, wants: 'bytes', ...asking }).catch((error: unknown) => {
    if (isProblem(error, 'missing', 'forbidden')) return null;
    throw error;
  });
  const blob = answer?.blob;
  const [type = ''] = (blob?.type ?? '').split(';');
  if (blob === undefined || blob.size === 0 || blob.size > MOST || !TYPES.has(type.trim().toLowerCase())) return null;
  return `data:${type.trim().toLowerCase()};base64,${base64(new Uint8Array(await blob.arrayBuffer()))}`;
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(''));
}
