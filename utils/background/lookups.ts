import { type Cache, openCache } from '@/utils/lookup/cache';
import { lookingAt, offeredBy, type Place } from '@/utils/lookup/find';
import { findOthers } from '@/utils/lookup/others';
import { matchOf } from '@/utils/lookup/shown';
import { knownSubject } from '@/utils/lookup/subject';
import { PATIENCE_MS, within } from '@/utils/lookup/wait';
import { type ApartPair, emptyView, type PanelView, type Subject } from '@/utils/messages/view';
import type { Participant } from '@/utils/people/message';
import { isNever } from '@/utils/people/never';
import type { Person, PersonRef } from '@/utils/people/types';
import { ProblemError, toProblem } from '@/utils/problem';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';
import { makeAsking } from './asking';
import type { Places } from './connections';
import { anew, changeWhile, ended, makeProfiles, unread } from './profiles';
import { quietly } from './quietly';
import { openable } from './recent';
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
  /** Looks up anew; with `connection` there alone, and what others have answered stays. */
  again(tab: number, connection?: string): Promise<void>;
  /** Two records were declared different, or one person after all. */
  parted(a: PersonRef, b: PersonRef): Promise<void>;
  /** A view that says "looking" while nobody is: the background was stopped in the middle. */
  broken(view: PanelView): boolean;
  /** Takes broken lookups up again, at the background's start. */
  resume(): Promise<void>;
  /** Ends what is still looking. */
  cancel(tab: number): Promise<void>;
  /** Nobody is shown any more. */
  clear(tab: number): Promise<void>;
  /** Hands a text that names no address to the panel's search field; whoever is shown stays. */
  query(tab: number, text: string): Promise<void>;
  /** What a panel about nobody offers: names of the books, recent people. */
  fill(tab: number): Promise<void>;
  /** The tab is closed. */
  forget(tab: number): void;
  /** Nothing that is under way is shown any more. */
  stop(): void;
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
  /** Records of different connections that are not one person. */
  readonly apart?: () => Promise<readonly ApartPair[]>;
  readonly now?: () => Date;
}

const LONGEST_QUERY = 200;

const NOBODY_APART = async (): Promise<readonly ApartPair[]> => [];
const unknown = (list: readonly Participant[]) => list.map((one) => ({ ...one, known: null }));
const isLocked = (error: unknown): boolean => toProblem(error).kind === 'locked';
const outline = (list: readonly Participant[]): string =>
  JSON.stringify(list.map(({ party, role }) => [party.address ?? party.name, role]));
export function makeLookups(parts: Parts): Lookups {
  const { views, tabs, places, settings, cache = openCache(), apart = NOBODY_APART, now = () => new Date() } = parts;
  const profiles = makeProfiles({ views, settings, cache, now });
  const asking = makeAsking({ views, tabs, cache, profiles, apart, now });
  /** The lookup under way in each tab; a newer one ends it. Losing this to a stopped background costs nothing. */
  const running = new Map<number, AbortController>();

  const begin = (tab: number): AbortSignal => {
    running.get(tab)?.abort();
    const controller = new AbortController();
    running.set(tab, controller);
    return controller.signal;
  };
  const current = (tab: number): AbortSignal => {
    const signal = running.get(tab)?.signal;
    return signal === undefined || signal.aborted ? begin(tab) : signal;
  };

  const offers = async (): Promise<Pick<PanelView, 'recent' | 'sources' | 'makers' | 'saveTo'>> => {
    try {
      const [{ recent, saveTo }, list] = await Promise.all([readSettings(), places.all()]);
      return { recent: openable(recent, list), saveTo, ...offeredBy(list) };
    } catch (error) {
      if (isLocked(error)) return { recent: [], sources: [] };
      throw error;
    }
  };

  const readProfile = async (tab: number, list: readonly Place[], ref: PersonRef, signal: AbortSignal) => {
    const place = list.find(({ source }) => source.id === ref.connection);
    if (place) await profiles.read(tab, place, ref, signal);
  };

  const listOthers = async (tab: number, { list, more }: Others, signal: AbortSignal): Promise<void> => {
    const known = await findOthers(list, await places.all(), signal);
    await changeWhile(views, tab, signal, (view) => ({ ...view, others: known, more }));
  };

  const look = async (
    tab: number,
    subject: Subject,
    { others, shown }: { readonly others?: Others | undefined; readonly shown?: PersonRef },
  ): Promise<void> => {
    const signal = begin(tab);
    const ground = Promise.all([readSettings(), places.all()]);
    // Whatever went wrong: the person before is not whom this is about.
    const known = await ground.catch(async (error: unknown) => {
      await changeWhile(views, tab, signal, ({ revision, page }) => ({ ...emptyView(tab), revision, page }));
      if (!isLocked(error)) throw error;
      await tabs.change(tab, (state) => ({ ...state, waiting: { subject, shown: shown ?? null, draft: null } }));
      return null;
    });
    if (known === null) return;
    const [kept, list] = known;
    const { address, name } = subject.party;
    const never = address !== null && isNever(address, kept.neverLookUp);
    const before = await views.get(tab);
    if (signal.aborted) return;
    const same = before.subject?.key === subject.key;
    // A pick holds for the subject it was made for.
    if (shown) await tabs.change(tab, (state) => ({ ...state, picked: true }));
    else if (!same) await tabs.change(tab, (state) => (state.picked ? { ...state, picked: false } : state));
    await changeWhile(views, tab, signal, ({ query: _query, ...view }) => ({
      ...view,
      subject,
      never,
      answers: never ? [] : list.map((place) => lookingAt(place, now())),
      // The same subject asked again keeps its person until the new answer comes.
      ...(same ? {} : { shown: null, always: false, apart: [], created: null }),
      ...(shown && { shown, always: false, apart: [], created: null }),
      near: [],
      others: others ? unknown(others.list) : view.others,
      more: others?.more ?? view.more,
      // Of a private window nothing is on disk: there the view alone holds the form.
      draft: kept.drafts[address ?? name] ?? (same ? view.draft : null),
      recent: openable(kept.recent, list),
      saveTo: kept.saveTo,
      ...offeredBy(list),
    }));
    if (never || signal.aborted) return;
    const listing: Promise<void>[] = [];
    // The others of the conversation are known by the books alone: no server holds them up, nor they the person.
    const booksAnswered = (): void => {
      if (others && !signal.aborted) listing.push(listOthers(tab, others, signal).catch(() => undefined));
    };
    const asked = { tab, subject, places: list, always: kept.always[address ?? ''], never: kept.neverLookUp, signal };
    await asking.ask({ ...asked, booksAnswered });
    await Promise.all(listing);
  };
  const show: Lookups['show'] = (tab, subject, others) => look(tab, subject, { others });

  /** A record without any address: there is nothing to ask the other places by. */
  const showAlone = async (tab: number, place: Place, person: Person, signal: AbortSignal) => {
    const { ref } = person;
    const subject = knownSubject(person);
    const match = { person, reason: { kind: 'primary' } as const, openTickets: 0, tickets: 0, profile: null };
    const answers = [{ ...lookingAt(place, now()), state: 'answered' as const, matches: [match] }];
    await changeWhile(views, tab, signal, ({ query: _query, ...view }) => ({
      ...view,
      subject,
      answers,
      shown: ref,
      always: false,
      apart: [],
      created: null,
      never: false,
      near: [],
      draft: null,
    }));
    await profiles.read(tab, place, ref, signal);
  };

  const person: Lookups['person'] = async (tab, ref) => {
    const signal = begin(tab);
    const place = await places.at(ref.connection);
    const reading = within(PATIENCE_MS, signal, (stop) => place.session.get(ref.id, stop));
    const record = await reading.catch((error: unknown) => {
      if (signal.aborted) return null; // somebody else was opened meanwhile
      throw error;
    });
    if (record === null || signal.aborted) return;
    const subject = knownSubject(record);
    if (subject.party.address === null) await showAlone(tab, place, record, signal);
    // Of somebody who was merged the other record is given.
    else await look(tab, subject, { shown: record.ref });
  };

  const again = async ({ tab, subject, shown }: PanelView): Promise<void> => {
    if (subject?.party.address === null && subject.party.record === undefined && shown) await person(tab, shown);
    else if (subject) await show(tab, subject);
  };

  /** At one place alone: what the others answered stays, and nothing blinks. */
  const askOne = async ({ tab, subject }: PanelView, connection: string): Promise<void> => {
    const signal = current(tab);
    const [{ always, neverLookUp: never }, place] = await Promise.all([readSettings(), places.at(connection)]);
    if (subject === null || signal.aborted) return;
    await changeWhile(views, tab, signal, (view) => ({
      ...view,
      answers: view.answers.map((answer) => (answer.source.id === connection ? anew(answer, now()) : answer)),
    }));
    await asking.ask({ tab, subject, places: [place], always: always[subject.party.address ?? ''], never, signal });
  };

  const broken: Lookups['broken'] = ({ tab, answers, shown }) => {
    if (running.has(tab)) return false;
    const match = matchOf(answers, shown);
    return answers.some(({ state }) => state === 'looking') || (match !== undefined && unread(match));
  };

  return {
    show,
    async others(tab, others) {
      const before = await views.get(tab);
      if (outline(before.others) === outline(others.list) && others.more === before.more) return;
      await listOthers(tab, others, current(tab));
    },
    person,
    async pick(tab, ref) {
      const signal = current(tab);
      // The list that was clicked may be gone by now: another message is open.
      if (!matchOf((await views.get(tab)).answers, ref))
        throw new ProblemError({ kind: 'missing', call: 'match.pick' });
      await tabs.change(tab, (state) => ({ ...state, picked: true }));
      const { answers } = await changeWhile(views, tab, signal, (view) => ({ ...view, shown: ref }));
      if (!matchOf(answers, ref)?.profile) await readProfile(tab, await places.all(), ref, signal);
    },
    async again(tab, connection) {
      const view = await views.get(tab);
      // By which address the others are asked, the record at the page's own server decides.
      const { address, record } = view.subject?.party ?? {};
      const alone = connection !== undefined && address && record === undefined && !broken(view);
      // The panel and the background may both have waited for the same time.
      if (alone && view.answers.some(({ source, state }) => source.id === connection && state === 'looking')) return;
      await (alone ? askOne(view, connection) : again(view));
    },
    async parted(a, b) {
      for (const tab of await asking.decide(a, b)) {
        const { answers, shown } = await views.get(tab);
        if (shown && matchOf(answers, shown)?.profile === null) {
          await readProfile(tab, await places.all(), shown, current(tab));
        }
      }
    },
    broken,
    async resume() {
      for (const tab of await views.tabs()) {
        const view = await views.get(tab);
        // No wait between looking and beginning: a message read meanwhile has begun its own.
        if (broken(view)) quietly(again(view));
      }
    },
    async cancel(tab) {
      const signal = begin(tab);
      const { answers, shown } = await views.change(tab, (view) => ({ ...view, answers: view.answers.map(ended) }));
      // Who was found is still wanted, with all there is.
      const match = matchOf(answers, shown);
      if (match && unread(match)) await readProfile(tab, await places.all(), match.person.ref, signal);
    },
    async clear(tab) {
      const signal = begin(tab);
      const offered = await offers().catch(() => null);
      await changeWhile(views, tab, signal, ({ revision, page, recent, sources }) => ({
        ...emptyView(tab),
        ...(offered ?? { recent, sources }),
        revision,
        page,
      }));
    },
    async query(tab, text) {
      const query = { text: text.trim().slice(0, LONGEST_QUERY), at: now().toISOString() };
      await views.change(tab, (view) => ({ ...view, query }));
    },
    async fill(tab) {
      const offered = await offers();
      await views.change(tab, (view) => (view.subject === null ? { ...view, ...offered } : view));
    },
    forget(tab) {
      running.get(tab)?.abort();
      running.delete(tab);
    },
    stop() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
