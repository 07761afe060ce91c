// Long work in slices: it is written as a generator that yields often, and whoever runs it lets others in between.

import type { Pausing } from './types';

const SLICE_MS = 8;

/** A piece of long work. It yields after a millisecond or so, never holding what must not change meanwhile. */
export type Work<T> = Generator<undefined, T, undefined>;

/** Runs to the end, with a breath after each slice of 8 ms. Rejects with the signal's reason once it is aborted. */
export async function runPausing<T>(work: Work<T>, { signal, breathe }: Pausing): Promise<T> {
  let sliceEnds = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < sliceEnds) continue;
    if (breathe) await breathe();
    signal?.throwIfAborted();
    sliceEnds = performance.now() + SLICE_MS;
  }
}

/** Runs to the end at once. */
export function runThrough<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
