import { describe, expect, it } from 'vitest';
import { type Answers, answering } from '@/test/support/asking';
import { person } from '@/test/support/people';
import type { Suspect } from '@/utils/connectors/types';
import type { SearchAsked, SuspectsAsked } from '@/utils/messages/protocol';
import { type DuplicatesPort, makeDuplicating } from '@/utils/panel/duplicating';
import { makeSuspecting, type WorkerPort } from '@/utils/panel/suspecting';

const suspect = (id: string): Suspect => ({
  person: person({ ref: { connection: 'book', id } }),
  tickets: 0,
  tier: 'likely',
  probability: 0.9,
  evidence: [],
});
const query = { text: 'a', role: 'anyone', group: null, label: null, sort: 'best' } as const;

function suspecting(answers: Answers = {}) {
  const asked: (SearchAsked | SuspectsAsked)[] = [];
  const port: WorkerPort = { postMessage: (one) => void asked.push(one), onmessage: null, onerror: null };
  const started = { times: 0 };
  const background = answering({ 'apart.list': () => [], ...answers });
  const made = makeSuspecting(() => {
    started.times += 1;
    return port;
  }, background.ask);
  const told = (suspects: readonly Suspect[] | null) =>
    port.onmessage?.(
      new MessageEvent('message', { data: { turn: asked.at(-1)?.turn ?? 0, connection: 'book', suspects } }),
    );
  const ask = () => made.suspects({ ref: { connection: 'book', id: '1' }, limit: 2 });
  const reached = async (count: number) => {
    while (asked.length < count) await Promise.resolve();
  };
  return {
    ...made,
    ...background,
    asked,
    port,
    started,
    told,
    ask,
    reached,
    fellBack: () => background.questions('suspects'),
  };
}

const ids = (answer: Awaited<ReturnType<ReturnType<typeof suspecting>['ask']>>) =>
  answer.ok ? answer.value.map(({ person: { ref } }) => ref.id) : answer.problem;

describe('Who may be the same person, in the panel', () => {
  it('is told by the worker of the search, which is started once for both', async () => {
    const { start, ask, asked, told, reached, started, fellBack } = suspecting();
    const search = start();
    const answer = ask();
    await reached(1);
    expect(asked).toEqual([{ turn: 1, connection: 'book', suspectsOf: '1', limit: 2 }]);
    told([suspect('7')]);
    expect(ids(await answer)).toEqual(['7']);
    search.postMessage({ turn: 5, connections: ['book'], query, limit: 10 });
    expect(asked.at(-1)).toMatchObject({ turn: 5, connections: ['book'] });
    expect(started.times).toBe(1);
    expect(fellBack()).toEqual([]);
  });

  it('leaves out those declared different, asking for as many more', async () => {
    const { ask, asked, told, reached } = suspecting({
      'apart.list': () => [
        ['1', '7'],
        ['8', '1'],
        ['3', '4'],
      ],
    });
    const answer = ask();
    await reached(1);
    expect(asked).toMatchObject([{ limit: 4 }]);
    told([suspect('7'), suspect('4'), suspect('8'), suspect('9')]);
    expect(ids(await answer)).toEqual(['4', '9']);
  });

  it('is no guess where nobody knows who was declared different', async () => {
    const { ask, asked } = suspecting({
      'apart.list': () => {
        throw new Error('gone');
      },
    });
    expect((await ask()).ok).toBe(false);
    expect(asked).toEqual([]);
  });

  it('is asked of the background for a place that the worker does not hold', async () => {
    const { ask, told, reached, fellBack } = suspecting({ suspects: () => [suspect('12')] });
    const answer = ask();
    await reached(1);
    told(null);
    expect(ids(await answer)).toEqual(['12']);
    expect(fellBack()).toEqual([{ ref: { connection: 'book', id: '1' }, limit: 2 }]);
  });

  it('is asked of the background once the worker broke, also what was on its way', async () => {
    const { start, ask, port, reached, asked } = suspecting({ suspects: () => [suspect('12')] });
    const broken: unknown[] = [];
    start().onerror = (event) => broken.push(event);
    const answer = ask();
    await reached(1);
    Reflect.apply(port.onerror ?? expect.fail(), port, [new Event('error')]);
    expect(ids(await answer)).toEqual(['12']);
    expect(broken).toHaveLength(1);
    expect(ids(await ask())).toEqual(['12']);
    expect(asked).toHaveLength(1);
  });

  it('leaves the answers of the search to the search', async () => {
    const { start, port } = suspecting();
    const search = start();
    const heard: unknown[] = [];
    search.onmessage = ({ data }) => heard.push(data);
    const data = { turn: 1, connection: 'book', part: { items: [], total: 0 }, making: false, whole: true };
    port.onmessage?.(new MessageEvent('message', { data }));
    expect(heard).toEqual([data]);
  });
});

describe('The search for all duplicates, in the panel', () => {
  function duplicating() {
    const ends: string[] = [];
    const asked: string[] = [];
    const port: DuplicatesPort = {
      postMessage: (connection) => void asked.push(connection),
      onmessage: null,
      onerror: null,
      terminate: () => void ends.push('ended'),
    };
    return { port, asked, ends };
  }
  const going = { state: 'reading', done: 1, total: 9, found: 0, pairs: [], last: false } as const;

  it('has a worker for itself, which ends with the last it tells', () => {
    const { port, asked, ends } = duplicating();
    const told: string[] = [];
    makeDuplicating(() => port)('book', ({ state }) => told.push(state));
    expect(asked).toEqual(['book']);
    port.onmessage?.(new MessageEvent('message', { data: going }));
    expect(ends).toEqual([]);
    port.onmessage?.(new MessageEvent('message', { data: { ...going, state: 'done', last: true } }));
    expect(told).toEqual(['reading', 'done']);
    expect(ends).toEqual(['ended']);
  });

  it('stops at once, and nothing more is told', () => {
    const { port, ends } = duplicating();
    const told: string[] = [];
    const stop = makeDuplicating(() => port)('book', ({ state }) => told.push(state));
    stop();
    stop();
    expect(ends).toEqual(['ended']);
    port.onmessage?.(new MessageEvent('message', { data: going }));
    expect(told).toEqual([]);
  });

  it('says so where it cannot be started, or breaks', () => {
    const told: unknown[] = [];
    const failed = { state: 'failed', last: true, problem: { kind: 'bug', call: 'duplicates' } };
    makeDuplicating(() => {
      throw new Error('no workers here');
    })('book', (one) => told.push(one));
    expect(told).toMatchObject([failed]);
    const { port, ends } = duplicating();
    makeDuplicating(() => port)('book', (one) => told.push(one));
    Reflect.apply(port.onerror ?? expect.fail(), port, [{ message: 'out of memory' }]);
    expect(told[1]).toMatchObject({ ...failed, problem: { detail: 'out of memory' } });
    expect(ends).toEqual(['ended']);
  });
});
