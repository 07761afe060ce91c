// What a page says about the message or ticket that is open: facts with their roles, no choice.
// Sites make it, the background chooses from it (`choose.ts`). It never holds a word of the body.

import type { Address } from './types';

/** One name and address as a page writes them. Either may be missing, never both. */
export interface Party {
  /** Empty if the page shows none, or if the "name" is an address. */
  readonly name: string;
  /** null: the page shows a name only. */
  readonly address: Address | null;
  /** The address as the page writes it (capitals, Unicode domain), for display; empty without one. */
  readonly shown: string;
  /** Id of their record at the page's own server, where the page tells it: surer than any text. */
  readonly record?: string;
  /** The server that has the record. Put there by the background, which has the browser's word for where the page stands. */
  readonly server?: string;
}

export interface PageMessage {
  readonly id: string | null;
  /** The writers: usually one. Empty: the page shows none. */
  readonly from: readonly Party[];
  /** "A on behalf of B": A, the Sender header. */
  readonly sender: readonly Party[];
  readonly replyTo: readonly Party[];
  readonly to: readonly Party[];
  readonly cc: readonly Party[];
  /** Recipients that the page counts but does not show ("5 more"). */
  readonly more: number;
  /** As the page writes it. */
  readonly date: string | null;
  /** Written by the user of the mailbox. */
  readonly own: boolean;
  /** Written by staff of a ticket system. */
  readonly staff: boolean;
  /** Unfolded on the page. */
  readonly expanded: boolean;
  /** From is a list or group that rewrote the writer's address ("X via Group"). */
  readonly viaList: boolean;
}

export interface OpenMessage {
  readonly site: string;
  /** The mark that was found, dated: 'sender-span-2016'. */
  readonly strategy: string;
  readonly kind: 'mail' | 'ticket' | 'draft';
  /** The mailbox's own addresses, as far as the page tells. */
  readonly account: readonly Address[];
  /** Conversation, message or ticket id as the page has it. */
  readonly conversation: string | null;
  /** The mail's subject line or the ticket's title. */
  readonly title: string | null;
  /** Ticket pages: whose ticket it is. */
  readonly requestors: readonly Party[];
  /**
   * Pages of a server that has an API of its own: where that server stands ('https://desk.example.com/rt', without a
   * slash at its end), and the id that the open ticket has there.
   */
  readonly server?: { readonly address: string; readonly ticket: string };
  /** In the order of the page, oldest first. */
  readonly messages: readonly PageMessage[];
  /** Index of the message that the user has just opened by hand, if one. */
  readonly focus: number | null;
}

/** `nothing`: no message is open. `unknown`: something is open that no strategy can read. */
export type Reading =
  | { readonly state: 'open'; readonly message: OpenMessage }
  | { readonly state: 'nothing' }
  | { readonly state: 'unknown'; readonly site: string };

export type Role = 'from' | 'author' | 'sender' | 'reply-to' | 'to' | 'cc' | 'requestor';

/** Somebody in the open conversation, with the reason they are listed. */
export interface Participant {
  readonly party: Party;
  readonly role: Role;
}

/** Who the panel is about, and who else is there. */
export interface Choice {
  /** null: nobody can be shown without guessing. */
  readonly chosen: Participant | null;
  /** All others, From first; own addresses left out. */
  readonly others: readonly Participant[];
  /** Recipients that the page does not show. */
  readonly more: number;
  /** The writer cannot be answered: offer no "create". */
  readonly noReply: boolean;
}
