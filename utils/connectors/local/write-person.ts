import type { Change, PersonValues } from '@/utils/changes/types';
import type { ChangedField } from '@/utils/people/record';
import type { Address } from '@/utils/people/types';
import { nameKeys } from './keys';
import type { PersonRow } from './schema';
import { oneLine, within } from './texts';
import { changePerson, type Job, refusal, type Write } from './write';

const FIELDS = {
  name: 'name',
  summary: 'summary',
  timezone: 'timezone',
  language: 'language',
  autoReplies: 'auto-replies',
  picture: 'picture',
} as const satisfies Record<keyof PersonValues, ChangedField>;

/** Sets one of a person's single values. Fails with `invalid` for an empty name or an unknown zone or language. */
export const setValue: Write<'person.set'> = (job) =>
  changePerson(job, [], (row) => {
    const { change } = job;
    const now = valuesOf(row)[change.field];
    const plain = change.field === 'name' ? asName : asText;
    if (plain(now) !== plain(change.from)) throw refusal(job, 'conflict', { theirs: now });
    const patch = patchOf(job, change, row);
    if (plain(now) === plain(change.to)) return null;
    const words = change.field === 'picture' ? saidOfPicture : said;
    return { patch, log: { field: FIELDS[change.field], from: words(now), to: words(change.to) } };
  });

function valuesOf(row: PersonRow): PersonValues {
  return {
    name: row.name,
    summary: row.summary ?? '',
    timezone: row.timezone ?? null,
    language: row.language ?? null,
    autoReplies: row.autoReplies ?? true,
    picture: row.picture ?? null,
  };
}

function patchOf(job: Job, change: Change<'person.set'>, row: PersonRow) {
  switch (change.field) {
    case 'name': {
      const name = oneLine(within(job, change.to, 'line'));
      if (name === '') throw refusal(job, 'invalid', { detail: 'no name' });
      return {
        name,
        names: namesOf(
          name,
          row.emails.map(({ address }) => address),
        ),
      };
    }
    case 'summary':
      return { summary: summaryOf(job, change.to) };
    case 'timezone':
      return { timezone: timezoneOf(job, change.to) };
    case 'language':
      return { language: languageOf(job, change.to) };
    case 'autoReplies':
      // They are sent unless somebody stopped them.
      return { autoReplies: change.to ? undefined : false };
    case 'picture':
      return { picture: pictureOf(job, change.to) };
  }
}

/** What a person's name is found by: a person without one is called by an address, which is no name. */
export function namesOf(name: string, addresses: readonly Address[]): readonly string[] {
  return addresses.some((address) => address === name) ? [] : nameKeys(name);
}

export function summaryOf(job: Job, text: string): string | undefined {
  return within(job, text, 'text').trim() === '' ? undefined : text;
}

/** A zone that this browser knows: one it does not would break every clock that is drawn. */
export function timezoneOf(job: Job, zone: string | null): string | undefined {
  if (zone === null || zone === '') return undefined;
  return known(() => new Intl.DateTimeFormat('en', { timeZone: zone }), job, zone);
}

export function languageOf(job: Job, language: string | null): string | undefined {
  if (language === null || language === '') return undefined;
  return known(() => Intl.getCanonicalLocales(language), job, language);
}

/** Characters of a picture: it is read with every list that its person stands in. */
const LARGEST_PICTURE = 400_000;
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

export function pictureOf(job: Job, picture: string | null): string | undefined {
  if (picture === null || picture === '') return undefined;
  if (picture.length > LARGEST_PICTURE) throw refusal(job, 'invalid', { detail: 'a picture that is too large' });
  if (!PICTURE.test(picture)) throw refusal(job, 'invalid', { detail: 'no picture' });
  return picture;
}

function known(test: () => unknown, job: Job, value: string): string {
  try {
    test();
  } catch (cause) {
    if (cause instanceof RangeError) throw refusal(job, 'invalid', { detail: value.slice(0, 100) });
    throw cause;
  }
  return value;
}

/** As values are compared: none is none, and a name that differs in spaces only is the same. */
const asText = (value: string | boolean | null): string => (value === null ? '' : String(value)).trim();
const asName = (value: string | boolean | null): string => oneLine(asText(value));
/** Its letters are for no reader: the history says whether there was one. */
const saidOfPicture = (value: string | boolean | null): string | null =>
  value === null || value === '' ? null : 'true';
const said = (value: string | boolean | null): string | null => (value === null ? null : String(value));
