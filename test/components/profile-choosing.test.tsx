import { beforeEach, describe, expect, it } from 'vitest';
import { chosenBy, matching } from '@/components/profile/choosing';
import { languageList } from '@/components/profile/languages';
import { offsetText, zoneClock, zoneList } from '@/components/profile/zones';
import { NOW } from '@/test/support/draw-panel';
import { speak } from '@/test/support/words';

describe('The list of timezones', () => {
  let zones: ReturnType<typeof zoneList> = [];
  beforeEach(() => {
    zones = zoneList(NOW);
  });
  const first = (typed: string) => matching(zones, typed)[0]?.id;

  it('holds every zone the browser knows, each once, with what its clocks show and how far it is from UTC', () => {
    expect(zones.length).toBe(new Set(Intl.supportedValuesOf('timeZone')).size);
    expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
    expect(zones.find(({ id }) => id === 'Asia/Tokyo')?.end).toMatch(/^(22:32|10:32\spm) · UTC\+9$/i);
  });

  it.each([
    ['berl', 'Europe/Berlin'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['São P', 'America/Sao_Paulo'],
    ['saigon', 'Asia/Ho_Chi_Minh'],
    ['ho chi', 'Asia/Ho_Chi_Minh'],
    ['calcutta', 'Asia/Kolkata'],
    ['america york', 'America/New_York'],
  ])('finds %s', (typed, id) => {
    expect(first(typed)).toBe(id);
  });

  it('finds zones by their distance from UTC, and nothing for what is no place', () => {
    expect(matching(zones, 'utc+5:45').map(({ id }) => id)).toEqual(['Asia/Kathmandu']);
    expect(matching(zones, 'atlantis')).toEqual([]);
  });

  it('takes a zone by its id or its city, however it is written, and nothing that is only begun', () => {
    expect(chosenBy(zones, 'europe/berlin')?.id).toBe('Europe/Berlin');
    expect(chosenBy(zones, ' Berlin ')?.id).toBe('Europe/Berlin');
    expect(chosenBy(zones, 'Berl')).toBeNull();
  });

  it('writes half hours, and zones behind UTC', () => {
    expect([330, -210, -480, 0].map(offsetText)).toEqual(['UTC+5:30', 'UTC−3:30', 'UTC−8', 'UTC']);
    expect(zoneClock('Mars/Olympus', NOW)).toBeNull();
  });
});

describe('The list of languages', () => {
  it('finds a language by its name here, its own name and its code', () => {
    const languages = languageList();
    for (const typed of ['vietn', 'tiếng vi', 'tieng viet', 'vi']) {
      expect(matching(languages, typed).map(({ id }) => id)).toContain('vi');
    }
    expect(chosenBy(languages, 'Vietnamese')?.id).toBe('vi');
    expect(chosenBy(languages, 'pt-BR')?.id).toBe('pt-BR');
    expect(new Set(languages.map(({ id }) => id)).size).toBe(languages.length);
  });

  it('names them in the language of the panel', () => {
    speak('de');
    expect(chosenBy(languageList(), 'vi')?.text).toBe('Vietnamesisch');
  });
});
