import { describe, it } from 'vitest';
import { expectReading } from './expectations';
import { ownPages, parse, readAs, sharedPages } from './page';

describe('pages written for this project', () => {
  for (const page of ownPages()) {
    it(`${page.path} is read as it stands`, ({ expect }) => {
      const { site, reading } = readAs(parse(page.html), page.url);
      expect(site).toBe(page.site);
      expectReading(reading, page);
    });
  }
});

/** Ids of the requestors at their own server, which the saved pages' expectations do not tell. */
const records: Readonly<Record<string, readonly string[]>> = {
  'rt/display-from-mail-en.html': ['53'],
  'rt/display-history-en.html': ['69'],
  'rt/display-replyto-en.html': ['543'],
  'rt/display-two-requestors-en.html': ['141', '143'],
};

const saved = sharedPages();
if (saved === null) console.info('saved pages: the folder ../shared/fixtures/webmail is not here, so none are read');
describe.skipIf(saved === null)('saved pages', () => {
  for (const page of saved ?? []) {
    it(`${page.path} is read as it stands`, ({ expect }) => {
      const { site, reading } = readAs(parse(page.html), page.url);
      expect(site).toBe(page.site);
      const told = records[page.path];
      expectReading(reading, told === undefined ? page : { ...page, expected: { ...page.expected, records: told } });
    });
  }
});
