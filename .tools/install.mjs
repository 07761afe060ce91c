// Installs the packages if they are missing or older than the lock file. Plain Node, nothing imported from them.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root } from './steps.mjs';

/** Lower versions lack what the build needs. */
const LOWEST = [20, 19];

/** @param {string} file */
const changed = (file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0);

/** Ends the program with one sentence if the packages cannot be had. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < (LOWEST[0] ?? 0) || (major === LOWEST[0] && minor < (LOWEST[1] ?? 0))) {
    stop(`Sidecard needs Node ${LOWEST.join('.')} or newer; this is ${process.versions.node}.`);
  }
  // npm writes this file at the end of each install that succeeds.
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  console.log('Installing packages …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) stop('The packages could not be installed: `npm ci` failed, see above.');
}

/** @param {string} sentence @returns {never} */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (isMain(import.meta.url)) install();
