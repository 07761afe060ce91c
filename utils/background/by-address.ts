// What the address of a tab tells, where it is a page of a connected server that no script of ours reads.
import { originOf } from '@/utils/browser/permissions';
import { getTab } from '@/utils/browser/tabs';
import type { Shown } from '@/utils/connectors/types';
import type { OpenMessage, Party } from '@/utils/people/message';
import type { Places } from './connections';

/** The ticket or the person of a page, as if the page had told them. */
export interface ByAddress {
  readonly origin: string;
  readonly message: OpenMessage;
}

const NOTHING: OpenMessage = {
  site: 'address',
  strategy: 'address',
  kind: 'ticket',
  account: [],
  conversation: null,
  title: null,
  requestors: [],
  messages: [],
  focus: null,
};

function messageOf(address: string, { kind, id }: Shown): OpenMessage {
  if (kind === 'ticket') return { ...NOTHING, conversation: id, server: { address, ticket: id } };
  // Nobody has told the name yet: it comes with the record.
  const party: Party = { name: `#${id}`, address: null, shown: '', record: id, server: address };
  return { ...NOTHING, conversation: `#${id}`, requestors: [party] };
}

/**
 * What the tab's address tells; null: nothing, or it is not there yet. A paused connection is followed nowhere, nor any
 * while they are locked.
 */
export async function byAddress(tab: number, places: Pick<Places, 'all'>): Promise<ByAddress | null> {
  const { url = null, loading = true } = (await getTab(tab)) ?? {};
  const origin = url === null ? null : originOf(url);
  // A page that is still loading may have a script that knows more; the one before it is gone.
  if (url === null || origin === null || loading) return null;
  for (const { session, shows } of await places.all().catch(() => [])) {
    const { site } = session;
    if (site === undefined || originOf(site) !== origin) continue;
    const shown = shows?.(url) ?? null;
    if (shown !== null) return { origin, message: messageOf(site.replace(/\/+$/u, ''), shown) };
  }
  return null;
}
