// The table of test mails: what is delivered, and what Sidecard must make of it.

import type { Role } from '@/utils/people/message';

/** What the panel must say when the mail is open. People are written `Name <address>`, `<address>` without a name. */
export interface Expected {
  /** Whom the panel is about; null: nobody, because the mail names nobody who wrote it. */
  readonly chosen: string | null;
  /** Default: `from`. */
  readonly role?: Role;
  /** All others of the conversation, each as `role Name <address>`, in any order. Default: none. */
  readonly others?: readonly string[];
  /** Further others whom the skin Elastic counts but does not show. Default: none. */
  readonly folded?: readonly string[];
  /** The writer cannot be answered. Default: false. */
  readonly noReply?: boolean;
  /** Default: the Subject line as it stands. */
  readonly title?: string;
}

/** A part of a multipart mail: its header lines and its content. */
export interface MailPart {
  readonly headers: readonly string[];
  readonly content: string;
}

export interface Mail {
  /** What it tests, in a few words; unique. */
  readonly about: string;
  /** Default: INBOX. */
  readonly box?: 'Sent' | 'Archive';
  readonly unread?: true;
  /** Header lines as they are delivered, From first. `To`, `Date`, `Message-ID` and MIME lines are added. */
  readonly headers: readonly string[];
  /** Default: the mailbox's own address. */
  readonly to?: string;
  /** Text, HTML if it begins with `<`, or parts. */
  readonly body: string | readonly MailPart[];
  /** Default: mixed. */
  readonly multipart?: 'alternative';
  readonly expected: Expected;
}

/** A mail with its place in the mailbox. */
export interface FiledMail extends Mail {
  readonly folder: 'INBOX' | 'Sent' | 'Archive';
  /** Its number in the folder, from 1: the uid that the mail server gives it. */
  readonly uid: number;
}
