// Pictures that a server gives by a call of their own: they come after the record, and stay with it while it is read anew.
import type { PanelView } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { Person, PersonRef } from '@/utils/people/types';

/** The record as it was read anew, with the picture that is known of it. */
export function withPicture(person: Person, before: Person | undefined): Person {
  const picture = before?.picture;
  return person.picture !== undefined || picture === undefined ? person : { ...person, picture };
}

/** The view with somebody's picture, or without it (null). */
export function pictured(view: PanelView, ref: PersonRef, picture: string | null): PanelView {
  const has = ({ picture: _before, ...person }: Person): Person => (picture === null ? person : { ...person, picture });
  return {
    ...view,
    answers: view.answers.map((answer) => ({
      ...answer,
      matches: answer.matches.map((match) =>
        sameRef(match.person.ref, ref) ? { ...match, person: has(match.person) } : match,
      ),
    })),
  };
}
