// Custom fields of a person. That those stay which are not sent was seen with one client alone (HMRC): it is looked at.

import type { Made } from '@/utils/changes/types';
import { ProblemError } from '@/utils/problem';
import { keptOf, typeOf } from './custom';
import { listFor } from './known';
import type { DeskproPerson } from './shapes';
import { changePerson, type Job, madeOf, orRefused, personOf, refusal, type Write } from './write';
import { toDeskpro } from './write-custom';

/** What is sent, and of whom as they were before. */
interface Sent {
  readonly before: DeskproPerson;
  readonly field: string;
  readonly value: unknown;
  isMine(after: DeskproPerson): boolean;
}

/** Fails with `missing` without such a field, with `invalid` for what is no such value. */
export const setCustom: Write<'custom.set'> = async (job) => {
  const one: { sent: Sent | null } = { sent: null };
  const asked = changePerson(job, async ({ person }) => {
    const sent = await toSend(job, person);
    one.sent = sent;
    if (sent === null) return null;
    const { field, value, isMine } = sent;
    return {
      json: { fields: { [field]: value } },
      proves: null,
      done: (after) => isMine(after.person) && lostOf(sent, after.person).length === 0,
    };
  });
  return asked.catch((error: unknown) => {
    const isLost = error instanceof ProblemError && error.problem.because === 'not-kept';
    if (!isLost || one.sent === null) throw error;
    return putBack(job, one.sent, error);
  });
};

async function toSend({ desk, known, change }: Job<'custom.set'>, before: DeskproPerson): Promise<Sent | null> {
  const fields = await listFor(desk, known, 'fields', change.type);
  const field = fields.find(({ id }) => id === change.field);
  if (field === undefined) throw refusal({ desk, change }, 'missing', { detail: 'custom field' });
  const kept = ({ fields: all }: DeskproPerson): string | null => {
    const given = all[field.id];
    return given === undefined ? null : keptOf(given, field);
  };
  const now = kept(before);
  if (now !== change.from) throw refusal({ desk, change }, 'conflict', { theirs: now });
  if (now === change.to) return null;
  const value = toDeskpro(field, change.to);
  if (value === undefined) throw refusal({ desk, change }, 'invalid', { detail: field.title });
  const lines = (text: string | null): string => (text ?? '').split('\n').toSorted().join('\n');
  // A switch that is off is not there.
  const wanted = value === false ? null : change.to;
  return { before, field: field.id, value, isMine: (after) => lines(kept(after)) === lines(wanted) };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** Those that had a value before, and have none by now. */
const lostOf = ({ before, field }: Sent, { fields: after }: DeskproPerson): readonly string[] =>
  Object.entries(before.fields)
    .filter(([id, { value }]) => id !== field && !isEmpty(value) && isEmpty(after[id]?.value ?? null))
    .map(([id]) => id);

/** A helpdesk that takes what is sent for all there is gets all of it. Fails as before where nothing was lost. */
async function putBack(job: Job<'custom.set'>, sent: Sent, error: unknown): Promise<Made> {
  const { desk, known, change } = job;
  const { before, field, value } = sent;
  const { person } = await personOf(job);
  if (lostOf(sent, person).length === 0) throw error;
  const defined = await listFor(desk, known, 'fields', change.type);
  const all = Object.entries(before.fields).flatMap(([id, given]): [string, unknown][] => {
    const definition = defined.find((each) => each.id === id);
    const type = definition === undefined ? null : typeOf(definition);
    const isChoice = type === 'choice' || type === 'choices';
    return isEmpty(given.value) ? [] : [[id, isChoice ? listed(given.value) : given.value]];
  });
  const json = { fields: { ...Object.fromEntries(all), [field]: value } };
  const path = `people/${before.id}`;
  await orRefused(job, desk.http.answer({ path, method: 'put', json, call: change.type }));
  const after = await personOf(job);
  if (!sent.isMine(after.person) || lostOf(sent, after.person).length > 0) throw error;
  return madeOf(after);
}

/** A choice is sent as a list of ids, also where one alone was read. */
const listed = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [value];
