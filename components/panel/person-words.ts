// How a person's facts read in one line of a list.

import type { IconName } from '@/components/ui/icons';
import { seenText } from '@/components/ui/time';
import { plural, type TextKey, t } from '@/utils/i18n';
import type { Match, NearMatch, Source } from '@/utils/messages/view';
import type { Role } from '@/utils/people/message';
import type { Address, Person, PersonStatus } from '@/utils/people/types';

/** A sign and a word for every state that is not the usual one. */
export const statusLooks: Readonly<
  Record<
    Exclude<PersonStatus, 'active'>,
    {
      readonly icon: IconName;
      readonly text: TextKey;
      readonly tone: 'ink' | 'caution' | 'danger';
      readonly muted: boolean;
    }
  >
> = {
  disabled: { icon: 'x', text: 'status_disabled', tone: 'ink', muted: true },
  locked: { icon: 'lock', text: 'status_locked', tone: 'caution', muted: false },
  banned: { icon: 'ban', text: 'status_banned', tone: 'danger', muted: true },
};

export const roleTexts: Readonly<Record<Role, TextKey>> = {
  from: 'role_from',
  author: 'role_author',
  sender: 'role_sender',
  'reply-to': 'role_reply_to',
  to: 'role_to',
  cc: 'role_cc',
  requestor: 'role_requestor',
};

export const organisationOf = (person: Person): string | null => person.memberships[0]?.name ?? null;

/** A name inside a sentence, kept from turning the words around it. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** Which of the person's addresses matched, in words. */
export function reasonText({ person, reason }: Match): string {
  if (reason.kind === 'tag') return t('reason_tag', [reason.address]);
  if (person.emails.length === 1) return t('reason_only');
  return reason.kind === 'primary' ? t('reason_primary') : t('reason_other');
}

/** "6 tickets, last 2 h ago" */
export function activityText({ person, tickets }: Match, now: number): string {
  const count = tickets === 0 ? t('tickets_none') : plural('tickets', tickets);
  return person.seenAt === undefined
    ? count
    : t('tickets_and_seen', [count, seenText(person.seenAt, now, tickets === 0 ? 'seen' : 'last')]);
}

const withoutHyphens = (address: Address): string => address.replaceAll('-', '');

/** Why somebody is near, in words; never a number. */
export function nearText({ reason }: NearMatch, asked: Address | null): string {
  switch (reason.kind) {
    case 'dots':
      return t('near_dots');
    case 'name':
      return t('near_name');
    case 'similar-address': {
      const hyphen = asked !== null && withoutHyphens(asked) === withoutHyphens(reason.address);
      if (reason.sameName) return t(hyphen ? 'near_name_hyphen' : 'near_name_similar');
      return t(hyphen ? 'near_hyphen' : 'near_similar');
    }
    default:
      return '';
  }
}

/** That an address is primary now; and, where it changes more than that at a server (how they sign in), what. */
export function withMeaning(done: string, { says, name }: Source): string {
  return says?.primary === undefined ? done : `${done}. ${t(says.primary, [name])}`;
}
