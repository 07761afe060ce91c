// A display without a screen, and the keys of its keyboard: for what the browser itself draws and takes.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const NEEDED = ['Xvfb', 'openbox', 'xdotool'];

export interface Display {
  /** Presses keys one after the other, as `alt+w`. */
  press(...keys: readonly string[]): void;
  type(text: string): void;
  /** A picture of the whole screen; false if nothing here can take one. */
  shoot(file: string): boolean;
  close(): void;
}

/** What is missing to have a display; empty if nothing is. */
export const missing = (): readonly string[] =>
  NEEDED.filter((program) => spawnSync('which', [program], { stdio: 'ignore' }).status !== 0);

/** Starts a display, and makes it the one that a browser started from here opens its window on. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said]: unknown[] = await once(server.stdout, 'data');
  const before = process.env['DISPLAY'];
  process.env['DISPLAY'] = `:${String(said).trim()}`;
  const env = { ...process.env };
  // Without a window manager no window ever has the keyboard.
  const windows: ChildProcess = spawn('openbox', [], { env, stdio: 'ignore' });
  const run = (program: string, ...args: readonly string[]) =>
    spawnSync(program, args, { env, stdio: 'ignore' }).status;
  const must = (...args: readonly string[]) => {
    if (run('xdotool', ...args) !== 0) throw new Error(`xdotool ${args.join(' ')} failed`);
  };
  return {
    press: (...keys) => must('key', '--delay', '60', ...keys),
    type: (text) => must('type', '--delay', '40', text),
    shoot: (file) => run('import', '-window', 'root', file) === 0,
    close() {
      windows.kill();
      server.kill();
      if (before === undefined) delete process.env['DISPLAY'];
      else process.env['DISPLAY'] = before;
    },
  };
}
