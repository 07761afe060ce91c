import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runOn } from '@/utils/page/run';
import { gmail } from '@/utils/sites/gmail';

// Registered by the background for Gmail's host, once the user has allowed it.
export default defineUnlistedScript(() => runOn([gmail]));
