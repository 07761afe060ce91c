import type { When } from './types';

const MINUTES = { m: 1, h: 60, d: 24 * 60 };

/** As an ISO date: so long before `now`, or nine o'clock of that day. */
export function when(time: When, now: Date): string {
  const ago = /^(\d+)([mhd])$/u.exec(time);
  if (ago === null) return `${time}T09:00:00.000Z`;
  const [, count, unit] = ago;
  const minutes = Number(count) * (unit === 'm' ? MINUTES.m : unit === 'h' ? MINUTES.h : MINUTES.d);
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}
