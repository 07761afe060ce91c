// Which files of the build an entry makes the browser load.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './steps.mjs';

/** Chrome's build. */
export const built = join(root, '.output/chrome-mv3');

// In the page: src and href. In scripts: import … from, import('…'), export … from; the build writes plain strings.
const NAMED = /(?:(?:src|href)=|from\s*|import\s*\(?\s*)["'`]([^"'`?#]+\.(?:js|css))["'`]/g;

/**
 * Follows a page or script of the build to all scripts and styles it names, those it loads later too.
 * @param {string} entry 'sidepanel.html'
 * @returns {string[]} paths from the project's folder, without the entry itself if that is a page
 */
export function loads(entry) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [join(built, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(NAMED)) {
      waiting.push(name.startsWith('/') ? join(built, name) : resolve(dirname(file), name));
    }
  }
  return [...seen].filter((file) => !file.endsWith('.html')).map((file) => relative(root, file));
}
