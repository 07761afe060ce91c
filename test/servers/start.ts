// Starts a real server by its script. Where the machine cannot run it, the tests say why and are skipped; on a
// build server, where nobody would read that, they fail.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the script prints. */
export interface Up {
  readonly url: string;
  /** The account of a mail server. */
  readonly account: string;
  readonly password: string;
  /** The folder in which the server keeps all it has. */
  readonly state: string;
  /** Ends it, unless it ran before. */
  stop(): void;
}

/** Stands for a server where the tests are skipped. */
export const NONE: Up = { url: '', account: '', password: '', state: '', stop: () => undefined };

/** The exit code of ground.sh for "this machine cannot run it". */
const CANNOT = 3;

/**
 * @param name the folder of the script: `roundcube`, `rt`
 * @param settings of the script, as environment variables
 * @returns null if this machine cannot run it; the reason is printed
 * @throws if it should run and does not, and always instead of null where CI is set
 */
export async function startServer(name: string, settings: Readonly<Record<string, string>> = {}): Promise<Up | null> {
  const script = scriptOf(name, 'up');
  const env = { ...process.env, ...settings };
  const started = spawn('bash', [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const printed: Buffer[] = [];
  started.stdout.on('data', (piece: Buffer) => printed.push(piece));
  const code = await new Promise<number>((resolve, reject) => {
    started.once('error', reject);
    started.once('close', (ended) => resolve(ended ?? 1));
  });
  if (code === CANNOT && !process.env['CI']) {
    console.log(`Skipped: no real ${name} on this machine, for the reason above.`);
    return null;
  }
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  const { url, account, password, state, ran } = Object(JSON.parse(Buffer.concat(printed).toString('utf8')));
  return {
    url: String(url),
    account: String(account ?? ''),
    password: String(password),
    state: String(state),
    stop() {
      if (ran !== true) endServer(name);
    },
  };
}

const scriptOf = (name: string, what: 'up' | 'down'): string =>
  fileURLToPath(new URL(`./${name}/${what}.sh`, import.meta.url));

/** Ends it, whoever started it. */
export function endServer(name: string): void {
  spawnSync('bash', [scriptOf(name, 'down')], { stdio: 'inherit' });
}
