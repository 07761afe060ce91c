import { useActs } from '@/components/panel/acts';
import { type Hit, refKey } from '@/components/panel/states';
import { plural } from '@/utils/i18n';
import { useRead } from './use-read';

/** That a person has more tickets than this login sees: else "no open tickets" would be read as none. */
export function UnseenTickets({ hit }: { readonly hit: Hit }) {
  const { ask } = useActs();
  const { match } = hit;
  const { ref } = match.person;
  // A count that cannot be had is not missed.
  const { value } = useRead({ of: refKey(ref), touched: match.touched, ask: () => ask('unseen', { ref }) });
  return value === null || value === 0 ? null : <p class="quiet tickets-unseen">{plural('tickets_unseen', value)}</p>;
}
