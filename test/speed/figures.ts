import { expect } from 'vitest';

/** The value below which 95 of 100 lie. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** At most this; or, with `least`, at least. No bar: told beside a figure that has one. */
  readonly bar?: number;
  readonly least?: boolean;
}

/** Prints one figure as the one JSON line that `npm run bench` shows. A value that is no number is never ok. */
export function tell({ name, value, unit, bar, least = false }: Figure): void {
  const rounded = Math.round(value * 100) / 100;
  const ok = Number.isFinite(rounded) && (bar === undefined || (least ? rounded >= bar : rounded <= bar));
  console.log(JSON.stringify({ name, value: rounded, unit, bar: bar ?? null, ok }));
  expect(rounded, name).not.toBeNaN();
}
