// Every new state that an action brings the panel into, for tests of how it looks and who can use it: in any language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { QueueState } from '@/utils/messages/acting';
import type { Harness } from './harness';

export const THAO = 'thao.nguyen@harbourfinch.example.com';

const REF = { connection: 'sample', id: '7' };
const SUMMARY = 'Prefers mail. Credit notes go through Dana.';

const CARD = `BEGIN:VCARD
VERSION:3.0
FN:Phương Thảo Nguyễn
TEL;TYPE=CELL:+84 90 5550 118
TITLE:Head of accounts
URL:https://harbourfinch.example.com/thao
EMAIL:${THAO}
NOTE:Asked for the signed form again.
END:VCARD
`;
const NEW_PEOPLE = `${CARD}BEGIN:VCARD
VERSION:3.0
FN:Oskar Lindqvist
EMAIL:oskar@lindqvist.example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Mechtild von der Hohenlohe-Schillingsfürst
TEL:+49 40 5550 3344
END:VCARD
`;

/** What waits, what is held and what stopped; the server away since before. */
export function queueAt(now: number): QueueState {
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  const base = { ref: REF, name: 'Phương Thảo Nguyễn', text: '', pending: [] };
  const change = { type: 'person.set', person: '7', field: 'summary', from: 'Prefers mail.', to: SUMMARY } as const;
  const phone = { type: 'phone', value: '+84 28 5550 0142' } as const;
  const contact = {
    type: 'contact.set',
    person: '7',
    at: 0,
    from: phone,
    to: { type: 'phone', value: '+84 28 5550 0177' },
  } as const;
  return {
    offline: { sample: at(20) },
    items: [
      { ...base, entry: 'q1', action: 'set-summary', at: at(15), state: 'queued', text: SUMMARY, pending: [change] },
      {
        ...base,
        entry: 'q2',
        action: 'add-note',
        at: at(12),
        state: 'queued',
        text: 'Asked for the signed form again.',
      },
      { ...base, entry: 'q3', action: 'make-primary', at: at(9), state: 'queued', until: now + 3_600_000 },
      {
        ...{ ...base, entry: 'q4', action: 'edit-contact', at: at(6), state: 'conflict', text: '+84 28 5550 0177' },
        conflicts: [{ step: 0, change: contact, theirs: { type: 'phone', value: '+84 90 5550 118' } }],
      },
      {
        ...{ ...base, entry: 'q5', action: 'set-label', at: at(3), state: 'failed' },
        problem: { kind: 'storage-full', detail: '' },
      },
    ],
  };
}

/** @param page the panel in a tab of its own */
export function actionStates(browser: Harness, page: () => Page, language: string) {
  const texts: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(join(process.cwd(), `utils/i18n/locales/${language}.json`), 'utf8'),
  );
  const say = (key: string, ...given: readonly string[]): string =>
    given.reduce((text, one, at) => text.replaceAll(`$${at + 1}`, one), texts[key] ?? key);
  const there = (selector: string) => page().locator(selector).first().waitFor();
  const ready = async () => {
    await there('[role=tab]');
    await page().locator('main .skeleton').first().waitFor({ state: 'detached' });
  };
  const profile = async (address = THAO) => {
    await page().goto(browser.url(`sidepanel.html?address=${address}`));
    await ready();
  };
  const command = async (text: string) => {
    await page().keyboard.press('ControlOrMeta+k');
    await there('dialog [role=option]');
    await page().keyboard.type(text);
    await page().locator('[role=option][aria-selected=true]', { hasText: text }).waitFor();
    await page().keyboard.press('Enter');
  };
  const setQueue = (queue: QueueState | null) =>
    page().evaluate(
      `chrome.storage.session.${queue === null ? `remove('queue')` : `set(${JSON.stringify({ queue })})`}`,
    );
  const away = async () => setQueue(queueAt(Date.now()));
  const files = async (text: string) =>
    page()
      .locator('.cards-choose input[type=file]')
      .setInputFiles({ name: 'people.vcf', mimeType: 'text/vcard', buffer: Buffer.from(text) });
  const choose = async () => {
    await profile();
    await command(say('action_merge'));
    await there('.merge .person-row, .merge button bdi');
  };
  const deletion = async () => {
    await profile();
    await command(say('action_delete'));
    await there('dialog[open] input');
  };
  const cards = async (address: string | null, text: string) => {
    await profile(address ?? THAO);
    await command(say(address === null ? 'palette_import' : 'menu_import_card'));
    await there('.cards-choose button');
    await files(text);
  };
  return {
    say,
    profile,
    setQueue,
    /** By name: brings the panel there. Each starts anew. */
    all: {
      hint: () => profile(),
      menu: async () => {
        await profile();
        await page()
          .getByRole('button', { name: say('more_actions'), exact: true })
          .first()
          .click();
        await there('[role=menuitem]');
      },
      palette: async () => {
        await profile();
        await page().keyboard.press('ControlOrMeta+k');
        await there('dialog [role=option]');
      },
      'merge-choosing': choose,
      'merge-comparing': async () => {
        await choose();
        await page()
          .locator('.merge')
          .getByRole('button', { name: /Thao N\./ })
          .first()
          .click();
        await there('.merge-card-goes');
        await page().locator('.merge-foot [aria-busy=true]').waitFor({ state: 'detached' });
        await there('.merge-count');
      },
      delete: deletion,
      duplicates: async () => {
        await profile();
        await command(say('palette_duplicates_in', say('source_sample_book')));
        await there('.duplicates .pair-acts, .duplicates [aria-keyshortcuts], .duplicates button');
        await page().locator('.duplicates[aria-busy=true]').waitFor({ state: 'detached' });
      },
      cards: async () => {
        await cards(THAO, CARD);
        await there('.cards-rows');
      },
      'cards-new': async () => {
        await cards(null, NEW_PEOPLE);
        await there('.cards-people input');
      },
      away: async () => {
        await profile();
        await away();
        await there('.queue-conflicts .conflict');
      },
      queue: async () => {
        await profile();
        await away();
        await there('.panel-strips');
        await command(say('queue_title'));
        await there('.queue-row');
      },
      held: async () => {
        await profile();
        const [{ pending: _, ...base } = { pending: [] }] = queueAt(Date.now()).items;
        const held = { ...base, action: 'delete', state: 'held', text: '', pending: [], until: Date.now() + 60_000 };
        await page().evaluate(
          `chrome.storage.session.set(${JSON.stringify({ queue: { items: [held], offline: {} } })})`,
        );
        await there('.notice');
      },
      bans: async () => {
        await page().goto(browser.url('options.html#bans'));
        await there('#bans-title, h1');
      },
    } as const,
  };
}

export type ActionState = keyof ReturnType<typeof actionStates>['all'];
