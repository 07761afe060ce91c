import type { Hit } from '@/components/panel/states';

/** Where somebody works: each organisation with position, or the way to add one. Stands among the facts. */
export function OrganisationRows(_: { readonly hit: Hit }) {
  return null;
}
