import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { t } from '@/utils/i18n';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

/** Whoever has the address already may be the same person: one press to the page that makes the two one. */
export function MergeOwner({ problem, of }: { readonly problem: Problem; readonly of: PersonRef }) {
  const { open } = useActs();
  const { owner } = problem;
  if (owner === undefined || owner.id === of.id) return null;
  const goes = { connection: of.connection, id: owner.id };
  return (
    <button type="button" class="quiet-act" onClick={() => open({ kind: 'merge', stays: of, goes })}>
      {t('merge_with', [isolate(owner.name)])}
    </button>
  );
}
