import type { TextKey } from '@/utils/i18n';

export interface KnownSite {
  readonly id: string;
  readonly name: TextKey;
  /** All are asked for in one click: a mailbox of this service moves between them. */
  readonly origins: readonly [string, ...string[]];
}

/** Hosts of Outlook on the web as of 2026; private mailboxes have one of their own. */
export const knownSites: readonly KnownSite[] = [
  { id: 'gmail', name: 'options_site_gmail', origins: ['https://mail.google.com'] },
  {
    id: 'outlook',
    name: 'options_site_outlook',
    origins: ['https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.cloud.microsoft'],
  },
  { id: 'outlook-home', name: 'options_site_outlook_home', origins: ['https://outlook.live.com'] },
];
