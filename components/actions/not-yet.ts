import type { Security } from '@/utils/connectors/types';
import { t } from '@/utils/i18n';
import type { AskedOf } from './use-asked-of';

/** Why nothing can be pressed as long as nobody knows how a person signs in; null: it is known. */
export function notYet({ value, problem }: AskedOf<Security>, source: string): string | null {
  if (value !== null) return null;
  return t(problem === null ? 'security_asking' : 'security_unknown', [source]);
}
