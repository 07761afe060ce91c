// What Sidecard shows of a tab: the snapshot that the panel draws, read where the panel reads it.
import type { Page } from 'playwright-core';
import type { Harness } from '@/test/e2e/harness';
import { isView, type PanelView } from '@/utils/messages/view';
import { nameParty } from './names';

/** The snapshot in the words of the tables. */
export interface Seen {
  readonly state: PanelView['page']['state'];
  readonly chosen: string | null;
  /** The chosen one has an address: tells a name that looks like a mailbox from a real one. */
  readonly addressed: boolean;
  readonly role: string | null;
  readonly title: string | null;
  readonly noReply: boolean;
  /** `role Name <address>`, sorted. */
  readonly others: readonly string[];
  readonly more: number;
}

export interface Views {
  tabOf(page: Page): Promise<number>;
  /** null: nothing is known of the tab. */
  of(tab: number): Promise<Seen | null>;
  /** Everything that any tab has shown since the start, however shortly. */
  ever(): Promise<readonly Seen[]>;
}

const seen = ({ page, subject, others, more }: PanelView): Seen => ({
  state: page.state,
  chosen: subject === null ? null : nameParty(subject.party),
  addressed: subject !== null && subject.party.address !== null,
  role: subject?.role ?? null,
  title: subject?.title ?? null,
  noReply: subject?.noReply ?? false,
  others: others.map(({ role, party }) => `${role} ${nameParty(party)}`).sort(),
  more,
});

const LISTEN = `
  globalThis.shown = [];
  chrome.storage.session.onChanged.addListener((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith('view:') && newValue) globalThis.shown.push(newValue);
    }
  });
`;

/** Opens a page of the extension that listens from now on. */
export async function openViews(harness: Harness): Promise<Views> {
  const page = await harness.ctx.newPage();
  await page.goto(harness.url('options.html'));
  await page.evaluate(LISTEN);
  const ask = (script: string): Promise<unknown> => page.evaluate(script);
  return {
    async tabOf(other) {
      const tab = await ask(
        `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === ${JSON.stringify(other.url())})?.id)`,
      );
      if (typeof tab !== 'number') throw new Error(`No tab shows ${other.url()}`);
      return tab;
    },
    async of(tab) {
      const view = await ask(`chrome.storage.session.get('view:${tab}').then((kept) => kept['view:${tab}'] ?? null)`);
      return isView(view) ? seen(view) : null;
    },
    async ever() {
      const views = await ask('globalThis.shown');
      return Array.isArray(views) ? views.filter(isView).map(seen) : [];
    },
  };
}
