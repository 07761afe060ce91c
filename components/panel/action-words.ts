import { type TextKey, t } from '@/utils/i18n';
import type { EntryMark } from '@/utils/messages/protocol';

/** What of a person each action is about, in a word. */
const words = {
  'set-name': 'field_name',
  'set-summary': 'section_summary',
  'set-timezone': 'what_timezone',
  'set-language': 'property_language',
  'set-auto-replies': 'what_auto_replies',
  'edit-address': 'field_address',
  'make-primary': 'reason_primary',
  'edit-contact': 'section_contact',
  'edit-custom': 'section_properties',
  'set-label': 'labels',
  'set-groups': 'property_groups',
  'set-membership': 'organisation',
  'change-organisation': 'organisation',
  'add-note': 'what_note',
  'edit-note': 'what_note',
  'remove-note': 'what_note',
  'add-files': 'files',
  'remove-file': 'files',
  'new-ticket': 'what_ticket',
  'set-ticket-state': 'what_ticket',
  'set-ticket-urgent': 'what_ticket',
  'notify-address': 'what_ticket',
  'move-ticket': 'what_ticket',
  'set-picture': 'what_picture',
  merge: 'action_merge',
  disable: 'action_disable',
  enable: 'action_enable',
  delete: 'action_delete',
  'delete-and-ban': 'action_delete_and_ban',
  'cancel-delete': 'action_cancel_delete',
  'lift-ban': 'action_lift_ban',
  unlock: 'action_unlock',
  'set-password': 'action_set_password',
  'send-reset': 'action_send_reset',
  'view-as': 'action_view_as',
  'remove-factor': 'action_remove_factor',
  'remove-factors': 'action_remove_factors',
  'create-person': 'new_person',
  'edit-person': 'what_person',
  undo: 'undo',
} as const satisfies Readonly<Record<EntryMark['action'], TextKey>>;

/** "Summary", for "Undone: Summary". */
export const actionWord = (action: EntryMark['action']): string => t(words[action]);
