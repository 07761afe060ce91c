import { cityOf, clockText, offset } from '@/components/ui/time';
import type { Choosable } from './choosing';

// Browsers list some zones by names that the zone database has given up (tzdata "backward", 2024b).
const today: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** "UTC+5:30"; minutes ahead of UTC. */
export function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** "20:32 · UTC+7": what the clocks of a zone show now, in ms; null for a zone the browser does not know. */
export function zoneClock(zone: string, now: number): string | null {
  const ahead = offset(now, zone);
  return ahead === null ? null : `${clockText(now, zone)} · ${offsetText(ahead)}`;
}

const modern = (id: string): string => {
  const name = today[id];
  return name !== undefined && offset(0, name) !== null ? name : id;
};

/** All zones the browser knows, in the order of their cities' names, with what their clocks show `now`, in ms. */
export function zoneList(now: number): readonly Choosable[] {
  return Intl.supportedValuesOf('timeZone')
    .map((id): Choosable => {
      const name = modern(id);
      const end = zoneClock(name, now) ?? '';
      return { id: name, text: cityOf(name), end, names: [cityOf(name), name, id, end.split(' · ')[1] ?? ''] };
    })
    .sort((a, b) => a.text.localeCompare(b.text));
}
