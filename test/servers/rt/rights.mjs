// Who may do what in the test Request Tracker, and what it keeps of people beside RT's own columns.

/** What whoever works with tickets may do; without seeing more of people than their names. */
const WORK = [
  'SeeQueue',
  'ShowTicket',
  'ShowTicketComments',
  'ShowOutgoingEmail',
  'CreateTicket',
  'CommentOnTicket',
  'ReplyToTicket',
  'ModifyTicket',
  'OwnTicket',
  'Watch',
  'ModifySelf',
  'SeeGroup',
  'ShowUserHistory',
  'SeeCustomField',
  'ModifyCustomField',
];

/** Who may do what, by the group they are in, everywhere. */
export const ranks = [
  { group: 'Staff', rights: WORK },
  { group: 'Heads', rights: [...WORK, 'AdminUsers', 'AdminGroupMembership', 'DeleteTicket'] },
  { group: 'Readers', rights: ['SeeQueue', 'ShowTicket', 'SeeGroup', 'SeeCustomField'] },
];

/** Groups that customers are put into. */
export const groups = ['Key accounts', 'Mailing list'];

/** Custom fields of people, of types as RT names them. */
export const fields = [
  { name: 'Account number', type: 'FreeformSingle', pattern: '(?#A letter and digits)^([A-Z]-\\d+)?$' },
  { name: 'Contract', type: 'SelectSingle', choices: ['Basic', 'Plus', 'Full'] },
  { name: 'Interests', type: 'SelectMultiple', choices: ['Freight', 'Harbour', 'Print'] },
  { name: 'Client since', type: 'DateSingle' },
  { name: 'Other addresses', type: 'FreeformMultiple' },
];
