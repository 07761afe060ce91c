// The built extension in a real browser, with pages of our own served under the addresses of mail sites.
// Nothing leaves the machine: every name but this machine's own resolves to nothing.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { findBrowser } from '@/.tools/browser.mjs';
import { type Launched, launchBrowser } from '@/.tools/launch.mjs';

const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
const SHOTS = '.shots';

export interface Served {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Harness extends Launched {
  /** The background is gone; the next message or event starts it anew. */
  stopServiceWorker(): Promise<void>;
  /** Gives the extension access to a site without the browser's question: 'https://mail.google.com'. */
  allow(origin: string): Promise<void>;
  /** Takes the access back, as the user does in the settings. */
  revoke(origin: string): Promise<void>;
  /** Answers each address under `origin` by its path; 404 where `serve` gives null. */
  serve(origin: string, serve: (url: URL) => Served | null): Promise<void>;
  /** Asks the background as a page of our own does. */
  ask(name: string, question: unknown): Promise<unknown>;
  /** Loads the sample people. */
  loadSample(): Promise<void>;
}

interface Options {
  readonly extension?: string;
  /** False: on the display of the environment, where the browser's own keys and menus work. */
  readonly headless?: boolean;
  readonly language?: string;
  readonly scheme?: 'light' | 'dark';
  readonly size?: string;
  /** The profile to go on with, made by `profile()`: it stays when the browser is closed. */
  readonly folder?: string;
}

/** A fresh browser with the extension in it. Fails at once if there is no build. */
export async function launch(options: Options = {}): Promise<Harness> {
  const extension = options.extension ?? process.env['EXTENSION'] ?? join(process.cwd(), '.output/chrome-mv3');
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`No build in ${extension}: npm run build`);
  const browser = await findBrowser();
  const launched = await launchBrowser({ ...options, extension, browser, args: [OFFLINE] });
  const { ctx, cdp, id } = launched;
  return {
    ...launched,
    async stopServiceWorker() {
      const workers = async () => {
        const { targetInfos } = await cdp.send('Target.getTargets');
        return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(id));
      };
      const gone = async (until: number): Promise<boolean> => {
        for (;;) {
          if ((await workers()).length === 0) return true;
          if (performance.now() > until) return false;
        }
      };
      // Told to stop is not stopped, and a message on its way starts it again under the same name: asked without a
      // pause, the moment between cannot be missed, and who was started again is not told to stop for ever.
      for (let times = 0; times < 10; times++) {
        for (const { targetId } of await workers())
          await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
        if (await gone(performance.now() + 1000)) return;
      }
      throw new Error('The background does not stop.');
    },
    allow: (origin) => allow(launched, `${origin}/*`),
    revoke: (origin) =>
      onOwnPage(launched, async (page) => {
        await page.evaluate(`chrome.permissions.remove({ origins: ['${origin}/*'] })`);
      }),
    async serve(origin, serve) {
      await ctx.route(`${origin}/**`, (route) => {
        const served = serve(new URL(route.request().url()));
        return served === null
          ? route.fulfill({ status: 404, body: 'Not here' })
          : route.fulfill({ contentType: 'text/html; charset=utf-8', ...served });
      });
    },
    ask: (name, question) => onOwnPage(launched, (page) => ask(page, name, question)),
    async loadSample() {
      await onOwnPage(launched, (page) => ask(page, 'sample.load', {}));
    },
  };
}

/**
 * In headless the browser's question for access would wait for ever. So the extensions page grants it first; then
 * the extension's own request is answered at once.
 */
async function allow(launched: Launched, pattern: string): Promise<void> {
  const page = await launched.ctx.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    ([extension, host]) =>
      (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.addHostPermission(extension, host),
    [launched.id, pattern] as const,
  );
  await page.goto(launched.url('options.html'));
  const allowed: unknown = await page.evaluate(`chrome.permissions.request({ origins: ['${pattern}'] })`);
  await page.close();
  if (allowed !== true) throw new Error(`No access to ${pattern}`);
}

interface ExtensionsPage {
  readonly chrome: {
    readonly developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
  };
}

async function onOwnPage<Value>(launched: Launched, act: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await launched.ctx.newPage();
  try {
    await page.goto(launched.url('options.html'));
    return await act(page);
  } finally {
    await page.close();
  }
}

async function ask(page: Page, name: string, question: unknown): Promise<unknown> {
  const answer: unknown = await page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, question })})`);
  if (!isAnswer(answer) || !answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer.value;
}

const isAnswer = (answer: unknown): answer is { readonly ok: boolean; readonly value?: unknown } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer;

/** Keeps a picture in .shots/, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** What axe finds wrong on a page, as `serious rule: element`; the newer the rule set, the more. */
export async function runAxe(page: Page): Promise<readonly string[]> {
  // As a string: the extension's own policy refuses a script element.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What is still fading in has the colours of no state. What runs for longer is no fading: a pulse, a notice's time.
    const isFading = ({ effect, playState }: Animation): boolean =>
      playState === 'running' && Number(effect?.getComputedTiming().endTime) <= 1000;
    const moving = document.getAnimations().filter(isFading);
    await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
    const { violations } = await (globalThis as unknown as AxePage).axe.run();
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${impact} ${id}: ${node.target.join(' ')}`),
    );
  });
}

interface AxePage {
  readonly axe: {
    run(): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly impact: string | null;
        readonly nodes: readonly { readonly target: string[] }[];
      }[];
    }>;
  };
}
