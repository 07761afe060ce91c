// A person's place in an organisation as one text, since that is what is edited, kept half-typed and compared.

import type { Input } from '@/utils/actions/inputs';
import type { Membership } from '@/utils/people/types';

export interface PlaceText {
  /** Empty: the organisation of that name, made if there is none. */
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly manager: boolean;
}

/** Nowhere. */
export const NO_PLACE: PlaceText = { id: '', name: '', position: '', manager: false };

export const writePlace = ({ id, name, position, manager }: PlaceText): string =>
  JSON.stringify([id, name, position, manager]);

export function readPlace(text: string): PlaceText {
  if (text === '') return NO_PLACE;
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) return NO_PLACE;
  const [id, name, position, manager] = parts;
  return { id: String(id), name: String(name), position: String(position), manager: manager === true };
}

export const placeOfMembership = ({ organisation, name, position = '', manager = false }: Membership): PlaceText => ({
  id: organisation,
  name,
  position,
  manager,
});

export const textOfMembership = (membership: Membership): string => writePlace(placeOfMembership(membership));

type Chosen =
  | { readonly action: 'set-membership'; readonly input: Input<'set-membership'> }
  | { readonly action: 'change-organisation'; readonly input: Input<'change-organisation'> };

const placeOf = ({ position, manager }: PlaceText) => ({ position: position.trim(), manager });

/** What makes `to` of `from`; empty texts: joins, leaves. */
export function membershipChange(from: string, to: string): Chosen {
  const [before, after] = [readPlace(from), readPlace(to)];
  const organisation = { id: after.id === '' ? null : after.id, name: after.name.trim() };
  if (from === '') {
    return { action: 'set-membership', input: { organisation, from: null, to: placeOf(after) } };
  }
  const known = { id: before.id, name: before.name };
  if (to === '') {
    return { action: 'set-membership', input: { organisation: known, from: placeOf(before), to: null } };
  }
  if (after.id === before.id || organisation.name === before.name) {
    return { action: 'set-membership', input: { organisation: known, from: placeOf(before), to: placeOf(after) } };
  }
  return {
    action: 'change-organisation',
    input: { from: { ...known, place: placeOf(before) }, to: { ...organisation, place: placeOf(after) } },
  };
}

/** What a server has instead of the place that was edited, in the same organisation; empty: it was left. */
export function textOfTheirPlace(theirs: unknown, known: PlaceText): string {
  if (typeof theirs !== 'object' || theirs === null) return '';
  const position = 'position' in theirs && typeof theirs.position === 'string' ? theirs.position : '';
  return writePlace({ ...known, position, manager: 'manager' in theirs && theirs.manager === true });
}
