import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { speak } from './words';

beforeEach(() => {
  fakeBrowser.reset();
  speak('en');
});
