import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Installing asks for no site: hosts are optional and asked for one by one, on a click. */
const ANY_HOST = ['https://*/*', 'http://*/*'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  i18n: { localesDir: 'utils/i18n/locales' },
  autoIcons: { baseIconPath: 'utils/mark.svg', sizes: [128, 48, 32, 16] },
  // Both know light-dark(), which would otherwise be written out a second time for browsers that are none of ours.
  vite: () => ({
    plugins: [preact()],
    build: {
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox142'],
      // All three browsers fetch ahead by themselves.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'idle', 'scripting', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ANY_HOST,
    action: { default_title: '__MSG_action_title__' },
    omnibox: { keyword: 'who' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+W' } },
      'look-up-selection': {
        // Chromium 156 takes Alt+Shift+W for itself and says nothing; this one is free there and in Firefox 142.
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_look_up_selection__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidecard@sidecard.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
