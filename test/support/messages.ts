import type { OpenMessage, PageMessage, Party } from '@/utils/people/message';

export function pageMessage(from: readonly Party[], some: Partial<PageMessage> = {}): PageMessage {
  return {
    id: 'm1',
    from,
    sender: [],
    replyTo: [],
    to: [],
    cc: [],
    more: 0,
    date: null,
    own: false,
    staff: false,
    expanded: true,
    viaList: false,
    ...some,
  };
}

export function openMessage(from: readonly Party[], some: Partial<OpenMessage> = {}): OpenMessage {
  return {
    site: 'gmail',
    strategy: 'test',
    kind: 'mail',
    account: [],
    conversation: 'c1',
    title: 'Hello',
    requestors: [],
    messages: [pageMessage(from)],
    focus: null,
    ...some,
  };
}
