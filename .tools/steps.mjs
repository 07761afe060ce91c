// Running the project's tools one after the other or side by side, and adding up what they say.
// Plain Node: this file is loaded before anything is installed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command A program of node_modules/.bin, or a path, and its arguments.
 * @property {boolean} [loud] Its output is shown although it passes.
 * @property {boolean} [silent] Nothing is printed if it passes, not even its name.
 * @property {number} [minutes] It is stopped and counts as failed after this time; 10 unless told.
 * @property {Readonly<Record<string, string>>} [env]
 */

/** @typedef {{ readonly passed: number, readonly failed: number }} Sum */

const windows = process.platform === 'win32';
/** @type {Sum} */
export const nothing = { passed: 0, failed: 0 };

/** @type {(sums: readonly Sum[]) => Sum} */
export const add = (sums) =>
  sums.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), nothing);

/** @type {(sum: Sum) => string} */
export const line = (sum) => `${sum.passed} passed, ${sum.failed} failed`;

/** @param {string} program */
const located = (program) =>
  /[\\/]/.test(program) || program === 'node' ? program : join(root, 'node_modules/.bin', program);

/**
 * Runs one program and prints its name and seconds; its output too, if it fails or is loud.
 * @param {Step} step
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(step) {
  const started = performance.now();
  const [program = '', ...args] = step.command;
  return new Promise((done) => {
    const child = spawn(program === 'node' ? process.execPath : located(program), args, {
      cwd: root,
      // Colours are for screens: in a log they are noise.
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...step.env },
      shell: windows && program !== 'node',
      detached: !windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on('data', (piece) => said.push(piece));
    child.stderr.on('data', (piece) => said.push(piece));
    let late = false;
    const limit = setTimeout(
      () => {
        late = true;
        // The whole group: a browser or server that the step started must not outlive it.
        if (child.pid === undefined || windows) child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      },
      (step.minutes ?? 10) * 60_000,
    );
    /** @param {boolean} ok @param {string} [why] */
    const end = (ok, why = '') => {
      clearTimeout(limit);
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
      if (!ok || !step.silent) console.log(`${ok ? 'ok  ' : 'FAIL'} ${seconds} s  ${step.name}${why}`);
      if (!ok || step.loud) console.log(Buffer.concat(said).toString().trimEnd());
      done(ok);
    };
    child.once('error', (error) => end(false, `: ${error.message}`));
    child.once('close', (code) => end(code === 0, late ? `: stopped after ${step.minutes ?? 10} minutes` : ''));
  });
}

/**
 * Like `run`; a step that fails counts as one failure, one that passes as nothing.
 * @param {Step} step
 * @returns {Promise<Sum>}
 */
export const runStep = async (step) => ({ passed: 0, failed: (await run(step)) ? 0 : 1 });

/**
 * Runs Vitest and counts its tests. A file that does not even load counts as one failure, and so does a run
 * that fails although each of its tests passed.
 * @param {Omit<Step, 'command'> & { readonly args: readonly string[] }} step
 * @returns {Promise<Sum>}
 */
export async function runVitest({ args, ...step }) {
  const folder = mkdtempSync(join(tmpdir(), 'sidecard-'));
  const file = join(folder, 'result.json');
  try {
    const ok = await run({
      loud: true,
      ...step,
      command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    });
    return countTests(file, ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {boolean} ok
 * @returns {Sum}
 */
function countTests(file, ok) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const unloaded = result.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  const failed = result.numFailedTests + unloaded.length;
  return { passed: result.numPassedTests, failed: failed === 0 && !ok ? 1 : failed };
}

/**
 * @param {readonly (() => Promise<Sum>)[]} jobs
 * @param {number} atOnce
 * @returns {Promise<Sum>}
 */
export async function side(jobs, atOnce) {
  const waiting = [...jobs];
  /** @type {Sum[]} */
  const sums = [];
  const worker = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) sums.push(await job());
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return add(sums);
}

/** Whether this file is the program that Node was started with. @param {string} url import.meta.url */
export const isMain = (url) => process.argv[1] !== undefined && fileURLToPath(url) === process.argv[1];
