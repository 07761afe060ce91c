const APPLE = /mac|iphone|ipad/i;

/** "Ctrl K", or "⌘ K" where that key does it. */
export const withMod = (key: string): string => `${APPLE.test(navigator.platform) ? '⌘' : 'Ctrl'} ${key}`;
