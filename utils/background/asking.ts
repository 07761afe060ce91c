// The question to all places whether they know an address, and what its answers make of a tab's view.
import type { Cache } from '@/utils/lookup/cache';
import { lookUp, nearMatches, type Place } from '@/utils/lookup/find';
import { withPicture } from '@/utils/lookup/picture';
import { matchOf, whoIsShown } from '@/utils/lookup/shown';
import type { ApartPair, Match, SourceAnswer, Subject } from '@/utils/messages/view';
import { isNever } from '@/utils/people/never';
import { sameRef } from '@/utils/people/ref';
import type { Address, PersonRef } from '@/utils/people/types';
import { readSettings } from '@/utils/settings/store';
import { changeWhile, type Profiles } from './profiles';
import type { Tabs, Views } from './tab-state';

interface Parts {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly cache: Cache;
  readonly profiles: Profiles;
  /** Records of different connections that are not one person. */
  readonly apart: () => Promise<readonly ApartPair[]>;
  readonly now: () => Date;
}

export interface Asked {
  readonly tab: number;
  readonly subject: Subject;
  /** Whom to ask: all places, or the one that failed before. */
  readonly places: readonly Place[];
  /** Who is always shown for the address. */
  readonly always: PersonRef | undefined;
  /** Whom nobody is asked about. */
  readonly never: readonly string[];
  readonly signal: AbortSignal;
  /** The last of this browser's books has answered, or failed to. */
  readonly booksAnswered?: () => void;
}

export interface Asking {
  /** Asks the places, puts each answer into the view as it comes, and reads the profile of whoever is shown. */
  ask(asked: Asked): Promise<void>;
  /** Two records were declared different, or one after all: views that name both are decided anew. Answers their tabs. */
  decide(a: PersonRef, b: PersonRef): Promise<readonly number[]>;
}

const putAnswer = (answers: readonly SourceAnswer[], one: SourceAnswer): readonly SourceAnswer[] =>
  answers.map((before) => {
    if (before.source.id !== one.source.id) return before;
    // The same answer once more, with what the login may do: who was found, and what was read of them since, stands.
    const isSame = before.state === 'answered' && before.since === one.since && one.state === 'answered';
    return isSame ? { ...one, matches: before.matches } : notOlder(withPictures(one, before.matches), before.matches);
  });

/** A picture that comes by a call of its own is there until that one has answered anew. */
function withPictures(answer: SourceAnswer, known: readonly Match[]): SourceAnswer {
  if (!answer.can.includes('picture')) return answer;
  const matches = answer.matches.map((match) => {
    const before = known.find(({ person }) => sameRef(person.ref, match.person.ref));
    return { ...match, person: withPicture(match.person, before?.person) };
  });
  return { ...answer, matches };
}

/** Whoever was changed from here after the question was asked is known better than its answer knows them. */
function notOlder(answer: SourceAnswer, known: readonly Match[]): SourceAnswer {
  const newer = known.filter(({ touched = 0 }) => touched > Date.parse(answer.since));
  if (newer.length === 0) return answer;
  const matches = answer.matches.map(
    (match) => newer.find(({ person }) => sameRef(person.ref, match.person.ref)) ?? match,
  );
  return { ...answer, matches };
}

export function makeAsking({ views, tabs, cache, profiles, apart, now }: Parts): Asking {
  return {
    async ask({ tab, subject, places, always, never, signal, booksAnswered }) {
      const { address, name, record } = subject.party;
      // Of a page that tells a record by its number alone: nobody is called so.
      const isNumber = address === null && record !== undefined && name === `#${record}`;
      const isNeverAsked = (one: Address): boolean => isNever(one, never);
      const reading: Promise<void>[] = [];
      /** Whose profile was read for this question: once is enough, however often an answer is told. */
      const read = new Set<string>();
      const put = async (answer: SourceAnswer): Promise<void> => {
        // Read each time: the user may pick somebody, or take two apart, while a slow server is still looking.
        const [{ picked }, pairs] = await Promise.all([tabs.get(tab), apart()]);
        const { shown } = await changeWhile(views, tab, signal, (view) => {
          // One that was asked once more may answer while the next message is being turned to.
          if (view.subject?.key !== subject.key) return view;
          const answers = putAnswer(view.answers, answer);
          return { ...view, answers, ...whoIsShown(answers, { shown: view.shown, picked }, always, pairs) };
        });
        const place = places.find(({ source }) => source.id === answer.source.id);
        if (answer.state === 'answered' && place && shown?.connection === answer.source.id && !read.has(keyOf(shown))) {
          read.add(keyOf(shown));
          await profiles.read(tab, place, shown, signal);
        }
      };
      const books = new Set(places.flatMap(({ source }) => (source.local ? [source.id] : [])));
      const tell = (answer: SourceAnswer): void => {
        reading.push(put(answer));
        if (answer.state !== 'looking' && books.delete(answer.source.id) && books.size === 0) booksAnswered?.();
      };
      await lookUp({ question: subject.party, places, cache, now, tell, never: isNeverAsked, signal });
      if (signal.aborted) return;
      await Promise.all(reading);
      if (isNumber) return;
      if ((await views.get(tab)).answers.every(({ matches }) => matches.length === 0)) {
        const near = await nearMatches(places, { address, name }, signal);
        const ids = places.map(({ source }) => source.id);
        await changeWhile(views, tab, signal, (view) => {
          const others = view.near.filter(({ source }) => !ids.includes(source.id));
          if (near.length === 0 || view.subject?.key !== subject.key) return view;
          return { ...view, near: [...others, ...near] };
        });
      }
    },
    async decide(a, b) {
      const both = ({ answers }: { readonly answers: readonly SourceAnswer[] }): boolean =>
        matchOf(answers, a) !== undefined && matchOf(answers, b) !== undefined;
      const { always } = await readSettings();
      const decided: number[] = [];
      for (const tab of await views.tabs()) {
        const [before, { picked }, pairs] = await Promise.all([views.get(tab), tabs.get(tab), apart()]);
        if (!both(before)) continue;
        const of = before.subject?.party.address ?? '';
        await views.change(tab, (view) =>
          both(view)
            ? { ...view, ...whoIsShown(view.answers, { shown: view.shown, picked }, always[of], pairs) }
            : view,
        );
        decided.push(tab);
      }
      return decided;
    },
  };
}

const keyOf = ({ connection, id }: PersonRef): string => `${connection}|${id}`;
