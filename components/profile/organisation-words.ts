import { LONGEST } from '@/utils/actions/limits';
import { t } from '@/utils/i18n';
import type { Membership, Person } from '@/utils/people/types';
import { readPlace } from './organisation-text';

const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** The sentence that says what is wrong with a typed place; null: it can be kept. `own`: the one that is edited. */
export function organisationProblem(person: Person, own: Membership | null, text: string): string | null {
  const { id, name, position } = readPlace(text);
  if (name.trim() === '') return t('organisation_empty');
  if (Math.max(name.length, position.length) > LONGEST.line) return t('too_long');
  const twice = person.memberships.some(
    (one) => one.organisation !== own?.organisation && (one.organisation === id || same(one.name, name)),
  );
  return twice ? t('organisation_twice') : null;
}
