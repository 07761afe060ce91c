import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runOn } from '@/utils/page/run';
import { outlook } from '@/utils/sites/outlook';

// Registered by the background for Outlook's hosts, once the user has allowed them.
export default defineUnlistedScript(() => runOn([outlook]));
