import { type Loaded, membershipsOf } from './memberships';

/**
 * A mark of this state of a record, since Deskpro keeps no time of its last change: of all that can be edited, and of
 * nothing that changes by itself.
 */
export function versionOf({ person, linked }: Loaded): string {
  const places = membershipsOf(person, linked).map(({ organisation, position, manager }) => [
    organisation,
    position ?? '',
    manager ?? false,
  ]);
  return digest(
    JSON.stringify([
      person.name,
      person.title_prefix,
      person.override_display_name,
      person.primary_email,
      person.emails,
      person.is_disabled,
      person.is_deleted,
      person.summary,
      places,
      person.labels,
      person.user_groups,
      person.fields,
      person.contact_data,
      person.phone_numbers,
      person.timezone,
      person.language,
      person.disable_autoresponses,
    ]),
  );
}

/** FNV-1a, 2 × 32 bits from two beginnings: it only has to differ. */
const digest = (text: string): string => [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed)).join('');

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
