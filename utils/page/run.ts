// What runs in a page: wires the sites a script can read and the launcher with the background.
import { alive } from '@/utils/browser/page';
import { answerInPage, askFromPage, readingTeller } from '@/utils/messages/page';
import type { Site } from '@/utils/sites/types';
import { start } from './start';

/** Reads this page as one of `sites`, until access is taken back or the extension is gone; then nothing is left. */
export function runOn(sites: readonly Site[]): void {
  const life = new AbortController();
  const teller = readingTeller();
  const launcher = start(globalThis.document, globalThis.window, {
    sites,
    signal: life.signal,
    alive() {
      // Nobody tells a page that the extension was updated: it is asked before each piece of work.
      if (!alive()) life.abort();
      return !life.signal.aborted;
    },
    tell: teller.tell,
    hello: () => askFromPage('page.hello', {}).then((answer) => (answer.ok ? answer.value : null)),
    press: () => void askFromPage('launcher.press', {}),
    place: (change) => void askFromPage('launcher.place', change),
  });
  const stopAnswering = answerInPage({
    'launcher.show': ({ face }) => launcher?.show(face) ?? null,
    'launcher.place': ({ launcher: place }) => launcher?.put(place) ?? null,
    'page.again': () => teller.again() ?? null,
    'page.stop': () => {
      life.abort();
      return null;
    },
    'page.ping': () => true,
  });
  life.signal.addEventListener('abort', stopAnswering);
}
