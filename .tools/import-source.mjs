// TypeScript of the project in plain Node, by the bundler that builds the extension. Packages must be installed before.
import { root } from './steps.mjs';

/** @param {string} path From the project's folder. @returns {Promise<any>} what the module exports */
export async function importSource(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(`${root}${path}`, {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@/': root } },
  });
  return module;
}
