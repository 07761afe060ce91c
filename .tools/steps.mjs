// Running the project's tools one after the other or side by side, and adding up what they say.
// Plain Node: this file is loaded before anything is installed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command A program of node_modules/.bin, or a path, and its arguments.
 * @property {boolean} [loud] Its output is shown although it passes.
 * @property {boolean} [silent] Nothing is printed if it passes, not even its name.
 * @property {() => readonly string[]} [first] Lines to print before its output: a long log is cut somewhere.
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
      for (const line of step.first?.() ?? []) console.log(line);
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
 * With `again`, the files that failed are run once more by themselves: tests that drive a real browser or server
 * beside other work can be starved of the processor. What passes only then is said, never hidden; what is broken
 * fails twice.
 * @param {Omit<Step, 'command'> & { readonly args: readonly string[], readonly again?: boolean }} step
 * @returns {Promise<Sum>}
 */
export async function runVitest({ again = false, ...step }) {
  const first = await vitest(step);
  if (!again || first.files.length === 0) return first.sum;
  const second = await vitest({ ...step, name: `${step.name}, once more`, args: [...step.args, ...first.files] });
  if (second.sum.failed > 0) return first.sum;
  for (const file of first.files) console.log(`passed only when run once more, alone: ${file}`);
  return { passed: first.sum.passed + first.sum.failed, failed: 0 };
}

/**
 * @param {Omit<Step, 'command'> & { readonly args: readonly string[] }} step
 * @returns {Promise<{ sum: Sum, files: readonly string[] }>} files: those that failed, from the project's folder
 */
async function vitest({ args, ...step }) {
  const folder = mkdtempSync(join(tmpdir(), 'sidecard-'));
  const file = join(folder, 'result.json');
  try {
    const ok = await run({
      loud: true,
      first: () => countTests(file, true).failures,
      ...step,
      command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    });
    return countTests(file, ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Result What Vitest's json reporter writes, as far as it is read here.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ name: string, status: string, message: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[]} testResults
 */

/**
 * @param {string} file
 * @param {boolean} ok
 * @returns {{ sum: Sum, files: readonly string[], failures: readonly string[] }}
 */
function countTests(file, ok) {
  /** @type {Result} */
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { sum: { passed: 0, failed: 1 }, files: [], failures: [] };
  }
  const bad = result.testResults.filter(({ status }) => status === 'failed');
  const unloaded = bad.filter((one) => one.assertionResults.length === 0);
  const failed = result.numFailedTests + unloaded.length;
  const failures = [
    ...unloaded.map(({ name, message }) => `not loaded: ${relative(root, name)}: ${message}`),
    ...bad.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter((one) => one.status === 'failed')
        .map(
          (one) => `failed: ${relative(root, name)}: ${one.fullName}: ${one.failureMessages[0]?.split('\n')[0] ?? ''}`,
        ),
    ),
  ];
  return {
    sum: { passed: result.numPassedTests, failed: failed === 0 && !ok ? 1 : failed },
    files: bad.map(({ name }) => relative(root, name)),
    failures,
  };
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
