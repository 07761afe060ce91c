import { type Cache, openCache } from '@/utils/lookup/cache';
import { lookingAt, lookUp, nearMatches, type Place } from '@/utils/lookup/find';
import { isNever } from '@/utils/lookup/never';
import { findOthers } from '@/utils/lookup/others';
import { matchOf, whoIsShown } from '@/utils/lookup/shown';
import { knownSubject } from '@/utils/lookup/subject';
import { emptyView, type PanelView, type SourceAnswer, type Subject } from '@/utils/messages/view';
import type { Participant } from '@/utils/people/message';
import type { PersonRef } from '@/utils/people/types';
import type { Settings } from '@/utils/settings/schema';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';
import type { Places } from './connections';
import { changeWhile, makeProfiles } from './profiles';
import type { Tabs, Views } from './tab-state';

export interface Lookups {
  /** Makes `subject` what the panel of the tab is about, and looks it up everywhere. */
  show(tab: number, subject: Subject, others?: Others): Promise<void>;
  /** Lists the other people of the conversation, if they are others than listed now. */
  others(tab: number, others: Others): Promise<void>;
  /** Shows one known record. */
  person(tab: number, ref: PersonRef): Promise<void>;
  /** Shows one of several matches. */
  pick(tab: number, ref: PersonRef): Promise<void>;
  again(tab: number): Promise<void>;
  /** A view that says "looking" while nobody is: the background was stopped in the middle. */
  broken(view: PanelView): boolean;
  /** Takes broken lookups up again, at the background's start. */
  resume(): Promise<void>;
  /** Ends what is still looking. */
  cancel(tab: number): Promise<void>;
  /** Nobody is shown any more; `query` is what the search field is to hold. */
  clear(tab: number, query?: string): Promise<void>;
}

export interface Others {
  readonly list: readonly Participant[];
  /** Recipients that the page counts but does not show. */
  readonly more: number;
}

interface Parts {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly places: Places;
  readonly settings: ChangeSettings;
  readonly cache?: Cache;
  readonly now?: () => Date;
}

const unknown = (list: readonly Participant[]) => list.map((one) => ({ ...one, known: null }));
const outline = (list: readonly Participant[]): string =>
  JSON.stringify(list.map(({ party, role }) => [party.address ?? party.name, role]));
const putAnswer = (answers: readonly SourceAnswer[], one: SourceAnswer): readonly SourceAnswer[] =>
  answers.map((before) => (before.source.id === one.source.id ? one : before));

export function makeLookups(parts: Parts): Lookups {
  const { views, tabs, places, settings, cache = openCache(), now = () => new Date() } = parts;
  const profiles = makeProfiles({ views, settings, cache, now });
  /** The lookup under way in each tab; a newer one ends it. Losing this to a stopped background costs nothing. */
  const running = new Map<number, AbortController>();

  const begin = (tab: number): AbortSignal => {
    running.get(tab)?.abort();
    const controller = new AbortController();
    running.set(tab, controller);
    return controller.signal;
  };
  const current = (tab: number): AbortSignal => running.get(tab)?.signal ?? begin(tab);

  const readProfile = async (tab: number, list: readonly Place[], ref: PersonRef, signal: AbortSignal) => {
    const place = list.find(({ source }) => source.id === ref.connection);
    if (place) await profiles.read(tab, place, ref, signal);
  };

  const ask = async (tab: number, subject: Subject, list: readonly Place[], kept: Settings, signal: AbortSignal) => {
    const { address, name } = subject.party;
    const always = address === null ? undefined : kept.always[address];
    const { picked } = await tabs.get(tab);
    const reading: Promise<void>[] = [];
    const tell = (answer: SourceAnswer): void => {
      const changed = changeWhile(views, tab, signal, (view) => {
        const answers = putAnswer(view.answers, answer);
        return { ...view, answers, ...whoIsShown(answers, { shown: view.shown, picked }, always) };
      });
      if (answer.state !== 'answered') return;
      const read = changed.then(({ shown }) =>
        shown?.connection === answer.source.id ? readProfile(tab, list, shown, signal) : undefined,
      );
      reading.push(read);
    };
    const answers = await lookUp({ question: { address, name }, places: list, cache, now, tell, signal });
    if (signal.aborted) return;
    if (answers.every(({ matches }) => matches.length === 0)) {
      const near = await nearMatches(list, { address, name }, signal);
      await changeWhile(views, tab, signal, (view) => (near.length === 0 ? view : { ...view, near }));
    }
    await Promise.all(reading);
  };

  const listOthers = async (tab: number, { list, more }: Others, signal: AbortSignal): Promise<void> => {
    const known = await findOthers(list, await places.all(), signal);
    await changeWhile(views, tab, signal, (view) => ({ ...view, others: known, more }));
  };

  const show: Lookups['show'] = async (tab, subject, others) => {
    const signal = begin(tab);
    const [kept, list] = await Promise.all([readSettings(), places.all()]);
    const { address, name } = subject.party;
    const never = address !== null && isNever(address, kept.neverLookUp);
    const same = (await views.get(tab)).subject?.key === subject.key;
    // A pick holds for the subject it was made for.
    if (!same) await tabs.change(tab, (state) => (state.picked ? { ...state, picked: false } : state));
    await changeWhile(views, tab, signal, ({ query: _query, ...view }) => ({
      ...view,
      subject,
      never,
      answers: never ? [] : list.map((place) => lookingAt(place, now())),
      // The same subject asked again keeps its person until the new answer comes.
      ...(same ? {} : { shown: null, always: false, created: null }),
      near: [],
      others: others ? unknown(others.list) : view.others,
      more: others?.more ?? view.more,
      draft: kept.drafts[address ?? name] ?? null,
      recent: kept.recent,
      sources: list.map(({ source }) => source),
    }));
    if (never || signal.aborted) return;
    await ask(tab, subject, list, kept, signal);
    if (others && !signal.aborted) await listOthers(tab, others, signal);
  };

  /** A record without any address: there is nothing to ask the other places by. */
  const showWithoutAddress = async (tab: number, place: Place, ref: PersonRef, signal: AbortSignal) => {
    const person = await place.session.get(ref.id, signal);
    const match = { person, reason: { kind: 'primary' } as const, openTickets: 0, tickets: 0, profile: null };
    const answers = [{ ...lookingAt(place, now()), state: 'answered' as const, matches: [match] }];
    await changeWhile(views, tab, signal, (view) => ({ ...view, never: false, near: [], answers }));
    await profiles.read(tab, place, ref, signal);
  };

  const broken: Lookups['broken'] = ({ tab, answers, shown }) =>
    !running.has(tab) &&
    (answers.some(({ state }) => state === 'looking') ||
      Object.values(matchOf(answers, shown)?.profile ?? {}).some((section) => section?.state === 'loading'));

  return {
    show,
    async others(tab, others) {
      const before = await views.get(tab);
      if (outline(before.others) === outline(others.list) && others.more === before.more) return;
      await listOthers(tab, others, current(tab));
    },
    async person(tab, ref) {
      const signal = begin(tab);
      const place = await places.at(ref.connection);
      const subject = knownSubject(await place.session.get(ref.id, signal));
      await tabs.change(tab, (state) => ({ ...state, picked: true }));
      await changeWhile(views, tab, signal, (view) => ({ ...view, subject, shown: ref, created: null }));
      if (signal.aborted) return;
      if (subject.party.address === null) await showWithoutAddress(tab, place, ref, signal);
      else await show(tab, subject);
    },
    async pick(tab, ref) {
      await tabs.change(tab, (state) => ({ ...state, picked: true }));
      const signal = current(tab);
      const { answers } = await changeWhile(views, tab, signal, (view) => ({ ...view, shown: ref }));
      if (!matchOf(answers, ref)?.profile) await readProfile(tab, await places.all(), ref, signal);
    },
    async again(tab) {
      const { subject } = await views.get(tab);
      if (subject) await show(tab, subject);
    },
    broken,
    async resume() {
      for (const tab of await views.tabs()) {
        const view = await views.get(tab);
        // No wait between looking and beginning: a message read meanwhile has begun its own.
        if (view.subject && broken(view)) void show(tab, view.subject);
      }
    },
    async cancel(tab) {
      running.get(tab)?.abort();
      const ended = (answer: SourceAnswer): SourceAnswer => ({
        ...answer,
        state: 'failed',
        problem: { kind: 'timeout', connection: answer.source.id, call: 'find' },
      });
      await views.change(tab, (view) => ({
        ...view,
        answers: view.answers.map((answer) => (answer.state === 'looking' ? ended(answer) : answer)),
      }));
    },
    async clear(tab, query) {
      running.get(tab)?.abort();
      const [{ recent }, list] = await Promise.all([readSettings(), places.all()]);
      await views.change(tab, ({ revision, page }): PanelView => {
        const sources = list.map(({ source }) => source);
        return { ...emptyView(tab), revision, page, recent, sources, ...(query === undefined ? {} : { query }) };
      });
    },
  };
}
