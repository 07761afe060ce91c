import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerInPage, askFromPage, readingTeller } from '@/utils/messages/page';
import { start } from '@/utils/sites/start';

export default defineContentScript({
  // The background registers it for the sites that the user allowed, and for no other.
  registration: 'runtime',
  matches: [],
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const launcher = start(globalThis.document, globalThis.window, {
      signal: ctx.signal,
      alive: () => ctx.isValid,
      tell: readingTeller(),
      hello: () => askFromPage('page.hello', {}).then((answer) => (answer.ok ? answer.value : null)),
      press: () => void askFromPage('launcher.press', {}),
      place: (change) => void askFromPage('launcher.place', change),
    });
    const stopAnswering = answerInPage({
      'launcher.show': ({ face }) => launcher?.show(face) ?? null,
      'launcher.place': ({ launcher: place }) => launcher?.put(place) ?? null,
      'page.stop': () => ctx.abort() ?? null,
      'page.ping': () => true,
    });
    ctx.onInvalidated(stopAnswering);
  },
});
