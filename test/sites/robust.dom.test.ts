import { describe, expect, it } from 'vitest';
import { choose } from '@/utils/people/choose';
import type { Reading } from '@/utils/people/message';
import { damaged, numbers, withClassesRenamed, withHeaderInText, withHiddenView } from './changed-pages';
import { everybody, ownPages, type Page, parse, readAs, sharedPages, writers } from './page';

const pages: readonly Page[] = [...ownPages(), ...(sharedPages() ?? [])];
const gmail = pages.filter(({ site }) => site === 'gmail');

function read(doc: Document, page: Page): Reading {
  return readAs(doc, page.url).reading;
}

const readings = new Map<Page, Reading>();

/** What the page says as it was saved; parsed once, since that takes most of the time. */
function asSaved(page: Page): Reading {
  const known = readings.get(page) ?? read(parse(page.html), page);
  readings.set(page, known);
  return known;
}

function addressesOf(reading: Reading, who = writers): readonly string[] {
  return reading.state === 'open'
    ? who(reading.message).flatMap(({ address }) => (address === null ? [] : [address]))
    : [];
}

describe('Gmail with all its classes renamed', () => {
  for (const page of gmail) {
    it(`${page.path}: nobody else is taken for the writer`, () => {
      const before = asSaved(page);
      const after = read(parse(withClassesRenamed(page.html)), page);
      const allowed = addressesOf(before, everybody);
      for (const address of addressesOf(after)) expect(allowed).toContain(address);
      // What carries the address is an attribute, so the writer is found all the same.
      const marked =
        before.state === 'open' &&
        /^(?:sender-span|first-span|face|print)/u.test(before.message.strategy) &&
        before.message.messages.every(({ from }) => from.length === 1);
      if (marked) expect(addressesOf(after).slice().sort()).toEqual(addressesOf(before).slice().sort());
      else if (before.state === 'nothing') expect(after.state).toBe('nothing');
    });
  }
});

describe('Gmail with views in the document that were left', () => {
  for (const page of gmail) {
    it(`${page.path}: only what is shown is read`, () => {
      const before = asSaved(page);
      expect(read(withHiddenView(parse(page.html)), page)).toEqual(before);
    });
  }
});

describe('texts that show the page itself, with strangers in it', () => {
  for (const page of pages) {
    it(`${page.path}: the text changes nothing`, () => {
      const before = asSaved(page);
      expect(read(withHeaderInText(parse(page.html)), page)).toEqual(before);
    });
  }
});

describe('pages with parts missing', () => {
  // More of them for a longer search: PAGE_ROUNDS=500.
  const ROUNDS = Number(process.env['PAGE_ROUNDS'] ?? 12);
  // Of the sample mailbox every mark is ours.
  for (const page of pages.filter(({ site }) => site !== 'sample')) {
    it(`${page.path}: whatever is gone, nobody is taken for the writer who did not write`, () => {
      const whole = asSaved(page);
      const wrote = new Set(addressesOf(whole));
      if (whole.state === 'open') {
        for (const { sender, replyTo } of whole.message.messages) {
          for (const { address } of [...sender, ...replyTo]) if (address !== null) wrote.add(address);
        }
      }
      const next = numbers(page.path.length * 7919 + page.html.length);
      const rounds = page.html.length > 40_000 ? ROUNDS / 6 : ROUNDS;
      const doc = parse(page.html);
      for (let round = 0; round < rounds; round += 1) {
        const { what, undo } = damaged(doc, next);
        const reading = read(doc, page);
        for (const address of addressesOf(reading)) expect([...wrote], what.join('\n')).toContain(address);
        if (reading.state === 'open') expect(() => choose(reading.message, [])).not.toThrow();
        undo();
      }
      expect(read(doc, page)).toEqual(whole);
    });
  }
});
