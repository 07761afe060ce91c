import type { Ban, Range } from '@/utils/connectors/types';
import type { Address, Part } from '@/utils/people/types';
import type { BookDatabase } from './database';

/** Whether an address, or a pattern with `*` that fits it, is banned from this book. */
export async function isBanned(database: BookDatabase, address: Address): Promise<boolean> {
  return (await readBanned(database))(address);
}

/** Tells it of any address, as it is now: for many at once. */
export async function readBanned(database: BookDatabase): Promise<(address: string) => boolean> {
  const bans = (await database.bans.toCollection().primaryKeys()).map((pattern) => pattern.toLowerCase());
  const whole = new Set(bans);
  const patterns = bans.filter((pattern) => pattern.includes('*'));
  return (address) => whole.has(address) || patterns.some((pattern) => fits(pattern, address));
}

/** Addresses and patterns, the newest first. */
export async function readBans(database: BookDatabase, { limit }: Range): Promise<Part<Ban>> {
  const rows = (await database.bans.toArray()).sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  return { items: rows.slice(0, limit).map(({ pattern, at }) => ({ address: pattern, at })), total: rows.length };
}

/** `*` stands for any letters. Walked by parts: a pattern of many stars takes no longer than a plain one. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [first = ''] = parts;
  if (parts.length === 1) return text === first;
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const place = { at: first.length };
  const end = text.length - last.length;
  return parts.slice(1, -1).every((part) => {
    const found = text.indexOf(part, place.at);
    place.at = found + part.length;
    return found >= 0 && place.at <= end;
  });
}
