import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const builds = ['chrome-mv3', 'edge-mv3', 'firefox-mv3'];
const manifest = (build: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));

describe.each(builds)('%s', (build) => {
  test('asks for exactly the known permissions, and for no site when it is installed', () => {
    const { permissions, optional_permissions, host_permissions, optional_host_permissions } = manifest(build);
    const known = ['activeTab', 'alarms', 'contextMenus', 'idle', 'scripting', 'storage', 'unlimitedStorage'];
    if (build !== 'firefox-mv3') known.push('sidePanel');
    expect([permissions].flat().sort()).toEqual(known.sort());
    expect(optional_permissions).toBeUndefined();
    expect(host_permissions).toBeUndefined();
    expect(optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  test('puts no script into a page by itself', () => {
    expect(manifest(build)['content_scripts']).toBeUndefined();
  });

  test('lets no web page load its files', () => {
    expect(manifest(build)['web_accessible_resources']).toBeUndefined();
  });
});
