import type { CDPSession } from 'playwright-core';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs */
  readonly ts: number;
  /** µs */
  readonly dur?: number;
  /** µs of the processor; `dur` also counts the time in which others had it. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** Everything the browser did while `act` ran, as far as the categories tell. */
export async function traced(
  cdp: CDPSession,
  categories: readonly string[],
  act: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: readonly object[] }): void => {
    for (const event of value) if (isEvent(event)) events.push(event);
  };
  cdp.on('Tracing.dataCollected', collect);
  const traceConfig = { recordMode: 'recordAsMuchAsPossible' as const, includedCategories: [...categories] };
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await act();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

const isEvent = (value: object): value is TraceEvent => 'name' in value && 'ts' in value && 'args' in value;

/** Calls into one script, outermost only: a call within a call is not counted twice. */
export function callsInto(events: readonly TraceEvent[], file: string): readonly TraceEvent[] {
  const calls = events
    .filter(({ name, dur, args }) => CALLS.has(name) && dur !== undefined && args.data?.url?.endsWith(file) === true)
    .sort((a, b) => a.ts - b.ts);
  const ends = new Map<string, number>();
  return calls.filter(({ pid, tid, ts, dur = 0 }) => {
    const thread = `${pid}/${tid}`;
    if (ts < (ends.get(thread) ?? 0)) return false;
    ends.set(thread, ts + dur);
    return true;
  });
}

const CALLS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

/** Names of threads, by process and thread. */
export function threads(events: readonly TraceEvent[]): ReadonlyMap<string, string> {
  const named = events.filter(({ name, ph }) => ph === 'M' && name === 'thread_name');
  return new Map(named.map(({ pid, tid, args }) => [`${pid}/${tid}`, args.name ?? '']));
}
