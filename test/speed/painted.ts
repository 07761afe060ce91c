import type { Page } from 'playwright-core';

interface Waiting {
  painted?: Promise<number>;
}

/** Begins to watch the panel for a name in its heading. `painted()` then gives when it was on screen, in ms since the epoch. */
export async function watchFor(panel: Page, name: string): Promise<() => Promise<number>> {
  await panel.evaluate((wanted) => {
    const shows = () => document.querySelector('h1')?.textContent?.trim() === wanted;
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
  }, name);
  return () =>
    panel.evaluate(async () => {
      const { painted } = globalThis as Waiting;
      return painted ?? Number.NaN;
    });
}
