import type { PersonValues } from '@/utils/changes/types';
import type { Capability } from '@/utils/connectors/types';
import { t } from '@/utils/i18n';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Person } from '@/utils/people/types';

/** Handed to a control as it is: with the reason it stands there disabled. */
export interface May {
  readonly mayNot?: string;
}

type Abilities = Pick<SourceAnswer, 'source' | 'can' | 'denied' | 'missing'>;

/**
 * Whether all of `needs` can be done at a connection by this login; null where the server has no such thing, and then
 * nothing of it is drawn.
 */
export function may({ source, can, denied, missing }: Abilities, ...needs: readonly Capability[]): May | null {
  if (needs.every((need) => can.includes(need))) return {};
  const known = needs.every((need) => can.includes(need) || denied.includes(need));
  if (!known) return null;
  const right = needs.flatMap((need) => (can.includes(need) ? [] : (missing?.[need] ?? []))).at(0);
  return { mayNot: right === undefined ? t('may_not_at', [source.name]) : t('may_not_right', [source.name, right]) };
}

type Sets = Pick<SourceAnswer, 'sets'>;

/** Whether the server has a single value of a record as something that can be set. */
export const hasField = ({ sets }: Sets, field: keyof PersonValues): boolean => sets?.includes(field) ?? true;

/** The same for one of the single values of a record: null where the server sets no such thing. */
export function maySet(answer: Abilities & Sets, field: keyof PersonValues): May | null {
  return hasField(answer, field) ? may(answer, 'person.set') : null;
}

/** The same for the switch of automatic replies: agents get none, and a server that has such a thing tells how it stands. */
export function mayStopReplies(answer: Abilities & Sets, { kind, autoReplies }: Person): May | null {
  const none = kind === 'agent' || (autoReplies === undefined && !answer.source.local);
  return none ? null : maySet(answer, 'autoReplies');
}
