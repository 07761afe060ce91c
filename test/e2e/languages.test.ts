import { afterEach, describe, expect, test } from 'vitest';
import { type Desk, inspect, mailFrom, sitDown } from './desk';

const THREADS = [
  mailFrom('Printer offline', 'Anna Keller', 'anna.keller@example.com', 1),
  mailFrom('Shipment', 'ليلى الحداد', 'layla.alhaddad@example.org', 2),
  mailFrom('House', 'Carter', 'carters@example.net', 3),
  mailFrom('Newcomer', 'Nils Neu', 'nils.neu@example.net', 4),
];

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

/** A desk in a browser of that language; null, and why, if this browser has no such interface. */
async function deskIn(language: string): Promise<Desk | null> {
  desk = await sitDown({ threads: THREADS, language });
  const spoken = await desk.panel().evaluate(() => chrome.i18n.getUILanguage());
  if (spoken.startsWith(language)) return desk;
  console.log(`Not tried: the panel in "${language}". This browser has no such interface, it speaks ${spoken}.`);
  return null;
}

describe('In a browser of another language', () => {
  test('German: every word of a profile, a choice and a form is German', async ({ skip }) => {
    const german = await deskIn('de');
    if (german === null) return skip('this browser has no German interface');
    const panel = german.panel();
    expect(await panel.evaluate(() => [document.documentElement.lang, document.dir])).toEqual(['de', 'ltr']);
    await german.head().getByText('Keine Nachricht').waitFor();
    await german.open('Printer offline');
    await german.head().getByText('Anna Keller').waitFor();
    await panel.getByRole('heading', { name: /^Notizen/ }).waitFor();
    await inspect(panel, 'german-found');
    await german.open('House');
    await panel.getByRole('heading', { level: 1, name: /^2 / }).waitFor();
    await inspect(panel, 'german-several');
    await german.open('Newcomer');
    await panel.getByRole('button', { name: 'Anlegen' }).waitFor();
    await inspect(panel, 'german-not-found');
    expect(german.complaints()).toEqual([]);
  });

  test('Arabic: the panel runs from right to left, and addresses still from left to right', async ({ skip }) => {
    const arabic = await deskIn('ar');
    if (arabic === null) return skip('this browser has no Arabic interface');
    const panel = arabic.panel();
    expect(await panel.evaluate(() => [document.documentElement.lang, document.dir])).toEqual(['ar', 'rtl']);
    await arabic.open('Shipment');
    await arabic.head().getByText('ليلى بنت عبد الرحمن الحدّاد').waitFor();
    await inspect(panel, 'arabic-found');
    const box = async (selector: string) => {
      const { x, width } = (await panel.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 };
      return { left: x, right: x + width };
    };
    expect((await box('.head-name')).left).toBeLessThan((await box('header .picture, header [class*=picture]')).left);
    expect(await panel.locator('.head-address [dir=ltr], .head-address.address').count()).toBeGreaterThan(0);
    await arabic.open('House');
    await panel.getByRole('list').first().waitFor();
    await inspect(panel, 'arabic-several');
    await arabic.open('Newcomer');
    await panel.locator('form.create').waitFor();
    await inspect(panel, 'arabic-not-found');
    expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(arabic.complaints()).toEqual([]);
  });
});
