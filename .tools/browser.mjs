// Finds a Chromium that can load an extension from a folder, or gets one. Plain Node at load time.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stop } from './install.mjs';
import { isMain, root } from './steps.mjs';

/** The environment variable that names a browser of one's own; it wins over all others. */
const OWN = 'CHROMIUM';
// Not Google's own Chrome: since version 137 it takes no extension from the command line.
const NAMES = ['chromium', 'chromium-browser'];
const PLACES = ['/usr/bin/chromium', '/snap/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(existsSync) ?? null;
}

/** One that Playwright has fetched before. */
async function fetched() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

const isRoot = () => process.getuid?.() === 0;

/** Debian itself: Ubuntu's package of that name is only a pointer into another store. */
function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID=debian$/m.test(readFileSync(file, 'utf8'));
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function quiet(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { cwd: root, env, stdio: 'ignore', timeout: 10 * 60_000 }).status === 0;
}

function fromDebian() {
  if (!isRoot() || !isDebian()) return null;
  console.log('Installing Chromium …');
  quiet('apt-get', ['update']);
  return quiet('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'chromium-l10n']) ? onPath() : null;
}

function fromPlaywright() {
  console.log('Fetching Chromium …');
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  // With root's rights on Linux the libraries that it needs come along.
  const libraries = isRoot() && process.platform === 'linux' ? ['--with-deps'] : [];
  return quiet(process.execPath, [cli, 'install', ...libraries, 'chromium']) ? fetched() : null;
}

/**
 * The path of a browser: the one named in CHROMIUM, an installed Chromium, or one fetched now. Ends the program
 * with one sentence if there is none to be had. Packages must be installed before.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const own = process.env[OWN];
  if (own) return existsSync(own) ? own : stop(`${OWN} names ${own}, but no such file is there.`);
  const found = onPath() ?? (await fetched()) ?? fromDebian() ?? (await fromPlaywright());
  return found ?? stop(`No browser found: install Chromium, or name one in the environment variable ${OWN}.`);
}

if (isMain(import.meta.url)) console.log(await findBrowser());
