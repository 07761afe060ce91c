// What the answer to a test says that a login may do, grouped from capabilities into plain sentences.

import type { Capability } from '@/utils/connectors/types';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { ConnectionTest } from '@/utils/messages/protocol';

interface Right {
  /** Together one sentence; those that the server has not are left out of it. */
  readonly of: readonly Capability[];
  readonly may: TextKey;
  readonly not: TextKey;
}

const edit: Right = {
  of: ['person.set', 'email.set', 'email.primary', 'contact.set', 'custom.set', 'membership.set'],
  may: 'test_edit',
  not: 'test_edit_not',
};
const enable: Right = { of: ['account.enable'], may: 'test_enable', not: 'test_enable_not' };
const editAndEnable: Right = {
  of: [...edit.of, ...enable.of],
  may: 'test_edit_enable',
  not: 'test_edit_enable_not',
};

const others: readonly Right[] = [
  { of: ['person.create'], may: 'test_create', not: 'test_create_not' },
  { of: ['person.erase'], may: 'test_delete', not: 'test_delete_not' },
  { of: ['login.password'], may: 'test_password', not: 'test_password_not' },
  { of: ['ticket.create'], may: 'test_new_ticket', not: 'test_new_ticket_not' },
  { of: ['ticket.state'], may: 'test_change_ticket', not: 'test_change_ticket_not' },
  { of: ['notes'], may: 'test_notes', not: 'test_notes_not' },
  { of: ['note.add'], may: 'test_write_notes', not: 'test_write_notes_not' },
  { of: ['groups'], may: 'test_groups', not: 'test_groups_not' },
  { of: ['group.set'], may: 'test_change_groups', not: 'test_change_groups_not' },
  { of: ['history'], may: 'test_history', not: 'test_history_not' },
  { of: ['billing'], may: 'test_billing', not: 'test_billing_not' },
  { of: ['files'], may: 'test_files', not: 'test_files_not' },
];

export interface Verdict {
  readonly may: boolean;
  readonly text: string;
}

/** Each thing that the server has, once: first what this login may do, then what it may not, with the missing right. */
export function verdictsOf({ login, has }: ConnectionTest): readonly Verdict[] {
  const denied: readonly string[] = login?.denied ?? [];
  const states = (right: Right) => {
    const there = right.of.filter((one) => has.includes(one));
    const not = there.filter((one) => denied.includes(one));
    const missing = not.map((one) => login?.missing?.[one]).find((name) => name !== undefined);
    return { there: there.length, not: not.length, missing };
  };
  const verdict = (right: Right): Verdict | null => {
    const { there, not, missing } = states(right);
    if (there === 0) return null;
    if (not === 0) return { may: true, text: t(right.may) };
    const text = not < there ? t('test_in_part', [t(right.may)]) : t(right.not);
    return { may: false, text: missing === undefined ? text : t('test_missing', [text, missing]) };
  };
  const both = [states(edit), states(enable)] as const;
  const alike =
    both.every(({ there, not }) => there > 0 && (not === 0 || not === there)) &&
    (both[0].not === 0) === (both[1].not === 0) &&
    both[0].missing === both[1].missing;
  const all = [
    ticketsVerdict(has, denied, login?.queues, login?.missing?.tickets),
    ...(alike ? [editAndEnable] : [edit, enable]).map(verdict),
    ...others.map(verdict),
  ].filter((one) => one !== null);
  return [...all.filter(({ may }) => may), ...all.filter(({ may }) => !may)];
}

function ticketsVerdict(
  has: readonly string[],
  denied: readonly string[],
  queues: number | undefined,
  missing: string | undefined,
): Verdict | null {
  if (!has.includes('tickets')) return null;
  if (denied.includes('tickets')) {
    const text = t('test_tickets_not');
    return { may: false, text: missing === undefined ? text : t('test_missing', [text, missing]) };
  }
  return { may: true, text: queues === undefined ? t('test_tickets') : plural('test_tickets_queues', queues) };
}
