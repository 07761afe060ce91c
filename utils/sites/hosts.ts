// Hosts that are known beforehand. They decide which script a site gets, so that a page pays for its own reader only.
export const GMAIL_HOSTS: readonly string[] = ['mail.google.com'];

export const OUTLOOK_HOSTS: readonly string[] = [
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
  'outlook.office365.us',
  'partner.outlook.cn',
];
