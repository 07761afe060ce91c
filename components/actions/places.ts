// Ways to what stands on the profile: a tab, a section, a button. They are found where they are drawn, since each is
// drawn by a room of its own, and a section that comes a moment later is waited for.

import { tabId } from '@/components/ui/Tabs';

/** ms that a place has to appear. */
const PATIENCE = 2000;

/** What is there but hidden behind something else does not count. */
const seen = (element: HTMLElement | null | undefined): HTMLElement | null =>
  element == null || element.closest('.panel-body[hidden]') !== null ? null : element;

function whenThere(find: () => HTMLElement | null, then: (element: HTMLElement) => void): void {
  const now = find();
  if (now !== null) {
    then(now);
    return;
  }
  const late = new MutationObserver(() => {
    const found = find();
    if (found === null) return;
    late.disconnect();
    // What has just been drawn hears of presses once its own first effects are through, right after the next picture.
    requestAnimationFrame(() => setTimeout(() => then(found)));
  });
  late.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });
  setTimeout(() => late.disconnect(), PATIENCE);
}

/** Shows a tab of the profile and gives it the focus. */
export function goToTab(id: string): void {
  whenThere(
    () => seen(document.getElementById(tabId(id))),
    (tab) => {
      tab.click();
      tab.focus();
    },
  );
}

/** Waits for something on the first tab, and does `then` with it. */
function onOverview(find: () => HTMLElement | null | undefined, then: (element: HTMLElement) => void): void {
  whenThere(
    () => seen(document.getElementById(tabId('overview'))),
    (tab) => {
      tab.click();
      whenThere(() => seen(find()), then);
    },
  );
}

const foldOf = (title: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('.card .fold-button')].find((fold) => fold.dataset['title'] === title);

/** Opens a section, brings it into view, and gives its heading the focus. */
export function goToSection(title: string): void {
  onOverview(
    () => foldOf(title),
    (fold) => {
      if (fold.getAttribute('aria-expanded') === 'false') fold.click();
      fold.focus();
      fold.closest('.fold')?.scrollIntoView?.({ block: 'start' });
    },
  );
}

/** Presses a button of the first tab, by its name. */
export function pressOnOverview(name: string): void {
  onOverview(
    () =>
      [...document.querySelectorAll<HTMLElement>('.card button')].find(
        (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
      ),
    (button) => {
      button.focus();
      button.click();
    },
  );
}

/** What a section has in brackets behind its title: how many there are. */
export function countAt(title: string): string | null {
  const count = foldOf(title)?.querySelector('.fold-count')?.textContent?.trim();
  return count === undefined ? null : count.replace(/^\((.*)\)$/, '$1');
}
