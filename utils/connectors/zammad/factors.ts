import type { Named } from '@/utils/people/types';
import { FactorsShape } from './shapes';
import { type Asking, ask, isProblem, type Zammad } from './zammad';

/** Both generations of paths: 6.5 and later, then 6.1 to 6.4. */
const PATHS = [
  {
    list: 'admin_two_factor/enabled_authentication_methods',
    one: 'admin_two_factor/remove_authentication_method',
    all: 'admin_two_factor/remove_all_authentication_methods',
  },
  {
    list: 'two_factor_enabled_authentication_methods',
    one: 'two_factor_remove_authentication_method',
    all: 'two_factor_remove_all_authentication_methods',
  },
] as const;
type Paths = (typeof PATHS)[number];

const NAMES: Readonly<Record<string, string>> = {
  authenticator_app: 'Authenticator app',
  security_keys: 'Security keys',
};

/** Ways of proving who they are that somebody has set up, and by which paths they go. Fails with `forbidden`, `missing`. */
export async function readFactors(
  zammad: Zammad,
  id: string,
  asking: Asking,
): Promise<{ readonly paths: Paths; readonly factors: readonly Named[] }> {
  const by = async (paths: Paths) => {
    const all = await listed(zammad, id, paths, asking);
    const factors = all.filter(({ configured }) => configured);
    return { paths, factors: factors.map(({ method }) => ({ id: method, name: NAMES[method] ?? method })) };
  };
  return by(PATHS[0]).catch((error: unknown) => {
    if (!isProblem(error, 'missing')) throw error;
    return by(PATHS[1]);
  });
}

const listed = (zammad: Zammad, id: string, { list }: Paths, asking: Asking) =>
  ask(zammad, FactorsShape, { path: `users/${id}/${list}`, ...asking });

/**
 * Fails with `forbidden` for who is no administrator of users, with `missing` before 6.5: there everybody may see their
 * own (policies/controllers/user/two_factors_controller_policy.rb of 2023 and 2024), which says nothing.
 */
export const askAsAdmin = (zammad: Zammad, id: string, asking: Asking): Promise<unknown> =>
  listed(zammad, id, PATHS[0], asking);
