// What Deskpro answers, as far as it is read: legacy and Horizon, each thing as public clients saw it (2018-2026). Ids are
// texts here, '' where there is none, and an absent text is an empty one; so are the many ways in which nothing is written.
import * as v from 'valibot';
import { dateText } from './dates';
import { anything, countOr, flag, idText, listOf, mapOf, textOr } from './envelope';

/** An id, or the thing itself where it came inline. */
export const idOrThing = v.pipe(
  anything,
  v.transform((given): unknown =>
    typeof given === 'object' && given !== null ? (Reflect.get(given, 'id') ?? null) : given,
  ),
  v.fallback(idText, ''),
);
const idList = v.pipe(
  listOf(idOrThing),
  v.transform((ids) => ids.filter((id) => id !== '')),
);
const texts = v.pipe(
  listOf(v.fallback(textOr, '')),
  v.transform((all) => all.filter((text) => text !== '')),
);
/** A label is a text, or {label}. */
const labels = v.pipe(
  listOf(
    v.pipe(
      anything,
      v.transform((given): unknown =>
        typeof given === 'object' && given !== null ? (Reflect.get(given, 'label') ?? '') : given,
      ),
      v.fallback(textOr, ''),
    ),
  ),
  v.transform((all) => all.filter((text) => text !== '')),
);
/** Null where nothing is told. */
const flagOrNull = v.pipe(
  anything,
  v.transform((on): unknown => (typeof on === 'object' || on === undefined ? null : on)),
  v.nullable(flag),
);

/** One value of a custom field: {value, aliases, detail}, or the bare value. A choice's labels stand in `detail`. */
export const CustomValueShape = v.pipe(
  anything,
  v.transform((given): unknown =>
    typeof given === 'object' && given !== null && !Array.isArray(given) && 'value' in given ? given : { value: given },
  ),
  v.object({
    value: anything,
    aliases: texts,
    detail: v.fallback(mapOf(v.looseObject({ id: idText, title: textOr })), {}),
  }),
);
export type CustomValue = v.InferOutput<typeof CustomValueShape>;

/** `contact_type` decides which of the others are there. */
export const ContactDatumShape = v.looseObject({ id: idText, contact_type: textOr, comment: textOr });
export type ContactDatum = v.InferOutput<typeof ContactDatumShape>;

/** A list; or, as it is written, an object by type and then by number. */
export const ContactDataShape = v.pipe(
  anything,
  v.transform((given): unknown => (isMap(given) ? Object.entries(given).flatMap(ofType) : given)),
  listOf(ContactDatumShape),
);

const isMap = (given: unknown): given is object => typeof given === 'object' && given !== null && !Array.isArray(given);

/** {phone: {"0": {…}}}; an item with a type of its own is one of a list with numbers for names. */
function ofType([type, items]: [string, unknown]): readonly unknown[] {
  if (typeof items !== 'object' || items === null) return [];
  if ('contact_type' in items) return [items];
  return Object.values(items).map((item: unknown) => (isMap(item) ? { ...item, contact_type: type } : item));
}

/** A bare text is the number. */
export const PhoneNumberShape = v.pipe(
  anything,
  v.transform((given): unknown => (typeof given === 'string' ? { number: given } : given)),
  v.looseObject({ id: idText, number: textOr, label: textOr, extension: textOr, type: textOr }),
);

const AvatarShape = v.pipe(
  mapOf(v.unknown()),
  v.transform(({ url_pattern: url }) => (typeof url === 'string' ? url : '')),
);

/** Horizon: somebody's place in one of several organisations. */
export const MembershipShape = v.looseObject({
  id: idText,
  person: idOrThing,
  organization: idOrThing,
  is_manager: flag,
  position: textOr,
});

/** Ids of memberships, or these themselves where they came inline. */
const membersShape = v.pipe(
  listOf(v.unknown()),
  v.transform((all) => ({
    ids: all.map((one) => v.parse(idOrThing, one)).filter((id) => id !== ''),
    inline: all.flatMap((one) => (isMap(one) && v.is(MembershipShape, one) ? [v.parse(MembershipShape, one)] : [])),
  })),
);

/** A text, or a thing that has it under this name. */
const textIn = (name: string) =>
  v.pipe(
    anything,
    v.transform((given): unknown => (isMap(given) ? (Reflect.get(given, name) ?? '') : given)),
    v.fallback(textOr, ''),
  );
/** Those that are there. */
const textsIn = (name: string) =>
  v.pipe(
    listOf(textIn(name)),
    v.transform((all) => all.filter((text) => text !== '')),
  );

export const PersonShape = v.looseObject({
  id: v.pipe(idText, v.minLength(1)),
  name: textOr,
  first_name: textOr,
  last_name: textOr,
  title_prefix: textOr,
  display_name: textOr,
  override_display_name: textOr,
  /** Null for somebody without any address. */
  primary_email: textIn('email'),
  emails: textsIn('email'),
  is_agent: flag,
  is_deleted: flag,
  is_disabled: flag,
  can_admin: v.fallback(flag, false),
  summary: textOr,
  organization: idOrThing,
  organization_position: textOr,
  organization_manager: flag,
  /** Horizon: ids of memberships; legacy does not have it at all. */
  organization_members: v.optional(membersShape),
  labels,
  user_groups: idList,
  all_user_groups: v.optional(idList),
  agent_groups: idList,
  teams: idList,
  primary_team: idOrThing,
  fields: mapOf(CustomValueShape),
  contact_data: ContactDataShape,
  phone_numbers: listOf(PhoneNumberShape),
  tickets_count: countOr,
  chats_count: countOr,
  timezone: textOr,
  language: idOrThing,
  avatar: AvatarShape,
  disable_picture: v.fallback(flag, false),
  disable_autoresponses: flagOrNull,
  // What stands in the details too is told there, should it be new: nobody is kept back for it.
  date_created: v.fallback(dateText, ''),
  date_last_login: v.fallback(dateText, ''),
  last_seen: v.fallback(dateText, ''),
});
export type DeskproPerson = v.InferOutput<typeof PersonShape>;

/** The technical details of a person. */
export const DetailsShape = v.looseObject({
  id: v.pipe(idText, v.minLength(1)),
  is_confirmed: flagOrNull,
  date_created: dateText,
  date_last_login: dateText,
  last_seen: dateText,
  browser: textOr,
  creation_system: textOr,
});

export const OrganisationShape = v.looseObject({
  id: v.pipe(idText, v.minLength(1)),
  name: textOr,
  summary: textOr,
  labels,
  email_domains: textsIn('domain'),
  contact_data: ContactDataShape,
  phone_numbers: listOf(PhoneNumberShape),
  tickets_count: countOr,
  date_created: textOr,
});

export const TicketShape = v.looseObject({
  id: v.pipe(idText, v.minLength(1)),
  ref: textOr,
  subject: textOr,
  /** `ticket_status` where there is one: it knows the sub-status ('pending.5'). */
  status: textOr,
  ticket_status: textIn('status_code'),
  person: idOrThing,
  person_email: textIn('email'),
  agent: idOrThing,
  organization: idOrThing,
  department: idOrThing,
  urgency: countOr,
  date_created: dateText,
  date_status: dateText,
  date_resolved: dateText,
  date_last_agent_reply: dateText,
  date_last_user_reply: dateText,
});
export type DeskproTicket = v.InferOutput<typeof TicketShape>;

/** Beside `note` no public material names a field of a note: what is not there is read as nobody's, at no time. */
export const NoteShape = v.looseObject({
  id: v.pipe(idText, v.minLength(1)),
  note: textOr,
  agent: idOrThing,
  person: idOrThing,
  author: idOrThing,
  date_created: dateText,
});
export type DeskproNote = v.InferOutput<typeof NoteShape>;

const ChoiceShape = v.looseObject({ id: idText, title: textOr });
export const DefinitionShape = v.looseObject({
  id: v.pipe(idText, v.minLength(1)),
  title: textOr,
  description: textOr,
  widget_type: textOr,
  choices: listOf(ChoiceShape),
  is_enabled: flagOrNull,
});

export const NamedShape = v.looseObject({ id: v.pipe(idText, v.minLength(1)), name: textOr, title: textOr });
export const LanguageShape = v.looseObject({
  id: v.pipe(idText, v.minLength(1)),
  title: textOr,
  locale: textOr,
  lang_code: textOr,
});

/** One of those that came along, of whom only the name and the address are wanted. */
export const BriefPersonShape = v.looseObject({
  id: idText,
  name: textOr,
  display_name: textOr,
  primary_email: v.fallback(textOr, ''),
});

export const DiscoveryShape = v.looseObject({
  is_deskpro: flag,
  build: v.fallback(textOr, ''),
  build_name: v.fallback(textOr, ''),
});
export const MeShape = v.looseObject({
  auth_method: textOr,
  person_id: idText,
  person: v.fallback(v.nullish(PersonShape, null), null),
});
