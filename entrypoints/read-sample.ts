import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runOn } from '@/utils/page/run';
import { sample } from '@/utils/sites/sample';

// Loaded by our own sample mailbox, and registered nowhere.
export default defineUnlistedScript(() => runOn([sample]));
