import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startDuplicatesWorker } from '@/utils/connectors/local/duplicates-worker';

// Started by the panel as a worker for as long as a whole book is gone through for duplicates.
export default defineUnlistedScript(() => startDuplicatesWorker());
