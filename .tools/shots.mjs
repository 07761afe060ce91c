// Pictures of each section of the panel and of what actions bring: to be looked at. They go to .shots/sections/ and actions/;
// with --readme those that the README shows go to .github/images/ too.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { line, root, run, runVitest } from './steps.mjs';

/** Name in .shots/ → name in the README. */
const README = {
  'sections/overview-light-top': 'profile',
  'sections/billing-dark-top': 'billing',
  'sections/history-light-top': 'history',
  'sections/search-results-light-top': 'search',
  'actions/merge-comparing-en-light-360': 'merge',
};

install();
const CHROMIUM = await findBrowser();
const built = await run({ name: 'build', command: ['wxt', 'build', '-b', 'chrome'] });
const sum = built
  ? await runVitest({ name: 'pictures', args: ['--config', 'vitest.e2e.config.ts'], env: { CHROMIUM, SHOTS: '1' } })
  : { passed: 0, failed: 1 };
if (sum.failed === 0 && process.argv.includes('--readme')) {
  for (const [name, shown] of Object.entries(README)) {
    cpSync(join(root, `.shots/${name}.png`), join(root, `.github/images/${shown}.png`));
  }
}
console.log(line(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
