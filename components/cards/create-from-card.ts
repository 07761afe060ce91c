import type { AskBackground } from '@/utils/messages/protocol';
import type { CreateDraft } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import type { CardValues } from './card-values';
import { shrinkPicture } from './shrink-picture';

export interface MadeFromCard {
  readonly ref: PersonRef;
  readonly name: string;
  /** The card's picture could not be drawn. */
  readonly pictureFailed: boolean;
}

/** `picture`: scaled down already; empty: none. */
export function draftOfCard(values: CardValues, connection: string, picture: string): CreateDraft {
  const { name, emails, organisation, position, summary, timezone, language, labels, contacts } = values;
  const [first, ...others] = emails.map(({ address }) => address);
  const more = { addresses: others, position, summary, timezone, language, labels, groups: [], fields: contacts };
  const shown = picture === '' ? {} : { picture };
  return { name, address: first ?? '', organisation, connection, more: { ...more, ...shown } };
}

/** Stands for no message: the panel goes on showing whom it shows. */
const OF_NO_MESSAGE = 'vCard';

/** Makes the person of a card. */
export async function createFromCard(
  ask: AskBackground,
  tab: number,
  values: CardValues,
  connection: string,
): Promise<{ readonly made: MadeFromCard } | { readonly problem: Problem }> {
  const picture = await shrinkPicture(values.picture);
  const answer = await ask('person.create', {
    tab,
    draft: draftOfCard(values, connection, picture),
    of: OF_NO_MESSAGE,
  });
  if (!answer.ok) return { problem: answer.problem };
  return { made: { ref: answer.value, name: values.name, pictureFailed: values.picture !== '' && picture === '' } };
}

const LOOKED_THROUGH = 50;

/**
 * Takes back that somebody was made, as far as nothing was done to them since. Gives why it could not be; null as well
 * for whoever is gone already.
 */
export async function uncreate(ask: AskBackground, { ref }: MadeFromCard): Promise<Problem | null> {
  const entries = await ask('entries', { ref, limit: LOOKED_THROUGH });
  if (!entries.ok) return entries.problem;
  const made = entries.value.find(({ action }) => action === 'create-person');
  if (made === undefined || made.state === 'undone') return null;
  const answer = await ask('action.undo', { entry: made.id });
  return answer.ok ? null : answer.problem;
}
