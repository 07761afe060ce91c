/** Whether keys without Ctrl do nothing: some hit them by accident, or by speaking (WCAG 2.1.4). Chosen in the settings. */
export const singleKeysOff = (): boolean => document.documentElement.dataset['keys'] === 'off';
