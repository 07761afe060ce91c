import { parseAddress } from '@/utils/people/address';
import type { OpenMessage, PageMessage, Party } from '@/utils/people/message';
import { partyFromText } from '@/utils/people/party';
import type { Address } from '@/utils/people/types';

/** "Anna Berg <anna@example.com>", an address, or a name alone. */
export function somebody(text: string): Party {
  const found = partyFromText(text);
  if (found === null) throw new Error(`nobody: ${text}`);
  return found;
}

export function address(text: string): Address {
  const found = parseAddress(text);
  if (found === null) throw new Error(`no address: ${text}`);
  return found;
}

/** The people of a message as texts; what is not said is empty. */
export interface Said {
  readonly from?: readonly string[];
  readonly sender?: readonly string[];
  readonly replyTo?: readonly string[];
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly more?: number;
  readonly own?: boolean;
  readonly staff?: boolean;
  readonly viaList?: boolean;
}

export function message(said: Said): PageMessage {
  const { from = [], sender = [], replyTo = [], to = [], cc = [] } = said;
  return {
    id: null,
    from: from.map(somebody),
    sender: sender.map(somebody),
    replyTo: replyTo.map(somebody),
    to: to.map(somebody),
    cc: cc.map(somebody),
    more: said.more ?? 0,
    date: null,
    own: said.own ?? false,
    staff: said.staff ?? false,
    expanded: true,
    viaList: said.viaList ?? false,
  };
}

export function opened(messages: readonly Said[], rest: Partial<OpenMessage> = {}): OpenMessage {
  return {
    site: 'gmail',
    strategy: 'test',
    kind: 'mail',
    account: [address('agent@helpdesk.test')],
    conversation: null,
    title: null,
    requestors: [],
    focus: null,
    ...rest,
    messages: messages.map(message),
  };
}
