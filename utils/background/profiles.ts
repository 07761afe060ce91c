import { isPrivate } from '@/utils/browser/tabs';
import type { Cache } from '@/utils/lookup/cache';
import type { Place } from '@/utils/lookup/find';
import { pictured } from '@/utils/lookup/picture';
import { readProfile } from '@/utils/lookup/profile';
import { matchOf } from '@/utils/lookup/shown';
import { PATIENCE_MS, within } from '@/utils/lookup/wait';
import type { Match, PanelView, Profile, SourceAnswer } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';
import type { ChangeSettings } from '@/utils/settings/store';
import { remember } from './recent';
import type { Views } from './tab-state';

/** Changes the view only while it is still about the lookup that the signal belongs to. */
export const changeWhile = (
  views: Views,
  tab: number,
  signal: AbortSignal,
  change: (view: PanelView) => PanelView,
): Promise<PanelView> => views.change(tab, (view) => (signal.aborted ? view : change(view)));

const putProfile = (answers: readonly SourceAnswer[], ref: PersonRef, profile: Profile): readonly SourceAnswer[] =>
  answers.map((answer) => ({
    ...answer,
    matches: answer.matches.map((match) => (sameRef(match.person.ref, ref) ? { ...match, profile } : match)),
  }));

/** A question that nobody waits for any more. */
export function ended(answer: SourceAnswer): SourceAnswer {
  if (answer.state !== 'looking') return answer;
  return { ...answer, state: 'failed', problem: { kind: 'timeout', connection: answer.source.id, call: 'find' } };
}

/** The same question put once more: what is known from before stays until the answer comes. */
export function anew({ problem: _problem, ...answer }: SourceAnswer, now: Date): SourceAnswer {
  return { ...answer, state: 'looking', since: now.toISOString() };
}

/** Parts of it are not read yet. */
export const unread = ({ profile }: Match): boolean =>
  profile === null || Object.values(profile).some((section) => section?.state === 'loading');

export interface Profiles {
  /** Reads the parts of the shown person's profile into the view. */
  read(tab: number, place: Place, ref: PersonRef, signal: AbortSignal): Promise<void>;
}

interface Parts {
  readonly views: Views;
  readonly settings: ChangeSettings;
  readonly cache: Cache;
  readonly now: () => Date;
}

export function makeProfiles({ views, settings, cache, now }: Parts): Profiles {
  /** A server's answer is kept whole, profile and all: next time it is there before the server is asked. */
  const keep = async ({ answers, subject }: PanelView, place: Place): Promise<void> => {
    const answer = answers.find(({ source }) => source.id === place.source.id);
    const asked = answer?.asked ?? subject?.party.address;
    if (place.source.local || place.unkept || !asked || !answer) return;
    const kept = { at: now().toISOString(), matches: answer.matches };
    await cache.put(place.source.id, asked, kept).catch(() => undefined); // a full disk: no memory
  };
  /** Where the server has it apart from the record. False: nothing is other than before. */
  const showPicture = async (tab: number, { session }: Place, ref: PersonRef, signal: AbortSignal) => {
    const { reads, denied } = session;
    const ask = denied.includes('picture') ? undefined : reads.picture;
    if (ask === undefined) return false;
    // Without it the initials stand there: no problem to tell.
    const picture = await within(PATIENCE_MS, signal, (stop) => ask(ref.id, stop)).catch(() => undefined);
    const known = matchOf((await views.get(tab)).answers, ref)?.person.picture ?? null;
    if (picture === undefined || picture === known || signal.aborted) return false;
    await changeWhile(views, tab, signal, (view) => pictured(view, ref, picture));
    return true;
  };

  return {
    async read(tab, place, ref, signal) {
      const begun = matchOf((await views.get(tab)).answers, ref);
      await readProfile({
        place,
        id: ref.id,
        before: begun?.profile ?? null,
        signal,
        tell: (profile) =>
          void changeWhile(views, tab, signal, (view) =>
            // Changed from here meanwhile: the profile is read anew, and what was read before is not put over it.
            matchOf(view.answers, ref)?.touched === begun?.touched
              ? { ...view, answers: putProfile(view.answers, ref, profile) }
              : view,
          ),
      });
      const view = await views.get(tab);
      const match = matchOf(view.answers, ref);
      if (signal.aborted || !match) return;
      // Whom a private window is about is written nowhere; of a tab that was closed meanwhile nobody knows what it was.
      const hidden = await isPrivate(tab);
      if (signal.aborted) return;
      if (!hidden) await keep(view, place);
      if (!hidden && !place.unkept && !signal.aborted) {
        await remember(settings, match.person, view.subject?.party.address ?? null);
      }
      const others = await showPicture(tab, place, ref, signal);
      if (others && !hidden && !signal.aborted) await keep(await views.get(tab), place);
    },
  };
}
