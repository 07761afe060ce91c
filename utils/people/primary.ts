import type { Address, Person } from './types';

/** The address that a person's mail goes to; null for somebody without any. */
export const primaryOf = ({ emails }: Pick<Person, 'emails'>): Address | null =>
  (emails.find(({ primary }) => primary) ?? emails[0])?.address ?? null;
