import type { NewPerson } from '@/utils/changes/types';
import { parseAddress } from '@/utils/people/address';
import { peopleByAddress } from './chain';
import { byKind, itemOf, type WrittenItem } from './contact-items';
import { listFor } from './known';
import { loadById } from './load';
import { namedOf } from './person';
import { idMade, type Job, madeOf, orRefused, refusal, type Write } from './write';
import { withOwner } from './write-address';
import { toDeskpro } from './write-custom';
import { makeOrganisation, organisationNamed } from './write-membership';

/**
 * Makes a user. Fails with `conflict` where somebody has one of the addresses, also somebody whom no search shows; with
 * `invalid`. Only what is there is sent: one field that the helpdesk does not take refuses all of them.
 */
export const createPerson: Write<'person.create'> = async (job) => {
  const { desk, change } = job;
  const { draft } = change;
  const [primary] = draft.addresses;
  if (primary === undefined && draft.name.trim() === '') throw refusal(job, 'invalid', { detail: 'nobody' });
  for (const address of draft.addresses) await mustBeFree(job, address);
  const json = {
    name: draft.name.trim() || primary,
    ...(primary === undefined ? {} : { primary_email: primary }),
    ...(draft.addresses.length > 1 ? { emails: draft.addresses } : {}),
    ...texts(draft),
    ...contacts(draft),
    ...(await byLists(job)),
  };
  const organization = await organisationOf(job);
  const place = organization === null ? {} : { organization: Number(organization), ...positionOf(draft) };
  const asked = { path: 'people', method: 'post', json: { ...json, ...place }, call: change.type } as const;
  const answer = await withOwner(job, primary ?? null, orRefused(job, desk.http.answer(asked)));
  const id = idMade(answer);
  if (id !== null) return madeOf(await loadById(desk, id, { call: change.type }));
  // They are made: what is answered to that is no reason to make them twice.
  const [made] = primary === undefined ? [] : await peopleByAddress(desk, primary, { call: change.type });
  if (made === undefined) throw refusal(job, 'server', { field: 'data.id' });
  return madeOf(made);
};

/** Before anything is made for them; Deskpro looks at it again. */
async function mustBeFree(job: Job<'person.create'>, address: NewPerson['addresses'][number]): Promise<void> {
  if (parseAddress(address) !== address) throw refusal(job, 'invalid', { detail: 'no address' });
  const [owner] = await peopleByAddress(job.desk, address, { call: job.change.type });
  if (owner === undefined) return;
  const named = namedOf(owner.person);
  throw refusal(job, 'conflict', { detail: named.name, owner: named });
}

const positionOf = ({ position }: NewPerson) => (position ? { organization_position: position } : {});

const texts = ({ summary, timezone, labels }: NewPerson) => ({
  ...(summary ? { summary } : {}),
  ...(timezone ? { timezone } : {}),
  ...(labels && labels.length > 0 ? { labels } : {}),
});

/** What Deskpro has places for. */
function contacts({ fields = [] }: NewPerson) {
  const items = fields.flatMap((field): WrittenItem[] => {
    const item = field.custom === true ? null : itemOf(field, null);
    return item === null ? [] : [item];
  });
  return items.length === 0 ? {} : { contact_data: byKind(items) };
}

/** What is known by its number there: groups, the language, custom fields. */
async function byLists({ desk, known, change }: Job<'person.create'>) {
  const { groups = [], language, fields = [] } = change.draft;
  const custom = fields.filter((field) => field.custom === true);
  if (groups.length === 0 && !language && custom.length === 0) return {};
  const [all, languages, defined] = await Promise.all([
    groups.length === 0 ? [] : listFor(desk, known, 'groups', change.type),
    language ? listFor(desk, known, 'languages', change.type) : [],
    custom.length === 0 ? [] : listFor(desk, known, 'fields', change.type),
  ]);
  const tongue = languages.find(({ tag }) => tag === language);
  const values = defined.flatMap((field): [string, unknown][] => {
    const given = custom.find(({ id }) => id === field.id);
    const value = given === undefined ? undefined : toDeskpro(field, given.value);
    return value === undefined ? [] : [[field.id, value]];
  });
  const mine = groups.filter((id) => all.some((group) => group.id === id));
  return {
    ...(mine.length === 0 ? {} : { user_groups: mine.map(Number) }),
    ...(tongue === undefined ? {} : { language: Number(tongue.id) }),
    ...(values.length === 0 ? {} : { fields: Object.fromEntries(values) }),
  };
}

async function organisationOf(job: Job<'person.create'>): Promise<string | null> {
  const given = job.change.draft.organisation;
  if (given === undefined) return null;
  if ('id' in given) return given.id;
  return (await organisationNamed(job, given.create)) ?? (await makeOrganisation(job, given.create));
}
