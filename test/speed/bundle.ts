// A module of ours as one script, to be run in the background or a page beside the product's own copy.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** `entry`: from the root, 'utils/…'. The script leaves what the module exports in a variable `name`. */
export async function bundle(entry: string, name: string): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const built = await build({
    root,
    logLevel: 'silent',
    configFile: false,
    resolve: { alias: { '@/': root } },
    build: { write: false, minify: false, lib: { entry: `${root}${entry}`, name, formats: ['iife'], fileName: name } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('no bundle');
  return first.output[0].code;
}
