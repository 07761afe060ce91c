import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { speak } from '@/test/support/words';
import { type Face, type Launcher, launcher, type Place } from '@/utils/sites/launcher';

let stop: AbortController;
let presses: number;
let places: Partial<Place>[];
let root: ShadowRoot;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  stop = new AbortController();
  presses = 0;
  places = [];
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A launcher, and the way into its closed root that no page has. */
function drawn(place: Place = { hidden: false, top: 0.3 }): Launcher {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const made = launcher(document, window, {
    press: () => {
      presses += 1;
    },
    place: (change) => places.push(change),
    signal: stop.signal,
  });
  const [result] = attach.mock.results;
  if (result?.type !== 'return') throw new Error('No shadow root');
  expect(attach).toHaveBeenCalledWith({ mode: 'closed' });
  root = result.value;
  made.put(place);
  return made;
}

const button = () => root.querySelector('.button');
const items = () => [...root.querySelectorAll('[role=menuitem]')];
const onPage = () => document.documentElement.contains(root.host);

/** By the user's own hand, unless told. */
function act(element: Element | null | undefined, event: Event, trusted = true): Event {
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  element?.dispatchEvent(event);
  return event;
}
const click = () => new MouseEvent('click', { bubbles: true });
const openMenu = () => act(button(), new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));

describe('The launcher says', () => {
  test.each<[Face, string, string]>([
    [{ kind: 'none' }, '', 'Sidecard: no one to show. Open panel'],
    [{ kind: 'known' }, 'Known', 'Sidecard: this person is known. Open panel'],
    [{ kind: 'several', count: 1200 }, '1,200 people', 'Sidecard: 1,200 people match. Open panel'],
    [{ kind: 'new' }, 'New', 'Sidecard: new address, no one has it. Open panel'],
  ])('%o in a word, and in a sentence for readers', (face, word, sentence) => {
    drawn().show(face);
    expect(button()?.textContent).toBe(word);
    expect(button()?.getAttribute('aria-label')).toBe(sentence);
  });

  test('that it is looking only after 300 ms', () => {
    drawn().show({ kind: 'looking' });
    vi.advanceTimersByTime(299);
    expect(button()?.textContent).toBe('');
    vi.advanceTimersByTime(1);
    expect(button()?.textContent).toBe('Looking');
  });

  test('nothing of looking when the answer is there before', () => {
    const { show } = drawn();
    show({ kind: 'looking' });
    vi.advanceTimersByTime(100);
    show({ kind: 'known' });
    vi.advanceTimersByTime(1000);
    expect(button()?.textContent).toBe('Known');
  });

  test('it in the language and direction of the browser, not of the page', () => {
    speak('ar');
    document.documentElement.dir = 'ltr';
    drawn().show({ kind: 'several', count: 2 });
    expect(button()?.textContent).toBe('شخصان');
    expect(root.querySelector('.launcher')?.getAttribute('dir')).toBe('rtl');
  });
});

describe('It stands on the page', () => {
  test('not before it is told where, and not where it is hidden', () => {
    drawn({ hidden: true, top: 0.5 });
    expect(onPage()).toBe(false);
  });

  test('outside of the body, without an attribute or a style of its own', () => {
    drawn();
    expect(root.host.parentNode).toBe(document.documentElement);
    expect(root.host.getAttributeNames()).toEqual([]);
    expect(document.querySelectorAll('style')).toHaveLength(0);
  });

  test('until it is stopped; then no timer and no element is left, and nothing brings it back', () => {
    const { show, put } = drawn();
    show({ kind: 'looking' });
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    put({ hidden: false, top: 0 });
    expect(onPage()).toBe(false);
  });
});

describe('It obeys the user only', () => {
  test('when it is pressed', () => {
    drawn();
    act(button(), click());
    expect(presses).toBe(1);
  });

  test('and no script that presses it', () => {
    drawn();
    act(button(), click(), false);
    act(button(), new MouseEvent('contextmenu', { bubbles: true }), false);
    expect([presses, items().length]).toEqual([0, 0]);
  });

  test('and takes the focus from nobody who is writing', () => {
    drawn();
    expect(act(button(), new MouseEvent('mousedown', { cancelable: true })).defaultPrevented).toBe(true);
  });
});

describe('Its menu', () => {
  test('comes in place of that of the browser, with three entries and the site by name', () => {
    drawn();
    expect(openMenu().defaultPrevented).toBe(true);
    expect(items().map(({ textContent }) => textContent)).toEqual([
      'Open panel',
      'Move up or down',
      `Hide on ${location.hostname}`,
    ]);
  });

  test('opens the panel', () => {
    drawn();
    openMenu();
    act(items()[0], click());
    expect([presses, items().length]).toEqual([1, 0]);
  });

  test('hides the launcher, and tells where', () => {
    drawn();
    openMenu();
    act(items()[2], click());
    expect(onPage()).toBe(false);
    expect(places).toEqual([{ hidden: true }]);
  });

  test('lets the arrows move it; Enter puts it down', () => {
    drawn({ hidden: false, top: 0.5 });
    openMenu();
    act(items()[1], click());
    const press = (key: string) =>
      act(button(), new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    expect(root.querySelector('[role=status]')?.textContent).toContain('Arrow keys');
    press('ArrowDown');
    press('ArrowDown');
    expect(places).toEqual([]);
    press('Enter');
    expect(places.map(({ top }) => top?.toFixed(2))).toEqual(['0.60']);
    expect(presses).toBe(0);
  });
});
