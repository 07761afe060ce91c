import { type Cache, openCache } from '@/utils/lookup/cache';
import { lookingAt, lookUp, nearMatches, type Place } from '@/utils/lookup/find';
import { isNever } from '@/utils/lookup/never';
import { findOthers } from '@/utils/lookup/others';
import { readProfile } from '@/utils/lookup/profile';
import { matchOf, sameRef, whoIsShown } from '@/utils/lookup/shown';
import type { PanelView, Profile, SourceAnswer, Subject } from '@/utils/messages/view';
import type { Participant } from '@/utils/people/message';
import type { PersonRef } from '@/utils/people/types';
import type { Settings } from '@/utils/settings/schema';
import { type ChangeSettings, readSettings } from '@/utils/settings/store';
import type { Places } from './connections';
import { remember } from './recent';
import type { Tabs, Views } from './tab-state';

export interface Lookups {
  /** Makes `subject` what the panel of the tab is about, and looks it up everywhere. */
  show(
    tab: number,
    subject: Subject,
    others?: { readonly list: readonly Participant[]; readonly more: number },
  ): Promise<void>;
  /** Shows one known record, without asking by address. */
  person(tab: number, ref: PersonRef): Promise<void>;
  pick(tab: number, ref: PersonRef): Promise<void>;
  again(tab: number): Promise<void>;
  cancel(tab: number): Promise<void>;
  /** Nobody is shown any more; `query` is what the search field is to hold. */
  clear(tab: number, query?: string): Promise<void>;
}

interface Parts {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly places: Places;
  readonly settings: ChangeSettings;
  readonly cache?: Cache;
  readonly now?: () => Date;
}

const putAnswer = (answers: readonly SourceAnswer[], one: SourceAnswer): readonly SourceAnswer[] =>
  answers.map((before) => (before.source.id === one.source.id ? one : before));

const putProfile = (answers: readonly SourceAnswer[], ref: PersonRef, profile: Profile): readonly SourceAnswer[] =>
  answers.map((answer) => ({
    ...answer,
    matches: answer.matches.map((match) => (sameRef(match.person.ref, ref) ? { ...match, profile } : match)),
  }));

const draftKey = ({ party }: Subject): string => party.address ?? party.name;

export function makeLookups({
  views,
  tabs,
  places,
  settings,
  cache = openCache(),
  now = () => new Date(),
}: Parts): Lookups {
  /** The lookup under way in each tab; a newer one ends it. Losing this to a stopped background costs nothing. */
  const running = new Map<number, AbortController>();

  const begin = (tab: number): AbortSignal => {
    running.get(tab)?.abort();
    const controller = new AbortController();
    running.set(tab, controller);
    return controller.signal;
  };

  /** Changes the view only while it is still about this lookup's subject. */
  const changeFor = (tab: number, signal: AbortSignal, change: (view: PanelView) => PanelView) =>
    views.change(tab, (view) => (signal.aborted ? view : change(view)));

  const readShown = async (tab: number, place: Place, ref: PersonRef, signal: AbortSignal): Promise<void> => {
    const before = matchOf((await views.get(tab)).answers, ref)?.profile ?? null;
    await readProfile({
      place,
      id: ref.id,
      before,
      signal,
      tell: (profile) =>
        void changeFor(tab, signal, (view) => ({ ...view, answers: putProfile(view.answers, ref, profile) })),
    });
    const { answers, subject } = await views.get(tab);
    const match = matchOf(answers, ref);
    if (signal.aborted || !match || !subject) return;
    if (!place.source.local && subject.party.address && match.reason.kind !== 'tag') {
      const { matches = [] } = answers.find(({ source }) => source.id === place.source.id) ?? {};
      await cache.put(place.source.id, subject.party.address, { at: now().toISOString(), matches });
    }
    await remember(settings, match.person, subject.party.address);
  };

  const readIfShown = async (tab: number, view: PanelView, list: readonly Place[], signal: AbortSignal) => {
    const { shown, answers } = view;
    if (!shown || matchOf(answers, shown)?.profile) return;
    const place = list.find(({ source }) => source.id === shown.connection);
    if (place) await readShown(tab, place, shown, signal);
  };

  const ask = async (tab: number, subject: Subject, list: readonly Place[], kept: Settings, signal: AbortSignal) => {
    const { address, name } = subject.party;
    const always = address === null ? undefined : kept.always[address];
    const { picked } = await tabs.get(tab);
    const profiles: Promise<void>[] = [];
    const tell = (answer: SourceAnswer): void => {
      const changed = changeFor(tab, signal, (view) => {
        const answers = putAnswer(view.answers, answer);
        return { ...view, answers, ...whoIsShown(answers, { shown: view.shown, picked }, always) };
      });
      profiles.push(changed.then((view) => readIfShown(tab, view, list, signal)));
    };
    const answers = await lookUp({ question: { address, name }, places: list, cache, now, tell, signal });
    if (signal.aborted) return;
    if (answers.every(({ matches }) => matches.length === 0)) {
      const near = await nearMatches(list, { address, name }, signal);
      await changeFor(tab, signal, (view) => (near.length === 0 ? view : { ...view, near }));
    }
    await Promise.all(profiles);
  };

  const show: Lookups['show'] = async (tab, subject, others) => {
    const signal = begin(tab);
    const [kept, list] = await Promise.all([readSettings(), places.all()]);
    const { address } = subject.party;
    const never = address !== null && isNever(address, kept.neverLookUp);
    if ((await views.get(tab)).subject?.key !== subject.key) {
      await tabs.change(tab, (state) => (state.picked ? { ...state, picked: false } : state));
    }
    await changeFor(tab, signal, ({ query: _before, ...view }) => {
      const same = view.subject?.key === subject.key;
      return {
        ...view,
        subject,
        never,
        answers: never ? [] : list.map((place) => lookingAt(place, now())),
        // The same subject asked again keeps its person on screen until the new answer comes.
        ...(same ? {} : { shown: null, always: false, created: null }),
        near: [],
        others: others ? others.list.map((one) => ({ ...one, known: null })) : view.others,
        more: others?.more ?? view.more,
        draft: kept.drafts[draftKey(subject)] ?? null,
        recent: kept.recent,
        sources: list.map(({ source }) => source),
      };
    });
    if (never || signal.aborted) return;
    await ask(tab, subject, list, kept, signal);
    if (!others || signal.aborted) return;
    const known = await findOthers(others.list, list, signal);
    await changeFor(tab, signal, (view) => ({ ...view, others: known }));
  };

  return {
    show,
    async person(tab, ref) {
      const signal = begin(tab);
      const place = await places.at(ref.connection);
      const person = await place.session.get(ref.id, signal);
      const address = person.emails.find(({ primary }) => primary)?.address ?? person.emails[0]?.address ?? null;
      await tabs.change(tab, (state) => ({ ...state, picked: true }));
      await changeFor(tab, signal, (view) => ({
        ...view,
        subject: {
          key: `person|${ref.connection}|${ref.id}`,
          party: { name: person.name, address, shown: address ?? '' },
          role: 'asked',
          origin: 'asked',
          title: null,
          noReply: false,
        },
        shown: ref,
      }));
      const { subject } = await views.get(tab);
      if (!subject || signal.aborted) return;
      if (address !== null) return show(tab, subject);
      await changeFor(tab, signal, (view) => ({
        ...view,
        never: false,
        near: [],
        answers: [
          {
            ...lookingAt(place, now()),
            state: 'answered',
            matches: [{ person, reason: { kind: 'primary' }, openTickets: 0, tickets: 0, profile: null }],
          },
        ],
      }));
      await readShown(tab, place, ref, signal);
    },
    async pick(tab, ref) {
      await tabs.change(tab, (state) => ({ ...state, picked: true }));
      const signal = running.get(tab)?.signal ?? begin(tab);
      const view = await changeFor(tab, signal, (before) => ({ ...before, shown: ref }));
      await readIfShown(tab, view, await places.all(), signal);
    },
    async again(tab) {
      const { subject } = await views.get(tab);
      if (subject) await show(tab, subject);
    },
    async cancel(tab) {
      running.get(tab)?.abort();
      await views.change(tab, (view) => ({
        ...view,
        answers: view.answers.map((answer) =>
          answer.state === 'looking'
            ? { ...answer, state: 'failed', problem: { kind: 'timeout', connection: answer.source.id, call: 'find' } }
            : answer,
        ),
      }));
    },
    async clear(tab, query) {
      running.get(tab)?.abort();
      const [{ recent }, list] = await Promise.all([readSettings(), places.all()]);
      await views.change(tab, ({ query: _before, ...view }) => ({
        ...view,
        ...(query === undefined ? {} : { query }),
        subject: null,
        answers: [],
        shown: null,
        always: false,
        near: [],
        others: [],
        more: 0,
        created: null,
        never: false,
        draft: null,
        recent,
        sources: list.map(({ source }) => source),
      }));
    },
  };
}
