// The tests on real servers: a Roundcube and a Request Tracker from the system's packages, started by the tests.
// Its last line is the sum: "N passed, N failed".
import { findBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { add, line, runStep, runVitest } from './steps.mjs';

install();
const sums = [await runStep({ name: 'build for chrome', command: ['wxt', 'build', '-b', 'chrome'] })];
if (sums[0]?.failed === 0) {
  sums.push(
    await runVitest({
      name: 'tests on real servers',
      args: ['--config', 'vitest.servers.config.ts', ...process.argv.slice(2)],
      env: { CHROMIUM: await findBrowser() },
      minutes: 25,
      again: true,
    }),
  );
}
const sum = add(sums);
console.log(line(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
