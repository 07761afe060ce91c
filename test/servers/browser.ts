// A browser with the built extension that may read one server, and a record of what must not happen in it.
import { type Harness, launch } from '@/test/e2e/harness';
import { openViews, type Views } from './views';

export interface Opened {
  readonly harness: Harness;
  readonly views: Views;
  /** Errors and exceptions of the extension's own scripts in pages. */
  readonly faults: readonly string[];
  /** Requests that left for anywhere but the server. */
  readonly strays: readonly string[];
}

export async function openBrowser(origin: string): Promise<Opened> {
  const harness = await launch();
  const own = harness.url('');
  const faults: string[] = [];
  const strays: string[] = [];
  harness.ctx.on('weberror', (event) => {
    const error = event.error();
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (text.includes(own)) faults.push(text);
  });
  harness.ctx.on('console', (message) => {
    const ours = message.location().url.startsWith(own) || message.text().includes(own);
    if (ours && message.type() === 'error') faults.push(message.text());
  });
  harness.ctx.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin) strays.push(url);
  });
  await harness.allow(origin);
  return { harness, views: await openViews(harness), faults, strays };
}
