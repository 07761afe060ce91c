/**
 * Calls `hint` when the page may have gone elsewhere: none of these says that the new content is there already.
 * Ends with `signal`. Only the Navigation API tells a content script of pushState; where a browser has none, the
 * change of content has to do.
 */
export function onNavigation(doc: Document, win: Window, signal: AbortSignal, hint: () => void): void {
  for (const type of ['hashchange', 'popstate', 'load']) win.addEventListener(type, hint, { signal });
  win.navigation?.addEventListener('currententrychange', hint, { signal });
  win.navigation?.addEventListener('navigatesuccess', hint, { signal });
  // `load` does not bubble, so it is caught on its way down; pictures and scripts are not our business.
  doc.addEventListener('load', ({ target }) => isFrame(target) && hint(), { capture: true, signal });
}

function isFrame(target: EventTarget | null): boolean {
  return target !== null && 'localName' in target && (target.localName === 'iframe' || target.localName === 'frame');
}
