// The benchmark: each file test/speed/*.bench.ts measures and prints one JSON line a figure,
// {"name","value","unit","bar","ok"}. Only those lines are printed; it fails if one is not ok.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from './browser.mjs';
import { install, stop } from './install.mjs';
import { root, run } from './steps.mjs';

install();
const CHROMIUM = await findBrowser();
const built = await run({ name: 'build', command: ['wxt', 'build', '-b', 'chrome'], silent: true });
if (!built) stop('The build failed, see above.');
const child = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.bench.config.ts', ...process.argv.slice(2)],
  { cwd: root, env: { ...process.env, CHROMIUM, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'inherit'] },
);
/** @type {string[]} */
const rest = [];
let figures = 0;
let bad = 0;
for await (const text of createInterface({ input: child.stdout })) {
  // The reporter's dots stand before it, on the same line.
  const start = text.indexOf('{"name"');
  const figure = read(text.slice(Math.max(start, 0)));
  if (figure === null) {
    rest.push(text);
    continue;
  }
  if (figure.bar !== null) figures += 1;
  if (!figure.ok) bad += 1;
  console.log(JSON.stringify(figure));
}
const code = child.exitCode ?? (await new Promise((done) => child.once('exit', done)));
if (code !== 0) console.error(rest.join('\n'));
console.log(`${figures - bad} of ${figures} figures within their bars`);
process.exitCode = code === 0 && bad === 0 && figures > 0 ? 0 : 1;

/** @param {string} text @returns {{ ok: boolean, bar: number | null } | null} */
function read(text) {
  if (!text.startsWith('{"name"')) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
