import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, sitDown } from './desk';
import { fillDisk, LETTERS, profileIn, shootFailures } from './profile';

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: LETTERS });
  await desk.open('Printer offline');
  await in_.name('Anna Keller');
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));
shootFailures(() => desk.panel());

const in_ = profileIn(() => desk.panel());
const { part, button, press, field, keys, told, undo, undoInHistory } = in_;
const contact = () => part('Contact');
const row = (text: string) => contact().getByRole('listitem').filter({ hasText: text });
const add = async (kind: string) => {
  await press('Add contact information');
  await desk.panel().getByRole('menuitem', { name: kind, exact: true }).click();
};
const SECOND = 'keller@bauersohn.example.org';
const FIRST = 'anna.keller@example.com';

describe('Addresses', () => {
  test('the primary one is flagged in words and cannot be removed; nor can the last', async () => {
    expect(await row(FIRST).textContent()).toContain('Primary');
    expect(await button(`Remove ${FIRST}`).count()).toBe(0);
    await button(`Remove ${SECOND}`).waitFor();
    await desk.open('Old account');
    await in_.name('Sofie Krüger');
    await contact().waitFor();
    expect(
      await contact()
        .getByRole('button', { name: /^Remove .*@/ })
        .count(),
    ).toBe(0);
    await desk.open('Printer offline');
    await in_.name('Anna Keller');
  });

  test('another one is made primary, and the notice takes it back', async () => {
    await press(`Make ${SECOND} primary`);
    await told(`${SECOND} is now primary`);
    await row(SECOND).getByText('Primary').waitFor();
    expect(await row(FIRST).textContent()).not.toContain('Primary');
    await undo(`${SECOND} is now primary`);
    await row(FIRST).getByText('Primary').waitFor();
  });

  test('one is added with its label, found by mail at once, and taken back in the history', async () => {
    await add('Address');
    await field('Address').fill('anna@weingut.example.org');
    await field('Label').fill('Work');
    await keys('Enter');
    await row('anna@weingut.example.org').getByText('Work').waitFor();
    await told('Address added');
    await undoInHistory('anna@weingut.example.org');
    await expect.poll(() => row('anna@weingut.example.org').count()).toBe(0);
  });

  test('one is edited by keyboard, and Ctrl+Z brings the former back', async () => {
    await button(`Edit ${SECOND}`).focus();
    await keys('Enter', 'ControlOrMeta+A');
    await desk.panel().keyboard.type('keller@weingut.example.org');
    await keys('Enter');
    await row('keller@weingut.example.org').waitFor();
    await told('keller@weingut.example.org changed');
    await keys('ControlOrMeta+z');
    await row(SECOND).waitFor();
  });

  test('one is removed, and the notice brings it back', async () => {
    await press(`Remove ${SECOND}`);
    await told(`${SECOND} removed`);
    expect(await row(SECOND).count()).toBe(0);
    await undo(`${SECOND} removed`);
    await row(SECOND).waitFor();
  });

  test.each([
    ['anna@', 'This is not an address. Type it like anna@example.com.'],
    [FIRST, 'This person has this address already.'],
  ])('"%s" is refused at the field, and what was typed stays', async (typed, sentence) => {
    await add('Address');
    await field('Address').fill(typed);
    await keys('Enter');
    await contact().getByText(sentence).waitFor();
    expect(await field('Address').inputValue()).toBe(typed);
    await press('Cancel');
  });

  test('one that belongs to somebody else says whose it is, and leads there; nothing of it is saved', async () => {
    await press(`Edit ${SECOND}`);
    await field('Address').fill('lukas@bauersohn.example.org');
    await keys('Enter');
    await contact()
      .getByText(/Lukas Bauer.* has this address already/)
      .waitFor();
    await contact().getByText('Not saved').first().waitFor();
    await press(/^Revert/);
    await row(SECOND).waitFor();
    await press(`Edit ${SECOND}`);
    await field('Address').fill('lukas@bauersohn.example.org');
    await keys('Enter');
    await press(/^Show .*Lukas Bauer/);
    await in_.name('Lukas Bauer');
    await press('Back to the open message');
    await in_.name('Anna Keller');
    expect(await field('Address').inputValue()).toBe('lukas@bauersohn.example.org');
    await press('Cancel');
    await row(SECOND).waitFor();
  });
});

describe('Every other kind', () => {
  test.each([
    ['Phone', '+49 30 5550199', /\+49 30 5550199/, 'tel:+49305550199'],
    ['Website', 'wein.example.org/anna', /wein\.example\.org\/anna/, 'https://wein.example.org/anna'],
    ['X (Twitter)', '@anna_x', /@anna_x/, 'https://x.com/anna_x'],
    ['LinkedIn', 'anna-two', /linkedin\.com\/in\/anna-two/, 'https://www.linkedin.com/in/anna-two'],
    ['Facebook', 'anna.two', /facebook\.com\/anna\.two/, 'https://www.facebook.com/anna.two'],
    ['Postal address', 'Rheinallee 1, Mainz', /Rheinallee 1, Mainz/, /openstreetmap\.org.*Rheinallee/],
    ['Messenger', 'anna.two', /anna\.two/, null],
  ] as const)('%s is added, formatted and linked, and taken back', async (kind, typed, shown, href) => {
    const before = await contact().getByRole('listitem').count();
    await add(kind);
    await field(kind).fill(typed);
    await keys(kind === 'Postal address' ? 'ControlOrMeta+Enter' : 'Enter');
    await expect
      .poll(() =>
        contact()
          .getByRole('button', { name: `Edit ${kind}` })
          .count(),
      )
      .toBe(2);
    const added = contact().getByRole('listitem').filter({ hasText: shown }).last();
    await added.waitFor();
    if (href !== null) expect(await added.getByRole('link').last().getAttribute('href')).toMatch(href);
    await desk.panel().locator('.notice, [class*=notice]').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => contact().getByRole('listitem').count()).toBe(before);
  });

  test('a phone that cannot be one is kept as typed, and marked', async () => {
    await press('Edit Phone');
    await field('Phone').fill('call the cellar');
    await keys('Enter');
    await row('call the cellar').getByText('Not a number that can be dialled').waitFor();
    expect(await row('call the cellar').getByRole('link').count()).toBe(0);
    await desk.panel().getByRole('heading', { level: 1 }).click();
    await keys('ControlOrMeta+z');
    await row('+49 6131 5550112').waitFor();
  });

  test.each(['javascript:alert(1)', ' JAVASCRIPT:alert(1)//', 'data:text/html,x', 'two words'])(
    'the website "%s" is refused, and is nowhere a link',
    async (typed) => {
      await press('Edit Website');
      await field('Website').fill(typed);
      await keys('Enter');
      await expect.poll(() => field('Website').getAttribute('aria-invalid')).toBe('true');
      expect(await field('Website').inputValue()).toBe(typed);
      await press('Cancel');
      expect(await desk.panel().locator('a[href^="javascript:" i], a[href^="data:" i]').count()).toBe(0);
      await row('bauersohn.example.org/keller').waitFor();
    },
  );

  test('is removed and brought back', async () => {
    await press(/^Remove LinkedIn/);
    await expect.poll(() => row('linkedin.com').count()).toBe(0);
    await keys('ControlOrMeta+z');
    await row('linkedin.com/in/anna-keller-example').waitFor();
  });

  test('with a full disk stays as typed, is told as not saved, and Revert leaves the old one', async () => {
    const giveRoom = await fillDisk(desk.browser);
    await press('Edit Messenger');
    await field('Messenger').fill('anna.full');
    await keys('Enter');
    await contact()
      .getByText(/no room left/)
      .waitFor();
    await row('anna.full').waitFor();
    await giveRoom();
    await press(/^Revert/);
    await row('anna.keller · Signal').waitFor();
  });
});
