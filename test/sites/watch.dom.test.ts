import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watch } from '@/utils/sites/watch';
import { inShort, plainSite } from './page-of-ours';

let told: string[];
let stop: AbortController;
let alive: boolean;

const FRAME = 17;
const mail = (from: string, expanded = true) => `<article ${expanded ? 'expanded' : ''}>${from}</article>`;
const show = (...mails: readonly string[]) => {
  document.body.innerHTML = `<div id="app"><main>${mails.join('')}</main></div>`;
};
const main = () => document.querySelector('main') ?? document.body;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  Object.assign(window, { navigation: new EventTarget() });
  told = [];
  alive = true;
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function start(site = plainSite): void {
  watch({
    site,
    doc: document,
    win: window,
    tell: (reading) => told.push(inShort(reading)),
    alive: () => {
      if (!alive) stop.abort();
      return alive;
    },
    signal: stop.signal,
  });
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Started on this page, which stands still; what was told so far is forgotten. */
async function startedOn(...mails: readonly string[]): Promise<void> {
  show(...mails);
  start();
  await pass(3000);
  told = [];
}

describe('A page is read', () => {
  test('at the next frame after the start', async () => {
    show(mail('anna@example.com'));
    start();
    await pass(FRAME);
    expect(told).toEqual(['anna@example.com']);
  });

  test('at the next frame after a message was put in', async () => {
    await startedOn();
    main().innerHTML = mail('anna@example.com');
    await pass(FRAME);
    expect(told).toEqual(['anna@example.com']);
  });

  test('again when it has been still for 150 ms, and not before', async () => {
    await startedOn(mail('anna@example.com'));
    main().innerHTML = '';
    await pass(149);
    expect(told).toEqual([]);
    await pass(1);
    expect(told).toEqual(['nothing']);
  });

  test('soon after each change while it keeps changing', async () => {
    await startedOn();
    main().innerHTML = mail('anna@example.com');
    await pass(FRAME);
    main().innerHTML = mail('bo@example.com');
    await pass(4 * FRAME);
    expect(told).toEqual(['anna@example.com', 'bo@example.com']);
  });

  test('when a view is switched by one of the attributes of the site', async () => {
    await startedOn(mail('anna@example.com', false), mail('bo@example.com'));
    document.querySelector('article')?.setAttribute('expanded', '');
    await pass(FRAME);
    expect(told).toEqual(['*anna@example.com bo@example.com']);
  });

  test('and knows what the user unfolds by a click right after the thread has opened', async () => {
    show(mail('anna@example.com', false), mail('bo@example.com'));
    start();
    await pass(FRAME);
    const folded = document.querySelector('article');
    folded?.addEventListener('click', () => folded.setAttribute('expanded', ''));
    folded?.click();
    await pass(4 * FRAME);
    expect(told.at(-1)).toBe('*anna@example.com bo@example.com');
  });

  test.each([
    ['its address changes', () => window.dispatchEvent(new Event('hashchange'))],
    ['the user goes back', () => window.dispatchEvent(new Event('popstate'))],
    ['it navigates in place', () => window.navigation.dispatchEvent(new Event('navigatesuccess'))],
    ['a frame has loaded', () => document.querySelector('frame')?.dispatchEvent(new Event('load'))],
  ])('when %s', async (_, hint) => {
    let reads = 0;
    const count = () => {
      reads += 1;
      return 'nothing' as const;
    };
    show();
    document.body.append(document.createElement('frame'));
    start({ ...plainSite, strategies: [{ name: 'counted', read: count }] });
    await pass(3000);
    reads = 0;
    hint();
    await pass(FRAME);
    expect(reads).toBe(1);
    await pass(150);
    expect(reads).toBe(2);
  });
});

describe('Nothing is told twice', () => {
  test('and hints that follow a change are no reason to look before the page stands still', async () => {
    let reads = 0;
    const count = () => {
      reads += 1;
      return 'nothing' as const;
    };
    show();
    start({ ...plainSite, strategies: [{ name: 'counted', read: count }] });
    await pass(3000);
    reads = 0;
    main().innerHTML = mail('anna@example.com');
    await pass(FRAME);
    window.dispatchEvent(new Event('hashchange'));
    window.navigation.dispatchEvent(new Event('navigatesuccess'));
    await pass(149);
    expect(reads).toBe(1);
    await pass(FRAME);
    expect(reads).toBe(2);
  });

  test('when the page changes where nobody looks', async () => {
    await startedOn(mail('anna@example.com'));
    main().append(document.createElement('hr'));
    await pass(1000);
    expect(told).toEqual([]);
  });

  test('but a page that comes back out of the store of the browser tells what it shows', async () => {
    await startedOn(mail('anna@example.com'));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await pass(FRAME);
    expect(told).toEqual(['anna@example.com']);
  });
});

describe('What is not there', () => {
  test('The moment between two messages is not told as "nothing"', async () => {
    await startedOn(mail('anna@example.com'));
    main().innerHTML = '';
    await pass(100);
    main().innerHTML = mail('bo@example.com');
    await pass(1000);
    expect(told).toEqual(['bo@example.com']);
  });

  test('A page that never stands still is not believed for ever to be between two messages', async () => {
    await startedOn(mail('anna@example.com'));
    for (let n = 0; n < 12; n += 1) {
      main().replaceChildren(document.createElement('hr'));
      await pass(100);
    }
    expect(told).toEqual(['nothing']);
  });

  test('A page that nobody can read is told only after it had time to become one', async () => {
    await startedOn(mail('anna@example.com'));
    main().title = 'Something is open';
    main().innerHTML = '<section>unknown</section>';
    await pass(2000);
    expect(told).toEqual([]);
    await pass(200);
    expect(told).toEqual(['unknown']);
  });

  test('A page that becomes readable in time is never told as unreadable', async () => {
    await startedOn();
    main().title = 'Something is open';
    main().innerHTML = '<section>loading</section>';
    await pass(1500);
    main().innerHTML = mail('anna@example.com');
    await pass(3000);
    expect(told).toEqual(['anna@example.com']);
  });
});

describe('The place to look at', () => {
  test('is found when the page builds it late and deep inside', async () => {
    document.body.innerHTML = '<div id="app"><p></p></div>';
    start();
    await pass(3000);
    told = [];
    document.querySelector('p')?.replaceWith(document.createElement('main'));
    await pass(3000);
    main().innerHTML = mail('anna@example.com');
    await pass(FRAME);
    expect(told).toEqual(['anna@example.com']);
  });

  test('is found again when the page throws it away and makes a new one', async () => {
    await startedOn(mail('anna@example.com'));
    show(mail('bo@example.com'));
    await pass(FRAME);
    main().innerHTML = mail('cleo@example.com');
    await pass(4 * FRAME);
    expect(told).toEqual(['bo@example.com', 'cleo@example.com']);
  });

  test('is all that is looked at: changes beside it, and our own button, wake nobody', async () => {
    await startedOn(mail('anna@example.com'));
    document.getElementById('app')?.append(document.createElement('aside'));
    document.documentElement.append(document.createElement('div'));
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('A hidden tab', () => {
  const hide = (hidden: boolean) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  test('is read when it is shown, once', async () => {
    await startedOn(mail('anna@example.com'));
    hide(true);
    main().innerHTML = mail('bo@example.com');
    await pass(1000);
    main().innerHTML = mail('cleo@example.com');
    await pass(1000);
    expect(told).toEqual([]);
    hide(false);
    await pass(FRAME);
    expect(told).toEqual(['cleo@example.com']);
  });

  test('in which nothing changed is not read when it is shown', async () => {
    await startedOn(mail('anna@example.com'));
    hide(true);
    hide(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('Nothing is left', () => {
  test('of timers and frames while the page stands still', async () => {
    show(mail('anna@example.com'));
    start();
    await pass(151);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of observer, listeners, timers and frames after the stop', async () => {
    await startedOn(mail('anna@example.com'));
    main().innerHTML = mail('bo@example.com');
    await pass(0);
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    main().innerHTML = mail('cleo@example.com');
    window.dispatchEvent(new Event('hashchange'));
    window.navigation.dispatchEvent(new Event('navigatesuccess'));
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(1000);
    expect(vi.getTimerCount()).toBe(0);
    expect(told).toEqual([]);
  });

  test('once the extension is gone', async () => {
    await startedOn(mail('anna@example.com'));
    alive = false;
    main().innerHTML = mail('bo@example.com');
    await pass(1000);
    expect(stop.signal.aborted).toBe(true);
    expect(told).toEqual([]);
  });
});
