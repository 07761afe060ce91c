import { columnsFor, NOWHERE, tooLong } from './contacts';
import { roomOf, toZammad } from './custom';
import { LONGEST_NOTE, withText } from './note-text';
import { organisationNamed } from './organisations';
import { UserShape } from './shapes';
import { type Job, madeOf, orRefused, refusal, tooLongFor, type Write } from './write';
import { checkFree } from './write-address';
import { makeOrganisation } from './write-organisation';
import { noteTooLong, partsOf } from './write-person';
import { ask } from './zammad';

/** Makes a customer. Fails with `conflict` where somebody has one of the addresses, with `invalid`. */
export const createPerson: Write<'person.create'> = async (job) => {
  const { zammad, change } = job;
  const { draft } = change;
  const [email, login, ...more] = draft.addresses;
  if (more.length > 0) throw refusal(job, 'invalid', { detail: 'a third address has no place' });
  for (const address of draft.addresses) await checkFree(job, null, address);
  const { summary = '' } = draft;
  const note = withText('', summary);
  if ([...note].length > LONGEST_NOTE) throw noteTooLong(job, summary, note);
  const json = {
    ...partsOf({ firstname: '', lastname: '' }, draft.name),
    ...(email === undefined ? {} : { email }),
    ...(login === undefined ? {} : { login }),
    ...(note === '' ? {} : { note }),
    ...contacts(job),
    ...(await custom(job)),
  };
  const column = tooLong(json);
  if (column !== null) throw tooLongFor(job, column);
  const organization_id = await organisationOf(job);
  const whole = organization_id === null ? json : { ...json, organization_id };
  const asked = { path: 'users', method: 'post', search: { expand: true }, json: whole, call: change.type } as const;
  return madeOf(await orRefused(job, ask(zammad, UserShape, asked)));
};

async function organisationOf(job: Job<'person.create'>): Promise<number | null> {
  const { zammad, change } = job;
  const given = change.draft.organisation;
  if (given === undefined) return null;
  if ('id' in given) return Number(given.id);
  const found = await organisationNamed(zammad, job.known, given.create, { call: change.type });
  return Number(found?.id ?? (await makeOrganisation(job, given.create)));
}

/** What Zammad has places for. */
function contacts({ change }: Job<'person.create'>): Readonly<Record<string, string>> {
  const placed: Record<string, string> = {};
  for (const value of change.draft.fields ?? []) {
    if (value.custom !== true) Object.assign(placed, columnsFor({ ...NOWHERE, ...placed }, null, value));
  }
  return placed;
}

async function custom(job: Job<'person.create'>): Promise<Readonly<Record<string, unknown>>> {
  const { known, change } = job;
  const given = (change.draft.fields ?? []).filter((field) => field.custom === true);
  if (given.length === 0) return {};
  const { fields } = await known.fields.get(change.type);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = given.find(({ id }) => id === field.name)?.value;
      if (value === undefined) return [];
      const sent = toZammad(field, value);
      if (sent === undefined) throw refusal(job, 'invalid', { detail: field.title, ...roomOf(field, value) });
      return [[field.name, sent]];
    }),
  );
}
