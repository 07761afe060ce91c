import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering } from '@/test/support/asking';
import { person } from '@/test/support/people';
import { gate } from '@/test/support/places';
import { sources } from '@/test/support/views';
import type { SearchAsked, SearchTold } from '@/utils/connectors/told';
import type { PersonHit } from '@/utils/connectors/types';
import type { FoundPeople, SearchWish } from '@/utils/messages/protocol';
import { makeSearching, type SearchPort } from '@/utils/panel/searching';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const QUERY = { text: 'kel', role: 'anyone', group: null, label: null, sort: 'best' } as const;
const hit = (name: string, connection = 'book', some: Partial<PersonHit> = {}): PersonHit => ({
  person: person({ ref: { connection, id: name }, name, mail: `${name.split(' ')[0]}@example.com` }),
  openTickets: null,
  ...some,
});

function searching(answers: Parameters<typeof answering>[0] = {}) {
  const asked: SearchAsked[] = [];
  const port: SearchPort = { postMessage: (one) => asked.push(one), onmessage: null, onerror: null };
  const background = answering(answers);
  const made = makeSearching(() => port, background.ask);
  const told: FoundPeople[] = [];
  return {
    ...made,
    asked,
    told,
    port,
    questions: () => background.questions('search'),
    all: background.questions,
    ask(some: Partial<SearchWish> = {}): AbortController {
      const stop = new AbortController();
      const wanted = { query: QUERY, limit: 50, sources: [sources.book, sources.rt], ...some };
      made.search(wanted, (people) => told.push(people), stop.signal);
      return stop;
    },
    tell(items: readonly PersonHit[], some: Partial<SearchTold> = {}) {
      const turn = asked.at(-1)?.turn ?? 0;
      const data = {
        turn,
        connection: 'book',
        part: { items, total: items.length },
        making: false,
        whole: true,
        ...some,
      };
      port.onmessage?.(new MessageEvent('message', { data }));
    },
  };
}

const names = ({ items }: FoundPeople) => items.map((one) => one.person.name);

describe('The search of a panel', () => {
  it('asks the worker for local books at once, and servers once the typing rests', async () => {
    const { ask, asked, questions } = searching({ search: () => ({ items: [], total: 0 }) });
    ask().abort();
    ask();
    expect(asked.map(({ connections, limit }) => [connections, limit])).toEqual([
      [['book'], 50],
      [['book'], 50],
    ]);
    await vi.advanceTimersByTimeAsync(149);
    expect(questions()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(questions()).toEqual([{ query: QUERY, limit: 50, connections: ['rt'], by: expect.any(String) }]);
  });

  it('tells what there is, who has not answered, and who could not', async () => {
    const { ask, tell, told } = searching({
      search: () => {
        throw new Error('down');
      },
    });
    ask();
    tell([hit('Anna Keller')]);
    expect(told.at(-1)).toMatchObject({ total: 1, waiting: [sources.rt], failed: [] });
    await vi.advanceTimersByTimeAsync(150);
    expect(told.at(-1)).toMatchObject({ total: 1, waiting: [], failed: [{ source: sources.rt }] });
    expect(names(told.at(-1) ?? expect.fail())).toEqual(['Anna Keller']);
  });

  it('joins the sources: the best first, and one row for one address in several', async () => {
    const { ask, tell, told } = searching({
      search: () => ({ items: [{ ...hit('Anna Keller', 'rt'), source: sources.rt }], total: 9 }),
    });
    ask();
    tell([hit('Anna Keller', 'book', { score: 1 }), hit('Ben Kelly', 'book', { score: 8 })]);
    await vi.advanceTimersByTimeAsync(150);
    const last = told.at(-1) ?? expect.fail();
    expect(last.items.map((one) => [one.person.name, one.source.id, one.also.map(({ id }) => id)])).toEqual([
      ['Anna Keller', 'book', ['rt']],
      ['Ben Kelly', 'book', []],
    ]);
    expect([last.listed, last.total]).toEqual([3, 11]);
  });

  it('never makes one row of two who were declared different', async () => {
    const pair = [
      { connection: 'rt', id: 'Anna Keller' },
      { connection: 'book', id: 'Anna Keller' },
    ] as const;
    const { ask, tell, told } = searching({
      search: () => ({ items: [{ ...hit('Anna Keller', 'rt'), source: sources.rt }], total: 1 }),
      'apart.across': () => [pair],
    });
    ask();
    tell([hit('Anna Keller')]);
    await vi.advanceTimersByTimeAsync(150);
    expect(told.at(-1)?.items.map(({ source, also }) => [source.id, also])).toEqual([
      ['book', []],
      ['rt', []],
    ]);
  });

  it('says how many each source has, of those that are listed and in all', async () => {
    const { ask, tell, told } = searching({
      search: () => ({ items: [{ ...hit('Ben Kelly', 'rt'), source: sources.rt }], total: 9 }),
    });
    ask();
    tell([hit('Anna Keller')]);
    await vi.advanceTimersByTimeAsync(150);
    expect(told.at(-1)?.counts).toEqual([
      { source: sources.book, listed: 1, total: 1 },
      { source: sources.rt, listed: 1, total: 9 },
    ]);
  });

  it.each<[string, boolean]>([
    ['k', false],
    ['ke', false],
    [' k ', false],
    ['kel', true],
    ['#7', true],
    ['42', true],
    ['王', true],
  ])('does not ask servers for too few letters, and says so: “%s”', async (text, asks) => {
    const { ask, told, questions, tell } = searching({ search: () => ({ items: [], total: 0 }) });
    ask({ query: { ...QUERY, text } });
    tell([hit('Anna Keller')]);
    expect(told.at(-1)).toMatchObject({
      waiting: asks ? [sources.rt] : [],
      short: asks ? [] : [{ source: sources.rt, letters: 3 }],
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(questions()).toHaveLength(asks ? 1 : 0);
  });

  it('tells at once that there are too few letters, where there is no book to search', async () => {
    const { ask, told } = searching();
    ask({ query: { ...QUERY, text: 'k' }, sources: [sources.rt] });
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toMatchObject({ items: [], short: [{ source: sources.rt }] });
  });

  it('takes a server’s search back once it is given up, and not one that was answered', async () => {
    const answer = gate<{ items: never[]; total: number }>();
    const { ask, all } = searching({ search: () => answer.promise, 'search.stop': () => null });
    const first = ask();
    await vi.advanceTimersByTimeAsync(150);
    const by = (name: 'search' | 'search.stop') => all(name).map((question) => Object(question).by);
    expect(by('search.stop')).toEqual([]);
    first.abort();
    expect(by('search.stop')).toEqual(by('search'));
    const second = ask();
    await vi.advanceTimersByTimeAsync(150);
    answer.open({ items: [], total: 0 });
    await vi.advanceTimersByTimeAsync(0);
    second.abort();
    expect(by('search')).toHaveLength(2);
    expect(new Set(by('search')).size).toBe(2);
    expect(by('search.stop')).toHaveLength(1);
  });

  it('says which book is searched by name and address only', () => {
    const { ask, tell, told } = searching();
    ask();
    tell([hit('Anna Keller')], { making: true });
    expect(told.at(-1)?.making).toEqual([sources.book]);
  });

  it('tells nothing of an older question, nor after it was given up', () => {
    const { ask, tell, told, asked } = searching();
    const first = ask();
    const old = asked.at(-1)?.turn ?? 0;
    first.abort();
    const stop = ask();
    tell([hit('Anna Keller')], { turn: old });
    expect(told).toEqual([]);
    stop.abort();
    tell([hit('Ben Kelly')]);
    expect(told).toEqual([]);
  });

  it('goes on with a list behind it, once it is given up itself', async () => {
    const { ask, asked, tell, told } = searching();
    const labelled = { ...QUERY, text: '', label: 'vip' };
    const list = ask({ query: labelled, sources: [sources.book] });
    const stop = ask({ sources: [sources.book] });
    stop.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.at(-1)).toMatchObject({ connections: ['book'], limit: 50, query: labelled });
    tell([hit('Anna Keller')]);
    expect(told.map(names)).toEqual([['Anna Keller']]);
    list.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.at(-1)).toMatchObject({ connections: [], limit: 0 });
  });

  it('lets the worker rest once nobody asks any more', async () => {
    const { ask, asked } = searching();
    ask().abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.at(-1)).toMatchObject({ connections: [], limit: 0 });
  });

  it('goes through the background when the worker cannot be had', async () => {
    const { ask, told, port, questions } = searching({
      search: () => ({ items: [{ ...hit('Anna Keller'), source: sources.book }], total: 1 }),
    });
    ask({ sources: [sources.book] });
    // Where this test runs there are no events of that kind.
    Reflect.apply(port.onerror ?? expect.fail(), port, [new Event('error')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(questions()).toEqual([{ query: QUERY, limit: 50, connections: ['book'] }]);
    expect(names(told.at(-1) ?? expect.fail())).toEqual(['Anna Keller']);
  });

  it('asks the background for all sources while the panel does not know them', async () => {
    const { ask, asked, told, questions } = searching({
      search: () => ({ items: [{ ...hit('Anna Keller'), source: sources.book }], total: 1 }),
    });
    ask({ sources: [] });
    await vi.advanceTimersByTimeAsync(150);
    expect(asked).toEqual([]);
    expect(questions()).toEqual([{ query: QUERY, limit: 50 }]);
    expect(told.at(-1)?.total).toBe(1);
  });

  it('makes the indexes of the local books ready before anything is typed', () => {
    const { warmSearch, asked } = searching();
    warmSearch([sources.book, sources.rt]);
    expect(asked).toMatchObject([{ connections: ['book'], limit: 0 }]);
  });
});
