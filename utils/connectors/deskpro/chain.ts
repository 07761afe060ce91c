// Whose an address is. Nothing public tells whether Deskpro finds an additional address at all, so that it is looked for
// in one way after the other, until somebody has it; each who is named is checked.
import * as v from 'valibot';
import { localPart, withoutTag } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { KEPT, orElse, together } from './batch';
import type { Asking, Deskpro } from './deskpro';
import { anything, listOf, many } from './envelope';
import { hasAddress, listPeople, loadAll, noneIf, type People } from './load';
import { emailsOf, type Loaded } from './person';
import { idOrThing, PersonShape } from './shapes';

/** As many as would have one address, at the most. */
const FEW = 25;

/** Everybody who has exactly this address: the first way by which anybody is found is the last. */
export async function peopleByAddress(desk: Deskpro, address: Address, asking: Asking): Promise<readonly Loaded[]> {
  const exact = ({ people }: Pick<People, 'people'>): readonly Loaded[] =>
    people.filter((one) => hasAddress(one, address));
  const primary = exact(await listPeople(desk, { primary_email: address, count: FEW }, asking));
  if (primary.length > 0) return primary;
  for (const ids of await otherWays(desk, address, asking)) {
    const named = await ids();
    const found = exact({ people: await loadAll(desk, named, asking) });
    if (found.length > 0) return found;
  }
  // The last resort: a helpdesk that does not let this key ask for the deleted has nobody more.
  const deleted = listPeople(desk, { primary_email: address, is_deleted: 1, count: FEW }, asking);
  return exact(await deleted.catch(noneIf(KEPT)));
}

/** Ids of those who may have it: by the text search, by the tickets of that address. Asked at once in a batch. */
async function otherWays(
  desk: Deskpro,
  address: Address,
  asking: Asking,
): Promise<readonly (() => Promise<readonly string[]>)[]> {
  const text = { path: 'search/people_and_orgs', search: { q: address } };
  // † Assumption: whether that covers additional addresses is unknown; it costs one read.
  const tickets = { path: 'tickets', search: { person: address, count: FEW } };
  if (await desk.facts.batches()) {
    const answers = await together(desk, { text, tickets }, asking);
    return [
      async () =>
        inText(
          orElse(() => answers('text', FoundShape), []),
          (emails) => has(emails, address),
        ),
      async () => orElse(() => answers('tickets', TicketsShape).data, []).map(({ person }) => person),
    ];
  }
  return [
    async () => {
      const answers = await together(desk, { text }, asking);
      return inText(
        orElse(() => answers('text', FoundShape), []),
        (emails) => has(emails, address),
      );
    },
    async () => {
      const answers = await together(desk, { tickets }, asking);
      return orElse(() => answers('tickets', TicketsShape).data, []).map(({ person }) => person);
    },
  ];
}

/** Everybody whose address is this one but for a tag; `bare` has none. */
export async function peopleByTag(desk: Deskpro, bare: Address, asking: Asking): Promise<readonly Loaded[]> {
  const answers = await together(
    desk,
    {
      text: { path: 'search/people_and_orgs', search: { q: bare } },
      local: { path: 'search/people_and_orgs', search: { q: localPart(bare) } },
    },
    asking,
  );
  const isLike = (email: string): boolean => {
    const [one] = emailsOf({ primary_email: email, emails: [] });
    return one !== undefined && withoutTag(one.address) === bare;
  };
  const ids = (['text', 'local'] as const).flatMap((key): readonly string[] =>
    inText(
      orElse(() => answers(key, FoundShape), []),
      (emails) => emails.some(isLike),
    ),
  );
  return (await loadAll(desk, ids, asking)).filter(({ person }) =>
    emailsOf(person).some((email) => withoutTag(email.address) === bare),
  );
}

/** Of a ticket nothing else is wanted. */
const TicketsShape = many(v.looseObject({ person: idOrThing }));

const has = (emails: readonly string[], address: Address): boolean =>
  emailsOf({ primary_email: '', emails }).some((email) => email.address === address);

/** Somebody whom a text search names; without addresses where it does not tell them. */
const HitShape = v.looseObject({
  id: idOrThing,
  emails: v.optional(v.unknown()),
  primary_email: v.optional(v.unknown()),
});
const GroupShape = v.looseObject({ type: v.optional(v.unknown()), results: anything });

/** People out of {grouped_results: [{type, results}]}, or out of a list. */
export const FoundShape = v.pipe(
  v.looseObject({ data: anything }),
  v.transform(({ data }): unknown[] => {
    const grouped =
      typeof data === 'object' && data !== null && 'grouped_results' in data ? data.grouped_results : data;
    const items = v.safeParse(listOf(v.unknown()), grouped);
    return (items.success ? items.output : []).flatMap((item): unknown[] => {
      // {people: […], organizations: […]}: who is whose is told by the ids alone, and checked.
      if (Array.isArray(item)) return item;
      const group = v.safeParse(GroupShape, item);
      if (!group.success || group.output.results === null) return [item];
      if (NOBODY.test(String(group.output.type ?? ''))) return [];
      const results = v.safeParse(listOf(v.unknown()), group.output.results);
      return results.success ? results.output : [];
    });
  }),
  v.transform((items) => items.flatMap((item) => (v.is(HitShape, item) ? [v.parse(HitShape, item)] : []))),
);
export type TextHit = v.InferOutput<typeof FoundShape>[number];

/** A group of something else. Who stands in one that nobody has seen is checked as all are. */
const NOBODY = /^(?:org|compan|ticket|chat|article|news|download|feedback|agent_?team|user_?group)/iu;

/** Ids of those who fit, and of those of whom that is not told. */
export function inText(hits: readonly TextHit[], fits: (emails: readonly string[]) => boolean): readonly string[] {
  const named: readonly TextHit[] = hits.filter(({ emails, primary_email: primary, ...hit }) => {
    // An organisation in a list of both.
    if ('importance' in hit || (typeof hit['type'] === 'string' && hit['type'].startsWith('org'))) return false;
    if (emails === undefined && primary === undefined) return true;
    const person = v.safeParse(PersonShape, { ...hit, emails, primary_email: primary });
    return !person.success || fits([person.output.primary_email, ...person.output.emails]);
  });
  return named.slice(0, FEW).map(({ id }) => id);
}
