// The quick check, for every commit: format, lint, types, dead code, unit and component tests: about five minutes on two cores.
import { availableParallelism } from 'node:os';
import { install } from './install.mjs';
import { isMain, line, nothing, runStep, runVitest, side } from './steps.mjs';

const colors = process.stdout.isTTY ? 'force' : 'off';

/** @returns {Promise<import('./steps.mjs').Sum>} */
export async function check() {
  // Everything below reads what it writes: .wxt/ with types and paths.
  const prepared = await runStep({ name: 'prepare', command: ['wxt', 'prepare'] });
  if (prepared.failed > 0) return prepared;
  return side(
    [
      () => runVitest({ name: 'unit and component tests', args: [] }),
      () =>
        runStep({
          name: 'format and lint',
          command: ['biome', 'ci', '--error-on-warnings', '--max-diagnostics=100', `--colors=${colors}`],
        }),
      () => runStep({ name: 'promises and casts', command: ['oxlint', '--type-aware', '--deny-warnings'] }),
      () => runStep({ name: 'types', command: ['tsc', '--noEmit'] }),
      () => runStep({ name: 'dead code', command: ['knip', '--no-progress'] }),
    ],
    Math.min(2, availableParallelism()),
  );
}

if (isMain(import.meta.url)) {
  install();
  const started = performance.now();
  const sum = await check().catch((error) => {
    console.error(error);
    return { ...nothing, failed: 1 };
  });
  console.log(`check: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  console.log(line(sum));
  process.exitCode = sum.failed > 0 ? 1 : 0;
}
