// Everything that can be told on one machine: the quick check, the builds, and the built extension in a browser.
// Its last line is the sum: "N passed, N failed".
import { check } from './check.mjs';
import { e2e } from './e2e.mjs';
import { install } from './install.mjs';
import { add, line, runStep, side } from './steps.mjs';

/** @typedef {import('./steps.mjs').Sum} Sum */

const storeRules = ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--boring', '--no-input'];

install();
/** @type {Sum[]} */
const sums = [await check()];
const builds = await side(
  ['chrome', 'edge', 'firefox'].map(
    (browser) => () => runStep({ name: `build for ${browser}`, command: ['wxt', 'build', '-b', browser] }),
  ),
  // Not side by side: all three write the same generated types.
  1,
);
sums.push(builds);
if (builds.failed === 0) {
  sums.push(
    await side(
      [
        () => runStep({ name: 'store rules', command: storeRules, loud: true }),
        () => runStep({ name: 'sizes', command: ['size-limit'], loud: true }),
      ],
      2,
    ),
    await e2e(),
  );
}
const sum = add(sums);
console.log(line(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
