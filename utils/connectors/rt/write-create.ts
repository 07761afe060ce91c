import { columnsFor, NOWHERE } from './contacts';
import { isOthers, shown, toRt } from './custom';
import { loadById } from './load';
import { ask, isId } from './rt';
import { SaidShape } from './shapes';
import { type Job, madeOf, orRefused, refusal, type Write } from './write';
import { checkFree } from './write-address';

/** Makes a user. Fails with `conflict` where somebody has one of the addresses, with `invalid`. */
export const createPerson: Write<'person.create'> = async (job) => {
  const { rt, change } = job;
  const { draft } = change;
  for (const address of draft.addresses) await checkFree(job, null, address);
  const json = {
    RealName: draft.name.trim(),
    ...(draft.addresses[0] === undefined ? {} : { EmailAddress: draft.addresses[0] }),
    Organization: organisationOf(draft.organisation),
    Comments: draft.summary ?? '',
    Timezone: draft.timezone ?? '',
    Lang: draft.language ?? '',
    ...contacts(job),
    CustomFields: await custom(job),
    Privileged: 0,
  };
  const asked = rt.http.answer({ path: 'user', method: 'post', json, call: change.type });
  const { location } = await orRefused(job, asked);
  const id = location?.split('/').at(-1) ?? '';
  if (!isId(id)) throw refusal(job, 'server', { detail: 'no number of the new user' });
  const groups = (draft.groups ?? []).filter(isId).map(Number);
  if (groups.length > 0) {
    await ask(rt, SaidShape, { path: `user/${id}/groups`, method: 'put', json: groups, call: change.type });
  }
  return madeOf(await loadById(rt, id, { call: change.type }));
};

const organisationOf = (given: Job<'person.create'>['change']['draft']['organisation']): string => {
  if (given === undefined) return '';
  return 'id' in given ? given.id : given.create;
};

/** The telephones and the address that RT has places for. */
function contacts({ change }: Job<'person.create'>): Readonly<Record<string, string>> {
  const placed: Record<string, string> = {};
  for (const value of change.draft.fields ?? []) {
    if (value.custom !== true) Object.assign(placed, columnsFor({ ...NOWHERE, ...placed }, null, value));
  }
  return placed;
}

async function custom({ rt, known, change }: Job<'person.create'>) {
  const all = await known.fields(change.type);
  const given = (change.draft.fields ?? []).filter((field) => field.custom === true);
  const others = all.find(({ name }) => isOthers(rt, name));
  const more = change.draft.addresses.slice(1);
  return Object.fromEntries([
    ...shown(rt, all).flatMap((field) => {
      const value = given.find(({ id }) => id === field.id)?.value;
      return value === undefined ? [] : [[field.id, toRt(field, value)]];
    }),
    ...(others === undefined || more.length === 0 ? [] : [[others.id, more]]),
  ]);
}
