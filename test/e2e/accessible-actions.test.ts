// Every state that an action brings the panel into, as narrow as it gets: axe finds nothing that keeps somebody out, and
// nothing has to be scrolled sideways. In light and English, and mirrored in dark and Arabic.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ActionState, actionStates } from './action-states';
import { wrongAtAnySize } from './any-size';
import { listen } from './desk';
import { type Harness, launch, shoot } from './harness';
import { shootFailures } from './profile';

const LOOKS = [
  { language: 'en', scheme: 'light' },
  { language: 'ar', scheme: 'dark' },
] as const;
const STATES = {
  'the hint of a duplicate': 'hint',
  'the menu of a person': 'menu',
  'the list of all commands': 'palette',
  'the choice of whom to merge': 'merge-choosing',
  'the comparison of the two who are merged': 'merge-comparing',
  'the question before somebody is deleted': 'delete',
  'the review of duplicates': 'duplicates',
  'the preview of a vCard': 'cards',
  'new people from vCards': 'cards-new',
  'a server that is away, with a value changed here and there': 'away',
  'the page of what is not sent yet': 'queue',
  'what is held for ten seconds': 'held',
  'the blocked addresses in the settings': 'bans',
} as const satisfies Readonly<Record<string, ActionState>>;

describe.each(LOOKS)('In $language and $scheme', ({ language, scheme }) => {
  let browser: Harness;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launch({ language, scheme });
    browser.ctx.setDefaultTimeout(10_000);
    await browser.loadSample();
    page = await browser.ctx.newPage();
    listen(page, complaints);
  });
  afterAll(() => browser?.close());
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  shootFailures(() => page);

  test.each(Object.entries(STATES))('%s', async (_, name) => {
    const states = actionStates(browser, () => page, language);
    await states.all[name]();
    // What axe finds hangs little on the width.
    const found = await wrongAtAnySize(page, ({ width }) => width === 280);
    if (found.length > 0) await shoot(page, `accessible-${language}-${name}`);
    if (name === 'away' || name === 'queue' || name === 'held') await states.setQueue(null);
    expect(found, name).toEqual([]);
  });
});
