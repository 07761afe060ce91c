// A real Roundcube with the mails of roundcube/mails, read by the built extension in a real browser.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { address, logIn, openList, pressRow } from './roundcube/mailbox';
import { mails } from './roundcube/mails/index.mjs';
import type { FiledMail } from './roundcube/types';
import { NONE, startServer } from './start';
import type { Seen } from './views';

const server = await startServer('roundcube');
const SOON = { timeout: 10_000, interval: 50 };
const NOBODY = { chosen: null, role: null, others: expect.anything(), more: 0 };

function expected({ expected: wanted, headers }: FiledMail, folds: boolean): Partial<Seen> {
  if (wanted.chosen === null) return NOBODY;
  const subject = headers.find((line) => line.startsWith('Subject: '))?.slice('Subject: '.length) ?? null;
  const { others = [], folded = [] } = wanted;
  return {
    state: 'open',
    chosen: wanted.chosen,
    role: wanted.role ?? 'from',
    title: wanted.title ?? subject,
    noReply: wanted.noReply ?? false,
    others: [...others, ...(folds ? [] : folded)].sort(),
    more: folds ? folded.length : 0,
  };
}

const some = (folder: string, ...uids: readonly number[]): readonly FiledMail[] =>
  mails.filter((mail) => mail.folder === folder && uids.includes(mail.uid));

/** Each mail with the words that name its test. */
const named = (all: readonly FiledMail[]) =>
  all.map((mail) => [`${mail.folder} ${mail.uid}, ${mail.about}`, mail] as const);

describe.skipIf(server === null)('in a real Roundcube', () => {
  const up = server ?? NONE;
  let opened: Opened;
  let page: Page;
  /** The skin shows ten recipients and counts the others. */
  let folds = true;

  const enter = async (skin?: 'larry' | 'classic'): Promise<void> => {
    await page?.close();
    page = await logIn(opened.harness.ctx, up, skin);
    folds = skin === undefined;
  };
  const see = async (mail: FiledMail, where = page): Promise<void> => {
    const tab = await opened.views.tabOf(where);
    await expect.poll(() => opened.views.of(tab), SOON).toMatchObject(expected(mail, folds));
    if (mail.expected.chosen === null) await seeNobody(tab);
  };
  const seeNobody = async (tab: number): Promise<void> => {
    const told = { state: expect.stringMatching(/^(open|unknown)$/), chosen: null };
    // The tab may still show the message before.
    await expect.poll(() => opened.views.of(tab), SOON).toMatchObject(told);
  };

  beforeAll(async () => {
    opened = await openBrowser(up.url);
    await enter();
    console.log(`Roundcube: ${mails.length} mails, each in its own page`);
  });
  afterAll(async () => {
    await opened?.harness.close();
    server?.stop();
  });

  it.each(named(mails))('%s: the panel is about the right person', async (_, mail) => {
    await page.goto(address(up, mail, 'show'));
    await see(mail);
  });

  it('the list alone shows nobody', async () => {
    await openList(page, up, 'INBOX');
    const tab = await opened.views.tabOf(page);
    await expect.poll(() => opened.views.of(tab), SOON).toMatchObject({ state: 'none', chosen: null });
  });

  describe('beside the list', () => {
    beforeAll(async () => {
      await openList(page, up, 'INBOX');
      console.log('Roundcube: mails in the frame beside the list');
    });
    it.each(
      named(some('INBOX', 1, 2, 6, 10, 13, 17, 20, 21, 22, 23, 24, 25, 27, 29, 30, 34, 35, 36, 37, 38, 39, 45, 47, 48)),
    )('%s: the person follows the frame', async (_, mail) => {
      await pressRow(page, mail);
      await see(mail);
    });
    it('our own mails show whom they went to', async () => {
      await openList(page, up, 'Sent');
      for (const mail of some('Sent', 1, 2)) {
        await pressRow(page, mail);
        await see(mail);
      }
    });
  });

  it.each(named(some('INBOX', 1, 6, 20, 22, 23, 24, 37, 38, 39, 45)))('%s: printed', async (_, mail) => {
    await page.goto(address(up, mail, 'print'));
    const tab = await opened.views.tabOf(page);
    // The print view has neither links nor the mailbox's own name: only who wrote it counts.
    const { chosen } = mail.expected;
    if (chosen === null) await seeNobody(tab);
    else await expect.poll(async () => (await opened.views.of(tab))?.chosen, SOON).toBe(chosen);
  });

  it('a mail in a window of its own shows its writer there', async () => {
    const [mail] = some('INBOX', 22);
    if (mail === undefined) throw new Error('no such mail');
    await page.goto(address(up, mail, 'show'));
    const [popup] = await Promise.all([
      opened.harness.ctx.waitForEvent('page'),
      page.evaluate('rcmail.command("extwin")'),
    ]);
    await popup.waitForURL(/_extwin=1/);
    await see(mail, popup);
    await popup.close();
  });

  it('an answer being written shows whom it goes to, or nobody', async () => {
    const [mail] = some('INBOX', 1);
    if (mail === undefined) throw new Error('no such mail');
    await page.goto(address(up, mail, 'show'));
    await see(mail);
    await page.goto(`${up.url}/?_task=mail&_action=compose&_reply_uid=${mail.uid}&_mbox=${mail.folder}`);
    await page.waitForSelector('#composebody');
    const tab = await opened.views.tabOf(page);
    await expect.poll(async () => (await opened.views.of(tab))?.title ?? '', SOON).not.toBe('Pick-up on Tuesday');
    expect((await opened.views.of(tab))?.chosen ?? '<frida.holm@northpier.test>').toContain(
      '<frida.holm@northpier.test>',
    );
  });

  describe.each(['larry', 'classic'] as const)('in the skin %s', (skin) => {
    beforeAll(async () => {
      await enter(skin);
      console.log(`Roundcube: skin ${skin}`);
    });
    it.each(named(some('INBOX', 1, 7, 20, 22, 23, 24, 25, 35, 37, 38, 39, 45, 47, 48)))(
      '%s: in its own page',
      async (_, mail) => {
        await page.goto(address(up, mail, 'show'));
        await see(mail);
      },
    );
    it('the person follows the frame beside the list', async () => {
      await openList(page, up, 'INBOX');
      for (const mail of some('INBOX', 1, 6, 39, 44)) {
        await pressRow(page, mail);
        await see(mail);
      }
    });
    it('our own mails show whom they went to', async () => {
      for (const mail of some('Sent', 1, 2)) {
        await page.goto(address(up, mail, 'show'));
        await see(mail);
      }
    });
  });

  it('nobody else was shown at any moment', async () => {
    // Where a mail is being written the page may name the address alone.
    const right = new Set([null, '<frida.holm@northpier.test>', ...mails.map(({ expected: { chosen } }) => chosen)]);
    const wrong = (await opened.views.ever()).filter(({ chosen }) => !right.has(chosen));
    expect(wrong).toEqual([]);
  });
  it('our scripts raised no error in a page', () => {
    expect(opened.faults).toEqual([]);
  });
  it('nothing was asked of any other server', () => {
    expect(opened.strays).toEqual([]);
  });
});
