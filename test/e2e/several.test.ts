import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, inspect, mailFrom, sitDown } from './desk';
import type { Thread } from './pages/gmail';

const anna = { name: 'Anna Keller', email: 'anna.keller@example.com' };
const lukas = { name: 'Lukas Bauer', email: 'lukas@bauersohn.example.org' };
const piet = { name: 'Piet Nobody', email: 'piet.nobody@example.net' };
const THREADS: readonly Thread[] = [
  mailFrom('House', 'Carter', 'carters@example.net', 1),
  mailFrom('Garden', 'M. Carter', 'carters@example.net', 2),
  mailFrom('Printer offline', anna.name, anna.email, 3),
  {
    id: '300',
    subject: 'Tasting',
    mails: [{ ...lukas, expanded: false }, { ...piet, expanded: false }, anna],
  },
];

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown({ threads: THREADS });
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.complaints()).toEqual([]));

const painted = (name: string) => desk.head().getByText(name, { exact: true }).waitFor();
const matches = () => desk.panel().getByRole('list', { name: 'People with this address' });

describe('Several people have the address', () => {
  test('nobody is shown; both stand in a list, and the launcher says how many', async () => {
    await desk.open('House');
    await painted('2 people have this address');
    expect(await matches().getByRole('listitem').count()).toBe(2);
    expect(await matches().textContent()).toMatch(/John Carter[\s\S]*Mary Carter|Mary Carter[\s\S]*John Carter/);
    expect(
      await desk
        .panel()
        .getByRole('heading', { name: /^(Contact|Notes|Open)/ })
        .count(),
    ).toBe(0);
    await desk.panel().getByText('Sidecard shows nobody until you choose.').waitFor();
    await inspect(desk.panel(), 'several');
  });

  test('one is picked by keyboard alone', async () => {
    await desk.panel().getByRole('combobox').focus();
    for (let stop = 0; stop < 12; stop += 1) {
      await desk.panel().keyboard.press('Tab');
      if (await desk.panel().evaluate('document.activeElement?.closest(".people") !== null')) break;
    }
    await desk.panel().keyboard.press('Home');
    await desk.panel().keyboard.press('ArrowDown');
    const chosen = await desk.panel().evaluate(() => document.activeElement?.querySelector('bdi')?.textContent);
    expect(chosen).toMatch(/Carter$/);
    await inspect(desk.panel(), 'several-chosen');
    await desk.panel().keyboard.press('Enter');
    await painted(chosen ?? '');
  });

  test('without "always" the next message asks anew', async () => {
    await desk.open('Garden');
    await painted('2 people have this address');
  });

  test('with "always" the next message from that address shows the person at once, and says why', async () => {
    await matches()
      .getByRole('button', { name: /^.*Mary Carter/ })
      .first()
      .click();
    await desk
      .panel()
      .getByRole('checkbox', { name: /^Always show .*Mary Carter/ })
      .click();
    await inspect(desk.panel(), 'several-always');
    await desk.panel().getByRole('button', { name: 'Open Mary Carter' }).click();
    await painted('Mary Carter');
    await desk.open('House');
    await painted('Mary Carter');
    await desk.panel().getByText('Always shown for this address').waitFor();
    expect(await matches().count()).toBe(0);
    await inspect(desk.panel(), 'found-always');
  });

  test('"always" outlives the background, and is taken back on a click', async () => {
    await desk.open('Printer offline');
    await painted('Anna Keller');
    await desk.browser.stopServiceWorker();
    await desk.open('House');
    await painted('Mary Carter');
    await desk.panel().getByRole('button', { name: 'Ask each time' }).click();
    await painted('2 people have this address');
    await desk.open('Garden');
    await painted('2 people have this address');
  });
});

describe('Several people take part', () => {
  const others = () => desk.panel().getByRole('region', { name: 'In this conversation' });

  test('the writer is shown, the others stand below, each with what is known of them', async () => {
    await desk.open('Tasting');
    await painted('Anna Keller');
    await others().getByText('Lukas Bauer').waitFor();
    const rows = others().getByRole('listitem');
    expect(await rows.count()).toBe(2);
    expect(await rows.filter({ hasText: 'Lukas Bauer' }).textContent()).toContain('Bauer & Sohn');
    expect(await rows.filter({ hasText: 'Piet Nobody' }).textContent()).toContain('nobody has this address');
    await others().scrollIntoViewIfNeeded();
    await inspect(desk.panel(), 'participants');
  });

  test('a click opens one of them, and there is a way back to the message', async () => {
    await others()
      .getByRole('button', { name: /Lukas Bauer/ })
      .click();
    await painted('Lukas Bauer');
    await inspect(desk.panel(), 'participant-opened');
    await desk.panel().getByRole('button', { name: 'Back to the open message' }).click();
    await painted('Anna Keller');
  });

  test('one of them that nobody knows can be made from there', async () => {
    await others()
      .getByRole('button', { name: /Piet Nobody/ })
      .click();
    await painted('No one has this address');
    expect(await desk.panel().getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Piet Nobody');
  });

  test('the next message ends what was asked for by hand', async () => {
    await desk.open('Printer offline');
    await painted('Anna Keller');
    expect(await desk.panel().getByRole('button', { name: /^Back/ }).count()).toBe(0);
    expect(await others().count()).toBe(0);
  });
});
