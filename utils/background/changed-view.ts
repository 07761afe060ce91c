// What a view says once a person was changed, or is no more, in every place where it names them.

import type { Found } from '@/utils/connectors/types';
import { withPicture } from '@/utils/lookup/picture';
import { matchOf } from '@/utils/lookup/shown';
import type { Match, PanelView, Profile, Source } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Address, Person, PersonRef } from '@/utils/people/types';

/** A person as they are now; the counts are null where the server has no tickets. */
export interface Fresh {
  readonly person: Person;
  readonly counts: Pick<Found, 'openTickets' | 'tickets'> | null;
  /** Their picture comes by a call of its own: the one that is known stays. */
  readonly pictureApart: boolean;
  /** When this was read: ms since the epoch. */
  readonly at: number;
}

/** The view with the person as they are now. Whoever is shown stays, though the matched address may be gone. */
export function withFresh(view: PanelView, { person, counts, at, pictureApart }: Fresh): PanelView {
  const { ref, name, memberships } = person;
  const recent = renamed(view.recent, person);
  if (!names(view, ref)) return recent === view.recent ? view : { ...view, recent };
  return {
    ...view,
    answers: changeMatches(view, ref, (match) => ({
      ...match,
      ...counts,
      person: pictureApart ? withPicture(person, match.person) : person,
      reason: reasonNow(match, person, view.subject?.party.address ?? null),
      touched: Math.max((match.touched ?? 0) + 1, at),
    })),
    near: view.near.map((one) => (sameRef(one.person.ref, ref) ? { ...one, person } : one)),
    others: view.others.map((one) =>
      one.known && sameRef(one.known.ref, ref)
        ? {
            ...one,
            known: {
              ...one.known,
              name,
              organisation: memberships[0]?.name ?? null,
              openTickets: counts?.openTickets ?? one.known.openTickets,
            },
          }
        : one,
    ),
    recent,
  };
}

/** The view with the profile, where it is drawn or about to be. */
export function withProfile(view: PanelView, ref: PersonRef, profile: Profile): PanelView {
  if (profileIn(view, ref) === undefined) return view;
  return { ...view, answers: changeMatches(view, ref, (match) => ({ ...match, profile })) };
}

/** The view without somebody who is no more. */
export function withoutPerson(view: PanelView, ref: PersonRef): PanelView {
  const recent = view.recent.filter((one) => !sameRef(one.ref, ref));
  if (!names(view, ref) && recent.length === view.recent.length) return view;
  return {
    ...view,
    recent,
    answers: view.answers.map((answer) => ({
      ...answer,
      matches: answer.matches.filter(({ person }) => !sameRef(person.ref, ref)),
    })),
    shown: sameRef(view.shown, ref) ? null : view.shown,
    created: sameRef(view.created?.ref ?? null, ref) ? null : view.created,
    near: view.near.filter(({ person }) => !sameRef(person.ref, ref)),
    others: view.others.map((one) => (sameRef(one.known?.ref ?? null, ref) ? { ...one, known: null } : one)),
  };
}

/** The view without all that came from a connection that is gone; the same view if nothing did. */
export function withoutConnection(view: PanelView, connection: string): PanelView {
  const stays = ({ source }: { readonly source: Source }): boolean => source.id !== connection;
  const isThere = (ref: PersonRef | null | undefined): boolean => ref?.connection === connection;
  const { sources, answers, near, others, recent, shown, created } = view;
  const named = [...answers, ...near, ...sources.map((source) => ({ source }))].some((one) => !stays(one));
  if (!named && !recent.some(({ ref }) => isThere(ref))) return view;
  return {
    ...view,
    sources: sources.filter(({ id }) => id !== connection),
    answers: answers.filter(stays),
    near: near.filter(stays),
    others: others.map((one) => (isThere(one.known?.ref) ? { ...one, known: null } : one)),
    recent: recent.filter(({ ref }) => !isThere(ref)),
    ...(isThere(shown) && { shown: null, always: false }),
    created: isThere(created?.ref) ? null : created,
  };
}

type Recent = Pick<PanelView['recent'][number], 'ref' | 'name' | 'address'>;

/** Recent people, with the name that somebody has now, and an address that is still theirs; the same list if it is so. */
export function renamed<One extends Recent>(recent: readonly One[], { ref, name, emails }: Person): readonly One[] {
  const primary = emails.find((email) => email.primary)?.address ?? null;
  const change = (one: One): One => {
    const address = emails.some((email) => email.address === one.address) ? one.address : primary;
    return one.name === name && one.address === address ? one : { ...one, name, address };
  };
  const changed = recent.map((one) => (sameRef(one.ref, ref) ? change(one) : one));
  return changed.some((one, at) => one !== recent[at]) ? changed : recent;
}

/** Recent people once somebody was merged into `person`: that one in their place, once. */
export function succeeded<One extends Recent>(recent: readonly One[], ref: PersonRef, person: Person): readonly One[] {
  const there = recent.some((one) => sameRef(one.ref, person.ref));
  const put = recent.flatMap((one) => (sameRef(one.ref, ref) ? (there ? [] : [{ ...one, ref: person.ref }]) : [one]));
  return renamed(put, person);
}

/** Whether a view is about an address of the person's, has asked where they are, and does not know them. */
export function misses({ answers, subject, never }: PanelView, { ref, emails }: Person): boolean {
  const asked = answers.find(({ source }) => source.id === ref.connection);
  if (never || asked?.state !== 'answered' || asked.matches.some(({ person }) => sameRef(person.ref, ref)))
    return false;
  return emails.some(({ address }) => address === subject?.party.address);
}

/** Whether somebody else of the conversation may be this person now, or may be so no more. */
export function mistakes({ others }: PanelView, { ref, emails }: Person): boolean {
  return others.some(({ party, known }) => {
    const theirs = emails.some(({ address }) => address === party.address);
    return sameRef(known?.ref ?? null, ref) ? !theirs : theirs;
  });
}

/** The person's profile in this view; null: it is being read; undefined: nobody wants it here. */
export function profileIn({ answers, shown }: PanelView, ref: PersonRef): Profile | null | undefined {
  const match = matchOf(answers, ref);
  return match?.profile ?? (match && sameRef(shown, ref) ? null : undefined);
}

function names({ answers, shown, created, near, others }: PanelView, ref: PersonRef): boolean {
  const listed = [
    ...answers.flatMap(({ matches }) => matches.map(({ person }) => person.ref)),
    ...near.map(({ person }) => person.ref),
    ...others.map(({ known }) => known?.ref ?? null),
    shown,
    created?.ref ?? null,
  ];
  return listed.some((one) => sameRef(one, ref));
}

function changeMatches({ answers }: PanelView, ref: PersonRef, change: (match: Match) => Match): PanelView['answers'] {
  return answers.map((answer) => ({
    ...answer,
    matches: answer.matches.map((match) => (sameRef(match.person.ref, ref) ? change(match) : match)),
  }));
}

/** An address can have become the primary one, or be one of the others now. */
function reasonNow({ reason }: Match, { emails }: Person, asked: Address | null): Match['reason'] {
  const email = emails.find(({ address }) => address === asked);
  if (email === undefined || reason.kind === 'tag') return reason;
  return { kind: email.primary ? 'primary' : 'other-address' };
}
