import { t } from '@/utils/i18n';
import type { Membership, Person } from '@/utils/people/types';
import { readPlace } from './organisation-text';

/** Characters that a name or a position may have, as the actions take it. */
const LONGEST_LINE = 500;

const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** The sentence that says what is wrong with a typed place; null: it can be kept. `own`: the one that is edited. */
export function organisationProblem(person: Person, own: Membership | null, text: string): string | null {
  const { id, name, position } = readPlace(text);
  if (name.trim() === '') return t('organisation_empty');
  if (Math.max(name.length, position.length) > LONGEST_LINE) return t('too_long');
  const twice = person.memberships.some(
    (one) => one.organisation !== own?.organisation && (one.organisation === id || same(one.name, name)),
  );
  return twice ? t('organisation_twice') : null;
}
