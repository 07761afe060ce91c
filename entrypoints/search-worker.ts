import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startSearchWorker } from '@/utils/connectors/local/search-worker';

// Started by the panel as a worker: the index of 100,000 people is held, and searched, off its thread.
export default defineUnlistedScript(() => startSearchWorker());
