import type { browser } from 'wxt/browser';

// For functions that a test runs inside the browser. The product itself goes through utils/browser.
declare global {
  const chrome: typeof browser;
}
