import { toBase64 } from '@/utils/people/base64';
import { type Asking, type Deskpro, isProblem } from './deskpro';
import { loadById } from './load';

/** Pixels of its side: sharp where the panel shows it. */
const SIZE = '128';
/** Bytes: more is no portrait. */
const LARGEST = 512 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** From the helpdesk itself and nowhere else: another host, Gravatar among them, is never asked. */
export async function picture(desk: Deskpro, id: string, asking: Asking): Promise<string | null> {
  const { person } = await loadById(desk, id, asking);
  const path = pathOf(desk.site, person.avatar.replaceAll('{{IMG_SIZE}}', SIZE));
  if (path === null || person.disable_picture) return null;
  const answer = await desk.pages.answer({ path, wants: 'bytes', ...asking }).catch((error: unknown) => {
    if (isProblem(error, 'missing', 'forbidden', 'signed-out', 'invalid')) return null;
    throw error;
  });
  const blob = answer?.blob;
  const type = blob?.type.split(';')[0]?.trim() ?? '';
  if (blob === undefined || !TYPES.includes(type) || blob.size > LARGEST) return null;
  return `data:${type};base64,${toBase64(new Uint8Array(await blob.arrayBuffer()))}`;
}

/** Below the helpdesk's own address; null for any other. */
export function pathOf(site: string, url: string): string | null {
  if (url === '' || !URL.canParse(url, `${site}/`)) return null;
  const there = new URL(url, `${site}/`);
  const here = new URL(`${site}/`);
  if (there.origin !== here.origin || !there.pathname.startsWith(here.pathname)) return null;
  return `${there.pathname.slice(here.pathname.length)}${there.search}`;
}
