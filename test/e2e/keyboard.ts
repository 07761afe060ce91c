// What an agent does who has no pointer: keys, and nothing else.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { say } from './words';

/** Stops of the longest way round the panel. */
const MOST = 200;

/** @param page the panel as it is open now */
export const keysOf = (page: () => Page) => {
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page().keyboard.press(key);
  }
  const hasFocus = (wanted: Locator) => wanted.evaluate((element) => element === document.activeElement);

  /** Goes on with Tab until it has the focus. */
  async function tabTo(wanted: Locator, key = 'Tab'): Promise<void> {
    await wanted.first().waitFor();
    for (let stop = 0; stop < MOST; stop += 1) {
      if (await hasFocus(wanted.first())) return;
      await press(key);
    }
    throw new Error(`Tab never comes to ${wanted}`);
  }
  async function pressAt(wanted: Locator, key = 'Enter'): Promise<void> {
    await tabTo(wanted);
    await press(key);
  }
  const button = (name: string | RegExp): Locator =>
    page().getByRole('button', { name, exact: typeof name === 'string' });
  /** Goes down the open menu to a row; it has the focus then. */
  async function rowOf(name: string | RegExp): Promise<Locator> {
    const wanted = page().getByRole('menuitem', { name }).first();
    await page().locator('[role^=menuitem]:focus').waitFor();
    await wanted.waitFor();
    for (let stop = 0; stop < MOST; stop += 1) {
      if (await hasFocus(wanted)) return wanted;
      await press('ArrowDown');
    }
    throw new Error(`No arrow comes to ${wanted}`);
  }
  return {
    press,
    tabTo,
    pressAt,
    button,
    rowOf,
    type: (text: string) => page().keyboard.type(text),
    openMenu: () => pressAt(button(say('more_actions')).first()),
    /** Chooses a row of the person's menu. */
    async menu(name: string | RegExp): Promise<void> {
      await pressAt(button(say('more_actions')).first());
      await rowOf(name);
      await press('Enter');
    },
    /** Finds a command by some letters of it, and runs it. */
    async command(letters: string): Promise<void> {
      const list = page().getByRole('dialog', { name: say('menu_all') });
      // Right after another dialog was closed the key is not heard yet: no hand is as quick.
      const opened = async () => {
        if ((await list.count()) === 0) await press('ControlOrMeta+k');
        return list.count();
      };
      await expect.poll(opened).toBe(1);
      await page().keyboard.type(letters);
      await list.locator('[role=option][aria-selected=true]', { hasText: letters }).waitFor();
      await press('Enter');
    },
  };
};
