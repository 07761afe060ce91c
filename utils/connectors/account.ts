// What is asked before an account is changed or gone, and what is told of it then.

import type { Address, Named, Part, Ticket } from '@/utils/people/types';

/** What goes when somebody is deleted: counts, asked when the question is put. Absent: there is no such thing. */
export interface Holdings {
  readonly tickets?: { readonly count: number; readonly open: number };
  readonly notes?: { readonly count: number; readonly files: number };
  readonly files?: number;
  readonly charges?: { readonly count: number; readonly seconds: number | null };
  readonly chats?: number;
}

/** How somebody signs in, for the dialogs that change it. */
export interface Security {
  readonly locked: boolean;
  /** Ways of proving who they are beside the password ("Authenticator app"). */
  readonly factors: readonly Named[];
  /** Where a link to choose a new password goes. */
  readonly resetTo: Address | null;
  /** The server mails a password that is set here, to this address. */
  readonly mailsPasswordTo: Address | null;
  /** Characters that a password must have at least. */
  readonly shortestPassword: number;
}

/** An address that may not become a person's again. */
export interface Ban {
  readonly address: string;
  readonly at: string;
}

/** The server has been told to delete somebody, and has not done so yet; or it failed. */
export interface Leaving {
  /** Of the server: what `erase.cancel` names. */
  readonly task: string;
  readonly state: 'waiting' | 'failed';
  /** How many tickets go along; null: not told. */
  readonly tickets: number | null;
  /** Why it failed, in the server's own words. */
  readonly said?: string;
}

/** What somebody may see when they sign in there: read in their name, and nothing is written in it. */
export interface Sees {
  readonly tickets: Part<Ticket>;
  readonly organisations: readonly Named[];
}
