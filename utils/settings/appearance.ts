// What of the settings decides how our pages look and behave: read by each page itself, without the schema of the rest.

/** Where the settings stand in local storage. */
export const SETTINGS = 'settings';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Appearance {
  readonly theme: Theme;
  /** `/`, `?` and other keys that are pressed without Ctrl do something. */
  readonly singleKeys: boolean;
}

/** Of stored settings, whatever is there. */
export function appearanceOf(stored: unknown): Appearance {
  const { theme, singleKeys }: { theme?: unknown; singleKeys?: unknown } = Object(stored);
  return { theme: THEMES.find((one) => one === theme) ?? 'system', singleKeys: singleKeys !== false };
}
