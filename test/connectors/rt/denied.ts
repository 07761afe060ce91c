import type { Capability } from '@/utils/connectors/types';

/** What needs RT's right AdminUsers, and cannot be had without it. */
export const WITHOUT_ADMIN_USERS: readonly Capability[] = [
  'account.enable',
  'contact.set',
  'email.primary',
  'email.set',
  'group.set',
  'membership.set',
  'organisation',
  'organisations',
  'person.create',
  'person.set',
];
