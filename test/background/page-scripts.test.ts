import { describe, expect, it } from 'vitest';
import { scriptFor, scriptPlaces } from '@/utils/background/page-scripts';

describe('which script a site gets', () => {
  it('is the service’s own for a known host, and the one for self-hosted pages for any other', () => {
    expect(scriptFor('mail.google.com')).toBe('gmail');
    expect(scriptFor('outlook.office365.com')).toBe('outlook');
    expect(scriptFor('webmail.example.org')).toBe('hosted');
    expect(scriptFor('mail.google.com.evil.test')).toBe('hosted');
  });

  it('runs nowhere but on the allowed sites', () => {
    expect(scriptPlaces([])).toEqual({
      gmail: { matches: [], excludeMatches: [] },
      outlook: { matches: [], excludeMatches: [] },
      hosted: { matches: [], excludeMatches: [] },
    });
    const places = scriptPlaces(['https://mail.google.com/*', 'https://rt.example.org/*']);
    expect(places.gmail.matches).toEqual(['https://mail.google.com/*']);
    expect(places.outlook.matches).toEqual([]);
    expect(places.hosted.matches).toEqual(['https://rt.example.org/*']);
  });

  it('is one only, also where somebody has allowed all sites in the browser’s settings', () => {
    const places = scriptPlaces(['http://*/*', 'https://*/*']);
    expect(places.gmail.matches).toEqual(['https://mail.google.com/*']);
    expect(places.hosted.matches).toEqual(['http://*/*', 'https://*/*']);
    expect(places.hosted.excludeMatches).toContain('https://mail.google.com/*');
    expect(places.hosted.excludeMatches).toContain('https://outlook.live.com/*');
  });
});
