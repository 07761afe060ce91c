// Which files of the build an entry makes the browser load.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './steps.mjs';

/** Chrome's build. */
export const built = join(root, '.output/chrome-mv3');

// In the page: src and href. In scripts: import … from, export … from; the build writes plain strings.
const AT_ONCE = /(?:(?:src|href)=|from\s*|import\s*)["'`]([^"'`?#]+\.(?:js|css))["'`]/g;
// import('…'), and the styles that come with it.
const LATER = /import\s*\(\s*["'`]([^"'`?#]+\.js)["'`]|["'`]((?:\/|assets\/)[^"'`?#]+\.css)["'`]/g;

/**
 * Follows a page or script of the build to all scripts and styles it names.
 * @param {string} entry 'sidepanel.html'
 * @param {{ later: boolean }} [which] with those that come once they are needed; without if not told
 * @returns {string[]} paths from the project's folder, without the entry itself if that is a page
 */
export function loads(entry, { later } = { later: false }) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [join(built, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const pattern of later ? [AT_ONCE, LATER] : [AT_ONCE]) {
      for (const [, script, style] of text.matchAll(pattern)) {
        const name = script ?? style ?? '';
        const fromTop = name.startsWith('/') || name.startsWith('assets/');
        waiting.push(fromTop ? join(built, name) : resolve(dirname(file), name));
      }
    }
  }
  return [...seen].filter((file) => !file.endsWith('.html')).map((file) => relative(root, file));
}
