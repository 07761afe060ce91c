import { describe, expect, it } from 'vitest';
import { address, found, person } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import type { Found, Session } from '@/utils/connectors/types';
import { lookUp, type Place, type Question } from '@/utils/lookup/find';
import { isOf } from '@/utils/lookup/own-server';
import { whoIsShown } from '@/utils/lookup/shown';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';

const SITE = 'https://desk.example.com/rt';
const page = address('marta@example.com');
const marta: Question = { name: 'Marta', address: page, record: '53', server: SITE };
const hidden: Question = { ...marta, address: null };

const record = (connection: string, mails: readonly string[], id = '53'): Person =>
  person({
    name: 'Marta Kowalska',
    ref: { connection, id },
    emails: mails.map((mail, at) => ({ address: address(mail), primary: at === 0 })),
  });

/** A place that notes how it was asked. */
function asked(id: string, some: Partial<Session> & { readonly people?: readonly Found[] } = {}) {
  const questions: string[] = [];
  const { people = [], get, ...session } = some;
  const one = place(id, {
    local: false,
    find: async (mail) => {
      questions.push(mail);
      return people.filter(({ person: { emails } }) => emails.some((email) => email.address === mail));
    },
    get: async (record_, signal) => {
      questions.push(`#${record_}`);
      if (get === undefined) throw new ProblemError({ kind: 'missing' });
      return get(record_, signal);
    },
    ...session,
  });
  return { place: one, questions };
}

const rt = (mails: readonly string[], some: Partial<Session> = {}) =>
  asked('rt', { site: SITE, get: async () => record('rt', mails), ...some });

function ask(question: Question, places: readonly Place[], more: Partial<Parameters<typeof lookUp>[0]> = {}) {
  const told: SourceAnswer[] = [];
  const controller = new AbortController();
  const now = () => new Date('2026-11-22T12:00:00Z');
  const tell = (answer: SourceAnswer): void => void told.push(answer);
  const answers = lookUp({ question, places, cache: memoryCache(), now, tell, signal: controller.signal, ...more });
  return { told, answers };
}

const names = (answers: readonly SourceAnswer[]) =>
  Object.fromEntries(answers.map(({ source, matches }) => [source.id, matches.map((one) => one.person.name)]));

describe('which server a page is of', () => {
  it.each([
    ['https://desk.example.com/rt', SITE, true],
    ['https://desk.example.com/rt/', SITE, true],
    ['HTTPS://Desk.Example.com:443/rt', SITE, true],
    ['https://desk.example.com', 'https://desk.example.com', true],
    ['https://desk.example.com/', SITE, false],
    ['https://desk.example.com/rt', 'https://desk.example.com', false],
    ['https://desk.example.com/rt2', SITE, false],
    ['https://desk.example.com/RT', SITE, false],
    ['http://desk.example.com/rt', SITE, false],
    ['https://desk.example.com:8443/rt', SITE, false],
    ['https://other.example.com/rt', SITE, false],
    ['desk', 'desk', false],
  ])('%s has the page of %s: %s', (site, server, is) => {
    expect(isOf({ site }, server)).toBe(is);
  });

  it('is none, where a connection has no pages or a page names no server', () => {
    expect(isOf({}, SITE)).toBe(false);
    expect(isOf({ site: SITE }, undefined)).toBe(false);
  });
});

describe('looking up whom a page names by the id of a record', () => {
  it('asks its own server by the id, and all others by the address', async () => {
    const own = rt(['marta@example.com']);
    const other = asked('other', { site: 'https://desk.example.com', people: [found({ mail: page, name: 'M. K.' })] });
    const book = asked('book');
    const answers = await ask(marta, [book.place, own.place, other.place]).answers;
    expect(own.questions).toEqual(['#53']);
    expect(other.questions, 'another server on the same host').toEqual([page]);
    expect(book.questions).toEqual([page]);
    expect(names(answers)).toEqual({ rt: ['Marta Kowalska'], other: ['M. K.'], book: [] });
  });

  it('finds whoever has a hidden address, and asks the others by theirs', async () => {
    const own = rt(['m.kowalska@example.com', 'marta@example.com']);
    const book = asked('book', { people: [found({ mail: 'm.kowalska@example.com', name: 'Marta K.' })] });
    const answers = await ask(hidden, [own.place, book.place]).answers;
    expect(book.questions).toEqual(['m.kowalska@example.com']);
    expect(names(answers)).toEqual({ rt: ['Marta Kowalska'], book: ['Marta K.'] });
  });

  it('believes the server’s record, where it has other addresses than the page says', async () => {
    const own = rt(['new@example.com']);
    const book = asked('book', {
      people: [found({ mail: page, name: 'Somebody Else' }), found({ mail: 'new@example.com', name: 'Marta K.' })],
    });
    const { answers, told } = ask(marta, [own.place, book.place]);
    expect(names(await answers)).toEqual({ rt: ['Marta Kowalska'], book: ['Marta K.'] });
    const last = told.findLast(({ source }) => source.id === 'book');
    expect(last?.matches.map((one) => one.person.name)).toEqual(['Marta K.']);
  });

  it('takes back at once whom the others gave for an address that is not this person’s', async () => {
    const slow = gate<Person>();
    const own = rt([], { get: () => slow.promise });
    const late = gate<Found[]>();
    const find = async (mail: string) =>
      mail === page ? [found({ mail: page, name: 'Somebody Else' })] : late.promise;
    const { answers, told } = ask(marta, [own.place, place('book', { find })]);
    const book = () => told.findLast(({ source }) => source.id === 'book');
    await expect.poll(() => book()?.matches.length).toBe(1);
    slow.open(record('rt', ['new@example.com']));
    await expect.poll(() => book()).toMatchObject({ state: 'looking', matches: [] });
    late.open([]);
    await answers;
  });

  it('holds up nobody else while its own server is slow', async () => {
    const slow = gate<Person>();
    const own = rt([], { get: () => slow.promise });
    const book = asked('book', { people: [found({ mail: page, name: 'Marta K.' })] });
    const { answers, told } = ask(marta, [own.place, book.place]);
    await expect.poll(() => told.map(({ source, state }) => [source.id, state])).toEqual([['book', 'answered']]);
    slow.open(record('rt', [page]));
    await answers;
    expect(book.questions, 'asked once').toEqual([page]);
  });

  it('goes by the address where the record is gone, and says nothing wrong', async () => {
    const own = asked('rt', { site: SITE, people: [found({ mail: page, name: 'Marta Merged' })] });
    const [answer] = await ask(marta, [own.place]).answers;
    expect(own.questions).toEqual(['#53', page]);
    expect(answer).toMatchObject({ state: 'answered', matches: [{ person: { name: 'Marta Merged' } }] });
    expect(answer?.problem).toBeUndefined();
  });

  it('finds nobody where the record is gone and the address is hidden', async () => {
    const own = asked('rt', { site: SITE });
    const book = asked('book');
    const answers = await ask(hidden, [own.place, book.place]).answers;
    expect(answers.map(({ state, matches }) => [state, matches.length])).toEqual([
      ['answered', 0],
      ['answered', 0],
    ]);
    expect(book.questions).toEqual([]);
  });

  it('tells what went wrong at its own server, and the others answer by the page’s address', async () => {
    const own = rt([], { get: () => Promise.reject(new ProblemError({ kind: 'offline' })) });
    const book = asked('book', { people: [found({ mail: page, name: 'Marta K.' })] });
    const [failed, fine] = await ask(marta, [own.place, book.place]).answers;
    expect(failed).toMatchObject({ state: 'failed', problem: { kind: 'offline', connection: 'rt' } });
    expect(fine).toMatchObject({ state: 'answered', matches: [{ person: { name: 'Marta K.' } }] });
  });

  it('shows from the cache whom the id was last, and never whom the address was', async () => {
    const cache = memoryCache();
    const kept = (name: string) => ({
      at: '2026-11-22T11:00:00.000Z',
      matches: [{ ...found({ name, mail: page }), profile: null }],
    });
    await cache.put('rt', '#53', kept('Marta Then'));
    await cache.put('rt', page, kept('Somebody Else'));
    const own = rt([page]);
    const { told, answers } = ask(marta, [own.place], { cache });
    await answers;
    expect(told.map(({ state, matches }) => [state, matches[0]?.person.name])).toEqual([
      ['looking', 'Marta Then'],
      ['answered', 'Marta Kowalska'],
    ]);
  });

  it('asks nobody about an address that is never looked up, though the record has it', async () => {
    const own = rt(['boss@example.com']);
    const book = asked('book');
    await ask(hidden, [own.place, book.place], { never: (one) => one === 'boss@example.com' }).answers;
    expect(book.questions).toEqual([]);
  });

  it('counts tickets by the lists, where the server has no shorter way', async () => {
    const total = { open: 2, resolved: 5 };
    const tickets: Session['reads']['tickets'] = async (_, which) => ({ items: [], total: total[which] });
    const [answer] = await ask(marta, [rt([page], { reads: { tickets } }).place]).answers;
    expect(answer?.matches).toMatchObject([{ openTickets: 2, tickets: 7, reason: { kind: 'primary' } }]);
  });

  it('says that the page’s address is another one of theirs', async () => {
    const [answer] = await ask(marta, [rt(['m.kowalska@example.com', page]).place]).answers;
    expect(answer?.matches).toMatchObject([{ reason: { kind: 'other-address' } }]);
  });
});

describe('whom the page names by an id', () => {
  it('is shown although another server has several of that address', async () => {
    const own = rt([page]);
    const two = [found({ mail: page }), found({ mail: page, ref: { connection: 'book', id: '2' } })];
    const answers = await ask(marta, [asked('book', { people: two }).place, own.place]).answers;
    const before = { shown: null, picked: false };
    expect(whoIsShown(answers, before, undefined).shown).toEqual({ connection: 'rt', id: '53' });
    const byAddress = await ask({ name: '', address: page }, [asked('book', { people: two }).place, own.place]).answers;
    expect(whoIsShown(byAddress, before, undefined).shown).toBeNull();
  });
});
