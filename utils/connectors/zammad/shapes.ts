// What Zammad answers, as far as it is read. Ids are texts here, and an absent text is an empty one.
import * as v from 'valibot';

const id = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((value) => String(value)),
);
const idOrNone = v.pipe(
  v.nullish(v.union([v.number(), v.string()]), ''),
  v.transform((value) => String(value)),
);
const text = v.nullish(v.string(), '');
const texts = v.nullish(v.array(v.string()), []);
const flag = v.nullish(v.boolean(), false);
const count = v.nullish(v.number(), 0);

/** Never written: Zammad replaces the whole. */
const PreferencesShape = v.object({
  locale: text,
  timezone: text,
  tickets_open: count,
  tickets_closed: count,
  mail_delivery_failed: v.nullish(v.unknown()),
  mail_delivery_failed_reason: text,
});
const NO_PREFERENCES: v.InferOutput<typeof PreferencesShape> = {
  locale: '',
  timezone: '',
  tickets_open: 0,
  tickets_closed: 0,
  mail_delivery_failed: false,
  mail_delivery_failed_reason: '',
};

/** Custom fields stand as flat keys beside the others. */
export const UserShape = v.looseObject({
  id,
  login: text,
  firstname: text,
  lastname: text,
  email: text,
  web: text,
  phone: text,
  fax: text,
  mobile: text,
  department: text,
  street: text,
  zip: text,
  city: text,
  country: text,
  address: text,
  note: text,
  source: text,
  vip: flag,
  verified: v.nullish(v.boolean(), null),
  active: v.nullish(v.boolean(), true),
  login_failed: count,
  last_login: v.nullish(v.string(), null),
  out_of_office: flag,
  out_of_office_start_at: text,
  out_of_office_end_at: text,
  out_of_office_replacement_id: idOrNone,
  /** What their picture is asked for by; '' for none. */
  image: text,
  preferences: v.nullish(PreferencesShape, NO_PREFERENCES),
  organization_id: idOrNone,
  organization_ids: v.nullish(v.array(id), []),
  /** Names, told where `expand` is asked for. */
  organization: text,
  organizations: texts,
  roles: texts,
  role_ids: v.nullish(v.array(id), []),
  group_ids: v.nullish(v.record(v.string(), v.unknown()), {}),
  created_at: text,
  updated_at: text,
});
export type User = v.InferOutput<typeof UserShape>;

export const UsersShape = v.array(UserShape);

export const TicketShape = v.object({
  id,
  number: idOrNone,
  title: text,
  group_id: idOrNone,
  state_id: id,
  priority_id: idOrNone,
  customer_id: id,
  /** The login of the customer, where `expand` is asked for. */
  customer: text,
  pending_time: text,
  /** A decimal, mostly as a text. */
  time_unit: v.nullish(v.union([v.string(), v.number()]), null),
  created_at: text,
  updated_at: text,
});
export type ZammadTicket = v.InferOutput<typeof TicketShape>;
export const TicketsShape = v.array(TicketShape);

/** 6.5 and later tell a total; before that, one page of ids with how many are on it. */
export const CountShape = v.union([
  v.object({ total_count: v.number() }),
  v.object({ tickets: v.array(id) }),
  // What ignores the question answers with the records.
  v.pipe(
    v.array(v.unknown()),
    v.transform((records) => ({ records: records.length })),
  ),
]);

/** A search with `full` tells the generations apart. */
export const GenerationShape = v.union([
  v.pipe(
    v.object({ record_ids: v.array(id) }),
    v.transform(() => 'conditions' as const),
  ),
  v.pipe(
    v.object({ user_ids: v.array(id) }),
    v.transform(() => 'query' as const),
  ),
]);

export const StateShape = v.object({
  id,
  name: text,
  state_type: v.nullish(v.unknown()),
  active: v.nullish(v.boolean(), true),
});
export const GroupShape = v.object({ id, name: text, active: v.nullish(v.boolean(), true) });
export const RoleShape = v.object({
  id,
  name: text,
  permissions: v.nullish(v.array(v.string())),
  /** Groups that everybody with this role may work in. */
  group_ids: v.nullish(v.record(v.string(), v.unknown()), {}),
});

export const OrganisationShape = v.object({
  id,
  name: text,
  domain: text,
  note: text,
  member_ids: v.nullish(v.array(id), []),
  secondary_member_ids: v.nullish(v.array(id), []),
  updated_at: text,
});
export type ZammadOrganisation = v.InferOutput<typeof OrganisationShape>;

export const HistoryShape = v.object({
  history: v.array(
    v.object({
      id,
      object: text,
      type: text,
      attribute: text,
      value_from: v.nullish(v.union([v.string(), v.number(), v.boolean()])),
      value_to: v.nullish(v.union([v.string(), v.number(), v.boolean()])),
      created_at: text,
      created_by_id: idOrNone,
      /** What did it by itself: a trigger, a rule. */
      sourceable_name: text,
    }),
  ),
  assets: v.nullish(v.object({ User: v.nullish(v.record(v.string(), UserShape), {}) }), { User: {} }),
});
export type HistoryEntry = v.InferOutput<typeof HistoryShape>['history'][number];

export const FactorsShape = v.array(v.object({ method: v.string(), configured: v.nullish(v.boolean(), false) }));

/** A task that deletes somebody. The names in it are made unreadable. */
export const TaskShape = v.object({
  id,
  state: text,
  deletable_type: text,
  deletable_id: idOrNone,
  preferences: v.nullish(
    v.object({
      customer_tickets: v.nullish(v.array(v.unknown())),
      customer_tickets_count: v.nullish(v.number()),
      error: text,
    }),
    { error: '' },
  ),
  updated_at: text,
});
export type Task = v.InferOutput<typeof TaskShape>;
export const TasksShape = v.array(TaskShape);

const decimal = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), 0),
  v.transform((value) => Number(value)),
);

/** Time that was spent on a ticket. */
export const TimesShape = v.array(v.object({ id, time_unit: decimal, created_at: text }));

/** One row for each customer and organisation, of one month. */
export const TimeOfCustomersShape = v.array(
  v.object({ customer: v.nullish(v.object({ id }), { id: '' }), time_unit: decimal }),
);

/** Answers that tell nothing but that it was done. */
export const DoneShape = v.unknown();
