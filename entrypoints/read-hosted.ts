import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askFromPage } from '@/utils/messages/page';
import { runOn } from '@/utils/page/run';
import { isOutlook } from '@/utils/sites/outlook/recognise';
import { roundcube } from '@/utils/sites/roundcube';
import { rt } from '@/utils/sites/rt';

// For the hosts that people run themselves; registered by the background for those that the user allowed.
export default defineUnlistedScript(() => {
  // Outlook on a company's own host has a script of its own.
  if (isOutlook(document, new URL(location.href))) void askFromPage('page.outlook', {});
  else runOn([roundcube, rt]);
});
