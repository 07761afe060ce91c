import { SourceMark } from '@/components/ui/SourceMark';
import type { Source } from '@/utils/messages/view';

/** A server's sign and its name as the user wrote it. */
export function NamedSource({ source }: { readonly source: Source }) {
  return (
    <span class="named-source">
      <SourceMark {...source.mark} />
      <bdi>{source.name}</bdi>
    </span>
  );
}
