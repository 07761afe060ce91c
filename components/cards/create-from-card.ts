import type { AskBackground } from '@/utils/messages/protocol';
import type { CreateDraft } from '@/utils/messages/view';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import type { CardValues } from './card-values';
import { shrinkPicture } from './shrink-picture';

export interface MadeFromCard {
  readonly ref: PersonRef;
  readonly name: string;
  /** The person is there, the picture is not. */
  readonly pictureFailed: boolean;
}

export function draftOfCard(values: CardValues, connection: string): CreateDraft {
  const { name, emails, organisation, position, summary, timezone, language, labels, contacts } = values;
  const [first, ...others] = emails.map(({ address }) => address);
  const more = { addresses: others, position, summary, timezone, language, labels, groups: [], fields: contacts };
  return { name, address: first ?? '', organisation, connection, more };
}

/** Stands for no message: the panel goes on showing whom it shows. */
const OF_NO_MESSAGE = 'vCard';

/** Makes the person of a card, then their picture. */
export async function createFromCard(
  ask: AskBackground,
  tab: number,
  values: CardValues,
  connection: string,
): Promise<{ readonly made: MadeFromCard } | { readonly problem: Problem }> {
  const draft = draftOfCard(values, connection);
  const answer = await ask('person.create', { tab, draft, of: OF_NO_MESSAGE });
  if (!answer.ok) return { problem: answer.problem };
  const picture = await shrinkPicture(values.picture);
  const input = { from: null, to: picture };
  const ref = answer.value;
  const set = picture === '' ? null : await ask('action.run', { ref, chosen: { action: 'set-picture', input } });
  const pictureFailed = values.picture !== '' && set?.ok !== true;
  return { made: { ref, name: values.name, pictureFailed } };
}

const LOOKED_THROUGH = 20;

/** Takes back all that was done to a person made here: what came last goes first. Gives why it could not be. */
export async function uncreate(ask: AskBackground, { ref }: MadeFromCard): Promise<Problem | null> {
  const entries = await ask('entries', { ref, limit: LOOKED_THROUGH });
  if (!entries.ok) return entries.problem;
  // Newest first. What stands between was done to them since: undoing tells it as a conflict.
  for (const { id, action, canUndo, state } of entries.value) {
    if (action !== 'create-person' && action !== 'set-picture') continue;
    if (!canUndo || state !== 'done') continue;
    const answer = await ask('action.undo', { entry: id });
    if (!answer.ok) return answer.problem;
    if (action === 'create-person') return null;
  }
  return null;
}
