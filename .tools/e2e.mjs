// The end-to-end tests on the builds that are there: `npm run build` first.
import { findBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { isMain, line, runVitest } from './steps.mjs';

/** @returns {Promise<import('./steps.mjs').Sum>} */
export const e2e = async () =>
  runVitest({
    name: 'end-to-end tests',
    args: ['--config', 'vitest.e2e.config.ts', ...(isMain(import.meta.url) ? process.argv.slice(2) : [])],
    env: { CHROMIUM: await findBrowser() },
    minutes: 20,
    again: true,
  });

if (isMain(import.meta.url)) {
  install();
  const sum = await e2e();
  console.log(line(sum));
  process.exitCode = sum.failed > 0 ? 1 : 0;
}
