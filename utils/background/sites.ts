import { patternOf } from '@/utils/browser/permissions';
import { sendToTab, tabsAt } from '@/utils/browser/tabs';
import type { LauncherPlace, SiteAccess } from '@/utils/messages/protocol';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';

export interface Sites {
  /** Allowed sites, each with what is set for it. */
  list(patterns: readonly string[]): Promise<readonly SiteAccess[]>;
  launcherAt(origin: string): Promise<LauncherPlace>;
  /** Shows, hides or moves the launcher on a site, in its open tabs at once. */
  place(origin: string, change: { readonly hidden?: boolean; readonly top?: number }): Promise<void>;
}

const isWeb = (origin: string): boolean => /^https?:/.test(origin);
/** Access is given to a whole host, all its ports with it: so is what is set for a site. */
const siteOf = (origin: string): string => (isWeb(origin) ? patternOf(origin).slice(0, -2) : origin);

export function makeSites(settings: ChangeSettings): Sites {
  const launcherAt: Sites['launcherAt'] = async (origin) => {
    const { launcherHidden, launcherTop } = await readSettings();
    return { hidden: launcherHidden.includes(siteOf(origin)), top: launcherTop };
  };
  return {
    launcherAt,
    async list(patterns) {
      const { launcherHidden } = await readSettings();
      return patterns.map((pattern) => {
        const origin = pattern.replace(/\/\*$/, '');
        return { origin, launcherHidden: launcherHidden.includes(siteOf(origin)) };
      });
    },
    async place(origin, { hidden, top }) {
      await settings(({ launcherHidden }) => {
        const site = siteOf(origin);
        const rest = launcherHidden.filter((one) => one !== site);
        return {
          ...(hidden === undefined ? {} : { launcherHidden: hidden ? [...rest, site] : rest }),
          ...(top === undefined ? {} : { launcherTop: top }),
        };
      });
      if (!isWeb(origin)) return;
      const launcher = await launcherAt(origin);
      for (const { id } of await tabsAt([patternOf(origin)])) {
        await sendToTab(id, { name: 'launcher.place', question: { launcher } }, 0);
      }
    },
  };
}
