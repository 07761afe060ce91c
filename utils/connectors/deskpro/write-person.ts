import type { PersonValues } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Person } from '@/utils/people/types';
import type { Deskpro } from './deskpro';
import { listFor, namesFor } from './known';
import { sendOwn } from './own-calls';
import { type Loaded, personOf as shownPerson } from './person';
import type { Provable } from './proofs';
import { changePerson, type Job, keptBy, madeOf, type Put, personOf, refusal, type Write } from './write';

/** The single values that can be set here: automatic replies by calls of an administrator's alone. */
export const setsOf = ({ own }: Pick<Deskpro, 'own'>): NonNullable<Session['sets']> => [
  'name',
  'summary',
  'timezone',
  'language',
  ...(own.has('replies-stop') && own.has('replies-send') ? (['autoReplies'] as const) : []),
];

export const setValue: Write<'person.set'> = async (job) => {
  const { change } = job;
  if (change.field === 'autoReplies') return setReplies(job, change.from, change.to);
  if (change.field === 'picture') throw refusal(job, 'invalid', { detail: change.field });
  const { field, from, to } = change;
  const languages = field === 'language' ? await listFor(job.desk, job.known, 'languages', change.type) : [];
  return changePerson(job, async (loaded) => {
    const now = valueIn(await shown(job, loaded), field);
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return null;
    const language = languages.find(({ tag }) => tag === to);
    if (field === 'name' && String(to).trim() === '') throw refusal(job, 'invalid', { detail: 'name' });
    if (field === 'language' && to !== null && language === undefined) throw refusal(job, 'invalid', { detail: field });
    const value = field === 'language' && language !== undefined ? Number(language.id) : to;
    const proves: Provable | null = field === 'name' ? null : `person.set ${field}`;
    const lists = await namesFor(job.known, change.type);
    const done = (after: Loaded): boolean => isSame(valueIn(shownPerson(job.desk, lists, after), field), to);
    return { json: { [field]: value }, proves, done };
  });
};

type Text = Exclude<keyof PersonValues, 'autoReplies' | 'picture'>;

const valueIn = (person: Person, field: Text): string | null => person[field] ?? null;

/** A server may trim a text, and writes the ends of lines in its own way. */
const isSame = (a: string | null, b: string | null): boolean => plain(a) === plain(b);
const plain = (text: string | null): string => (text ?? '').replaceAll('\r\n', '\n').trim();

const shown = async ({ desk, known, change }: Job, loaded: Loaded): Promise<Person> =>
  shownPerson(desk, await namesFor(known, change.type), loaded);

async function setReplies(job: Job<'person.set'>, from: boolean, to: boolean) {
  const before = await personOf(job);
  const isOn = ({ person }: Loaded): boolean => person.disable_autoresponses !== true;
  const now = isOn(before);
  if (now !== from) throw refusal(job, 'conflict', { theirs: now });
  if (now === to) return madeOf(before);
  const { id } = before.person;
  const asked = sendOwn(job.desk, to ? 'replies-send' : 'replies-stop', { id }, { call: job.change.type });
  return keptByOwn(job, before, (after) => isOn(after) === to, asked);
}

/** Of a call of an administrator's: what it does not do is theirs to set right, and it stays. */
export async function keptByOwn(job: Job, before: Loaded, done: Put['done'], asked: Promise<unknown>) {
  await asked;
  return keptBy(job, before, { proves: null, done }, Promise.resolve());
}

/** Deskpro takes the list as a whole. */
export const setLabel: Write<'label.set'> = (job) =>
  changePerson(job, ({ person: { labels } }) => {
    const { at, from, to } = job.change;
    const label = job.change.label.trim();
    const now = labels.includes(label);
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return null;
    if (label === '') throw refusal(job, 'invalid', { detail: 'label' });
    const next = to ? labels.toSpliced(Math.max(0, at), 0, label) : labels.filter((one) => one !== label);
    const of = (list: readonly string[]): string => list.map(foldName).toSorted().join('\n');
    return { json: { labels: next }, proves: 'label.set', done: ({ person }) => of(person.labels) === of(next) };
  });

/** Groups that come with others are none that somebody is put into, or taken out of. */
export const setGroup: Write<'group.set'> = (job) =>
  changePerson(job, async ({ person: { user_groups: mine } }) => {
    const { known, change } = job;
    const { group, from, to } = change;
    const now = mine.includes(group);
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return null;
    const groups = await listFor(job.desk, known, 'groups', change.type);
    if (!groups.some(({ id }) => id === group)) throw refusal(job, 'missing', { detail: 'group' });
    const next = to ? [...mine, group] : mine.filter((id) => id !== group);
    return {
      json: { user_groups: next.map(Number) },
      proves: 'group.set',
      // What else was sent has to be there too: whoever is in a group beside is not put out of it unnoticed.
      done: ({ person }) =>
        person.user_groups.includes(group) === to && next.every((id) => person.user_groups.includes(id)),
    };
  });
