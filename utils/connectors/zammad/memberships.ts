import type { Membership } from '@/utils/people/types';
import type { Known } from './known';
import type { User } from './shapes';

/** Ids of somebody's organisations, the primary one first. */
export const organisationsOf = ({ organization_id: first, organization_ids: more }: User): readonly string[] => [
  ...(first === '' ? [] : [first]),
  ...more,
];

/**
 * The primary one first. Zammad tells the names of the others beside their ids, each list in an order of its own (6.1 and
 * 6.5, models/application_model/can_associations.rb): of several it is not known which name is whose, and each is asked.
 */
export function membershipsOf(known: Known, user: User, call: string): Promise<readonly Membership[]> {
  const isClear = user.organization_ids.length < 2;
  return Promise.all(
    organisationsOf(user).map(async (organisation): Promise<Membership> => {
      const told = organisation === user.organization_id ? user.organization : isClear ? user.organizations[0] : '';
      const name = told || (isClear ? '' : await known.organisation(organisation, call).catch(() => ''));
      return { organisation, name: name || `#${organisation}` };
    }),
  );
}
