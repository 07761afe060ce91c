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

const saved = sharedPages();
if (saved === null) console.info('saved pages: the folder ../shared/fixtures/webmail is not here, so none are read');
describe.skipIf(saved === null)('saved pages', () => {
  for (const page of saved ?? []) {
    it(`${page.path} is read as it stands`, ({ expect }) => {
      const { site, reading } = readAs(parse(page.html), page.url);
      expect(site).toBe(page.site);
      expectReading(reading, page);
    });
  }
});
