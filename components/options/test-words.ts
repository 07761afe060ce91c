// What the answer to a test says that a login may do: capabilities put together to what people know as one thing.

import type { Capability } from '@/utils/connectors/types';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { ConnectionTest } from '@/utils/messages/protocol';

interface Thing {
  /** Together one thing; those that the server has not are left out of it. */
  readonly of: readonly Capability[];
  readonly text: TextKey;
}

const tickets: Thing = { of: ['tickets', 'archived', 'ticket'], text: 'test_tickets' };
const edit: Thing = {
  of: ['person.set', 'email.set', 'email.primary', 'contact.set', 'custom.set', 'membership.set'],
  text: 'test_edit',
};
const enable: Thing = { of: ['account.enable'], text: 'test_enable' };
const editAndEnable: Thing = { of: [...edit.of, ...enable.of], text: 'test_edit_enable' };

const others: readonly Thing[] = [
  { of: ['person.create'], text: 'test_create' },
  { of: ['person.merge', 'person.hide'], text: 'test_merge' },
  { of: ['person.erase', 'erase.cancel'], text: 'test_delete' },
  { of: ['address.ban'], text: 'test_ban' },
  { of: ['account.unlock'], text: 'test_unlock' },
  { of: ['login.password'], text: 'test_password' },
  { of: ['login.reset'], text: 'test_reset' },
  { of: ['factor.remove'], text: 'test_factors' },
  { of: ['login.view'], text: 'test_view' },
  { of: ['sees'], text: 'test_sees' },
  { of: ['ticket.create'], text: 'test_new_ticket' },
  { of: ['ticket.state', 'ticket.urgent', 'ticket.notify'], text: 'test_change_ticket' },
  { of: ['ticket.move'], text: 'test_move' },
  { of: ['notes'], text: 'test_notes' },
  { of: ['note.add', 'note.set', 'note.remove'], text: 'test_write_notes' },
  { of: ['label.set'], text: 'test_labels' },
  { of: ['groups'], text: 'test_groups' },
  { of: ['group.set'], text: 'test_change_groups' },
  { of: ['history'], text: 'test_history' },
  { of: ['billing'], text: 'test_billing' },
  { of: ['chats'], text: 'test_chats' },
  { of: ['files'], text: 'test_files' },
  { of: ['file.add', 'file.remove'], text: 'test_write_files' },
];

/** What a missing right switches off; null: the server does not say which right it is. */
export interface Missing {
  readonly right: string | null;
  readonly things: readonly string[];
}

export interface Verdicts {
  readonly may: readonly string[];
  readonly missing: readonly Missing[];
  /** Offered, though nobody knows yet whether this server takes them. */
  readonly untried: readonly string[];
}

/** Each thing that the server has: what this login may do, what it may not and for want of which right. */
export function verdictsOf({ login, has, unproven }: ConnectionTest): Verdicts {
  const denied: readonly string[] = login?.denied ?? [];
  const rightOf = (one: Capability): string | null => login?.missing?.[one] ?? null;
  const there = ({ of }: Thing): readonly Capability[] => of.filter((one) => has.includes(one));
  const refused = (thing: Thing): readonly Capability[] => there(thing).filter((one) => denied.includes(one));
  const rights = (thing: Thing): readonly (string | null)[] => [...new Set(refused(thing).map(rightOf))];
  const whole = (thing: Thing): boolean => refused(thing).length === 0 || refused(thing).length === there(thing).length;
  const alike =
    [edit, enable].every((thing) => there(thing).length > 0 && whole(thing)) &&
    JSON.stringify(rights(edit)) === JSON.stringify(rights(enable));
  const all = [tickets, ...(alike ? [editAndEnable] : [edit, enable]), ...others].filter(
    (thing) => there(thing).length > 0,
  );
  const untried = (thing: Thing): boolean => there(thing).every((one) => unproven.includes(one));

  const free = all.filter((thing) => refused(thing).length === 0);
  const byRight = new Map<string | null, string[]>();
  for (const thing of all) {
    const text = whole(thing) ? t(thing.text) : t('test_in_part', [t(thing.text)]);
    for (const right of rights(thing)) byRight.set(right, [...(byRight.get(right) ?? []), text]);
  }
  return {
    may: free.filter((thing) => !untried(thing)).map((thing) => mayText(thing, login?.queues)),
    // Those of a named right first: there is somebody who can be asked for it.
    missing: [...byRight]
      .map(([right, things]) => ({ right, things }))
      .sort((one, other) => Number(one.right === null) - Number(other.right === null)),
    untried: free.filter(untried).map(({ text }) => t(text)),
  };
}

function mayText(thing: Thing, queues: number | undefined): string {
  return thing === tickets && queues !== undefined ? plural('test_tickets_queues', queues) : t(thing.text);
}
