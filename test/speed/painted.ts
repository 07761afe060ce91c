import type { Page } from 'playwright-core';

interface Waiting {
  painted?: Promise<number>;
}

/** Begins to watch the panel for a name in its heading. `painted()` then gives when it was on screen, in ms since the epoch. */
export const watchFor = (panel: Page, name: string): Promise<() => Promise<number>> => watchForAll(panel, name, []);

/** The same for a name and, anywhere below it, all of these texts. */
export async function watchForAll(panel: Page, name: string, texts: readonly string[]): Promise<() => Promise<number>> {
  await panel.evaluate(
    ([wanted, all]) => {
      const shows = () => {
        if (document.querySelector('h1')?.textContent?.trim() !== wanted) return false;
        const main = all.length === 0 ? '' : (document.querySelector('main')?.textContent ?? '');
        return all.every((text) => main.includes(text));
      };
      (globalThis as Waiting).painted = new Promise<number>((done) => {
        const observer = new MutationObserver(() => {
          if (!shows()) return;
          observer.disconnect();
          // The frame that paints it, and the first task after that frame.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          });
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      });
    },
    [name, texts] as const,
  );
  return () =>
    panel.evaluate(async () => {
      const { painted } = globalThis as Waiting;
      return painted ?? Number.NaN;
    });
}
