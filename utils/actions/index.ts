import { applied } from '@/utils/changes/apply';
import type { Change, ChangeType } from '@/utils/changes/types';
import type { Person } from '@/utils/people/types';
import { ProblemError, toProblem } from '@/utils/problem';
import { addFiles } from './add-files';
import { addNote } from './add-note';
import { changeOrganisation } from './change-organisation';
import { editAddress } from './edit-address';
import { editContact } from './edit-contact';
import { editCustom } from './edit-custom';
import { editNote } from './edit-note';
import type { Chosen } from './inputs';
import { makePrimary } from './make-primary';
import { newTicket } from './new-ticket';
import { notifyAddress } from './notify-address';
import { removeFile } from './remove-file';
import { removeNote } from './remove-note';
import { setAutoReplies } from './set-auto-replies';
import { setGroups } from './set-groups';
import { setLabel } from './set-label';
import { setLanguage } from './set-language';
import { setMembership } from './set-membership';
import { setName } from './set-name';
import { setSummary } from './set-summary';
import { setTicketState } from './set-ticket-state';
import { setTicketUrgent } from './set-ticket-urgent';
import { setTimezone } from './set-timezone';
import { type Actions, chosenAction } from './types';

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
export function planAll(person: Person, chosen: readonly Chosen[]): readonly Planned[] {
  const plan: { readonly person: Person; readonly changes: readonly Planned[] } = { person, changes: [] };
  return chosen.reduce((before, one, of) => {
    try {
      const changes = chosenAction(actions, one).plan(before.person);
      return {
        person: changes.reduce(applied, before.person),
        changes: [...before.changes, ...changes.map((change) => ({ change, of }))],
      };
    } catch (error) {
      throw new ProblemError({ ...toProblem(error), connection: person.ref.connection, call: one.action, step: of });
    }
  }, plan).changes;
}

/** What a connection must be able to write for these. */
export const neededFor = (chosen: readonly Chosen[]): readonly ChangeType[] => [
  ...new Set(chosen.flatMap((one) => chosenAction(actions, one).needs)),
];
