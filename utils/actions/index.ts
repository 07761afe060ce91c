import { applied } from '@/utils/changes/apply';
import type { Change, ChangeType } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { Person } from '@/utils/people/types';
import { ProblemError, toProblem } from '@/utils/problem';
import { addFiles } from './add-files';
import { addNote } from './add-note';
import { cancelDelete } from './cancel-delete';
import { changeOrganisation } from './change-organisation';
import { deleteForGood } from './delete';
import { deleteAndBan } from './delete-and-ban';
import { disable } from './disable';
import { editAddress } from './edit-address';
import { editContact } from './edit-contact';
import { editCustom } from './edit-custom';
import { editNote } from './edit-note';
import { enable } from './enable';
import type { Chosen } from './inputs';
import { liftBan } from './lift-ban';
import { makePrimary } from './make-primary';
import { merge } from './merge';
import { moveTicket } from './move-ticket';
import { newTicket } from './new-ticket';
import { notifyAddress } from './notify-address';
import { removeFactor } from './remove-factor';
import { removeFactors } from './remove-factors';
import { removeFile } from './remove-file';
import { removeNote } from './remove-note';
import { sendReset } from './send-reset';
import { setAutoReplies } from './set-auto-replies';
import { setGroups } from './set-groups';
import { setLabel } from './set-label';
import { setLanguage } from './set-language';
import { setMembership } from './set-membership';
import { setName } from './set-name';
import { setPassword } from './set-password';
import { setPicture } from './set-picture';
import { setSummary } from './set-summary';
import { setTicketState } from './set-ticket-state';
import { setTicketUrgent } from './set-ticket-urgent';
import { setTimezone } from './set-timezone';
import { type Actions, chosenAction, type Sight } from './types';
import { unlock } from './unlock';
import { viewAs } from './view-as';

/** Every action there is. */
export const actions: Actions = {
  'set-name': setName,
  'set-summary': setSummary,
  'set-timezone': setTimezone,
  'set-language': setLanguage,
  'set-auto-replies': setAutoReplies,
  'edit-address': editAddress,
  'make-primary': makePrimary,
  'edit-contact': editContact,
  'edit-custom': editCustom,
  'set-label': setLabel,
  'set-groups': setGroups,
  'set-membership': setMembership,
  'change-organisation': changeOrganisation,
  'add-note': addNote,
  'edit-note': editNote,
  'remove-note': removeNote,
  'add-files': addFiles,
  'remove-file': removeFile,
  'new-ticket': newTicket,
  'set-ticket-state': setTicketState,
  'set-ticket-urgent': setTicketUrgent,
  'notify-address': notifyAddress,
  'move-ticket': moveTicket,
  disable,
  enable,
  delete: deleteForGood,
  'delete-and-ban': deleteAndBan,
  'cancel-delete': cancelDelete,
  unlock,
  'set-password': setPassword,
  'send-reset': sendReset,
  'view-as': viewAs,
  'remove-factor': removeFactor,
  'remove-factors': removeFactors,
  'lift-ban': liftBan,
  'set-picture': setPicture,
  merge,
};

export interface Planned {
  readonly change: Change;
  /** Which of the chosen actions wants it, from 0. */
  readonly of: number;
}

/**
 * The changes of several actions, each planned upon what those before it will have made. Fails as the first action
 * does that cannot be planned: which one, says `step`.
 */
export async function planAll(person: Person, chosen: readonly Chosen[], sight: Sight): Promise<readonly Planned[]> {
  const plan: { person: Person; changes: Planned[] } = { person, changes: [] };
  for (const [of, one] of chosen.entries()) {
    try {
      const changes = await chosenAction(actions, one).plan(plan.person, sight);
      // A merge changes somebody else as well: that is no part of this person.
      plan.person = changes.filter((change) => change.person === person.ref.id).reduce(applied, plan.person);
      plan.changes.push(...changes.map((change) => ({ change, of })));
    } catch (error) {
      throw new ProblemError({ ...toProblem(error), connection: person.ref.connection, call: one.action, step: of });
    }
  }
  return plan.changes;
}

/** What a plan may look at in an open session. */
export const sightOf = ({
  reads,
  get,
  writes,
  denied,
  movesAtOnce,
  oneOrganisation,
  room,
  limits,
  mergesAt,
}: Session): Sight => ({
  reads,
  get: (id) => get(id),
  can: (type) => writes[type] !== undefined && !denied.includes(type),
  movesAtOnce: movesAtOnce ?? Number.POSITIVE_INFINITY,
  oneOrganisation: oneOrganisation === true,
  ...(room === undefined ? {} : { room }),
  ...(limits === undefined ? {} : { limits }),
  ...(mergesAt === undefined ? {} : { mergesAt }),
});

/** What a connection must be able to write for these. */
export const neededFor = (chosen: readonly Chosen[]): readonly ChangeType[] => [
  ...new Set(chosen.flatMap((one) => chosenAction(actions, one).needs)),
];

/** Whether all of these may wait in this browser for a network. */
export const mayWait = (chosen: readonly Chosen[]): boolean => chosen.every((one) => chosenAction(actions, one).waits);

/** Whom else than the person an action is about: their entries, too, go in order. */
export const othersOf = (chosen: readonly Chosen[]): readonly string[] =>
  chosen.flatMap((one) => {
    if (one.action === 'merge') return [one.input.goes];
    return one.action === 'move-ticket' ? [one.input.to] : [];
  });
