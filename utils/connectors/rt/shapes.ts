// What RT answers, as far as it is read. Ids are numbers, digits or names, flags are 0, "0", 1 or "": all as texts here.
import * as v from 'valibot';

/** RT's own pages have sent lines with a carriage return; by REST none is kept, so that one could never be put back. */
const lines = (value: string): string => value.replaceAll('\r\n', '\n');
const text = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), ''),
  v.transform((value) => lines(String(value))),
);
const flag = v.pipe(
  v.nullish(v.union([v.string(), v.number(), v.boolean()]), ''),
  v.transform((value) => !['', '0', 'false'].includes(String(value))),
);
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.nullish(v.union([v.array(item), v.string()]), []),
    v.transform((value) => (typeof value === 'string' ? [] : value)),
  );

const Link = v.object({ ref: text, id: text, from: text, to: text });
const Reference = v.object({ id: text });

export const CustomShape = v.object({
  id: text,
  name: text,
  // A picture's value is an object: it is not shown.
  values: v.array(
    v.pipe(
      v.unknown(),
      v.transform((value) => (typeof value === 'string' ? lines(value) : null)),
    ),
  ),
  Type: text,
  MaxValues: text,
  Description: text,
  SortOrder: text,
});
export type CustomValue = v.InferOutput<typeof CustomShape>;

export const UserShape = v.object({
  id: text,
  Name: text,
  EmailAddress: text,
  RealName: text,
  NickName: text,
  Organization: text,
  Address1: text,
  Address2: text,
  City: text,
  State: text,
  Zip: text,
  Country: text,
  HomePhone: text,
  WorkPhone: text,
  MobilePhone: text,
  PagerPhone: text,
  Lang: text,
  Timezone: text,
  Comments: text,
  FreeformContactInfo: text,
  Created: text,
  LastUpdated: text,
  Disabled: v.optional(flag),
  Privileged: v.optional(flag),
  Memberships: list(Reference),
  CustomFields: list(CustomShape),
  Creator: v.fallback(v.object({ id: text, RealName: text }), { id: '', RealName: '' }),
  _hyperlinks: list(Link),
});
export type User = v.InferOutput<typeof UserShape>;

export const TicketShape = v.object({
  id: text,
  Subject: text,
  Status: text,
  Priority: text,
  Created: text,
  LastUpdated: text,
  Requestor: list(Reference),
  _hyperlinks: list(Link),
});
export type RtTicket = v.InferOutput<typeof TicketShape>;

/** A ticket with more of whom it is from. */
export const TicketOfSomebodyShape = v.object({
  ...TicketShape.entries,
  Requestor: list(v.object({ id: text, Name: text, RealName: text, Organization: text })),
});

export const TicketRequestorsShape = v.object({
  id: text,
  Requestor: list(v.object({ id: text, Name: text, EmailAddress: text, RealName: text })),
});
export const TicketNumberShape = v.object({ id: text });

export const TransactionShape = v.object({
  id: text,
  Type: text,
  Field: text,
  OldValue: text,
  NewValue: text,
  Created: text,
  /** Of whom or what it is; told where it is asked for. */
  ObjectId: text,
  Creator: v.object({ id: text, Name: text, RealName: text }),
});
export type Transaction = v.InferOutput<typeof TransactionShape>;

export const NamedShape = v.object({ id: text, Name: text, _hyperlinks: list(Link) });

/** **[newer]** RT may give the choices as objects. */
export const ChoicesShape = v.object({
  Values: list(
    v.union([
      v.string(),
      v.pipe(
        v.object({ name: v.string() }),
        v.transform(({ name }) => name),
      ),
    ]),
  ),
});

export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ total: v.nullish(v.number(), null), items: v.array(item) });

/** After a change RT tells in sentences what it did, or did not do, in the language of the login. */
export const SaidShape = v.pipe(
  v.unknown(),
  v.transform((value) =>
    (Array.isArray(value) ? value.flat() : []).filter((one): one is string => typeof one === 'string').join(' · '),
  ),
);
