import type { Source } from '@/utils/messages/view';

export function DuplicatesPage(_: { readonly source: Source }) {
  return null;
}
