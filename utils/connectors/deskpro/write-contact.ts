import type { FieldValue } from '@/utils/people/types';
import { byKind, itemOf, meaningOf, readAs, type WrittenItem, written } from './contact-items';
import { type Contact, contactItems } from './contacts';
import { type Loaded, SHOWN_AS, TITLE } from './person';
import type { DeskproPerson } from './shapes';
import { changePerson, type Job, type Put, refusal, type Write } from './write';

/**
 * A telephone, a page, a postal address and the like. Fails with `invalid` for what Deskpro has no place for.
 *
 * † Assumption: nothing public tells what becomes of items that are not sent, so that all of all kinds are, and what is
 * there afterwards is compared as a whole.
 */
export const setContact: Write<'contact.set'> = (job) =>
  changePerson(job, ({ person }) => {
    const { from, to } = job.change;
    if (isName(from ?? to)) return nameOf(job, person);
    const items = contactItems(person);
    const there = from === null ? undefined : items.find(({ value }) => isValue(value, from));
    if (from !== null && there === undefined) throw refusal(job, 'conflict', { theirs: null });
    if (from !== null && to !== null && isSame(from, to)) return null;
    const isApart = there !== undefined && there.datum === null;
    return isApart && (to === null || to.type === 'phone')
      ? numbersPut(person, there, to)
      : dataPut(job, person, items, there, to);
  });

const isValue = (one: FieldValue, other: FieldValue): boolean =>
  one.type === other.type && one.value.trim() === other.value.trim();

const isSame = (one: FieldValue, other: FieldValue): boolean => {
  const parts = (value: FieldValue): string => JSON.stringify(Object.entries(value.parts ?? {}).toSorted());
  return isValue(one, other) && (one.label ?? '') === (other.label ?? '') && parts(one) === parts(other);
};

function dataPut(
  job: Job<'contact.set'>,
  person: DeskproPerson,
  items: readonly Contact[],
  there: Contact | undefined,
  to: FieldValue | null,
): Put {
  const datum = there?.datum ?? null;
  const item = to === null ? null : itemOf(to, datum);
  if (to !== null && item === null) throw refusal(job, 'invalid', { detail: to.type });
  const all = person.contact_data;
  // A new one comes before whatever stands at its place now.
  const next = items.slice(Math.max(0, job.change.at)).find((one) => one.datum !== null)?.datum;
  const place = datum === null ? (next ? all.indexOf(next) : all.length) : all.indexOf(datum);
  const sent = all.map(written).toSpliced(place, datum === null ? 0 : 1, ...(item === null ? [] : [item]));
  // A kind of which the last one goes is sent as an empty one.
  const gone =
    datum === null || sent.some(({ kind }) => kind === datum.contact_type) ? {} : { [datum.contact_type]: {} };
  const left = there === undefined || datum !== null ? [] : { phone_numbers: numbersWithout(person, there) };
  const wanted = meaningOf(valuesOf(sent));
  return {
    json: { contact_data: { ...byKind(sent), ...gone }, ...left },
    proves: 'contact.set',
    done: (after) => meaningOf(inData(after)) === wanted,
  };
}

const valuesOf = (items: readonly WrittenItem[]): readonly FieldValue[] => items.flatMap((item) => readAs(item) ?? []);
const inData = ({ person }: Loaded): readonly FieldValue[] =>
  contactItems(person).flatMap(({ value, datum }) => (datum === null ? [] : [value]));

/** A number that stands apart from the contact data, in the newer generation. */
function numbersPut(person: DeskproPerson, there: Contact, to: FieldValue | null): Put {
  const [before] = person.phone_numbers.filter((one) => isAt(one, there));
  const [, number = '', extension = ''] = /^(.*?)(?: ext\. (\S+))?$/u.exec(to?.value.trim() ?? '') ?? [];
  const label = to?.label ?? '';
  const type = before?.type || 'phone';
  const next = to === null ? [] : [{ number, ...(extension === '' ? {} : { extension }), label, type }];
  const at = person.phone_numbers.findIndex((one) => isAt(one, there));
  const sent = person.phone_numbers.map(sentNumber).toSpliced(at, 1, ...next);
  return {
    json: { phone_numbers: sent },
    proves: 'contact.set',
    done: (after) => {
      const digits = (text: string): string => text.replaceAll(/\D/gu, '');
      const of = (list: readonly SentNumber[]): string =>
        JSON.stringify(list.map((one) => [digits(one.number), one.extension ?? '', one.label]));
      return of(after.person.phone_numbers.map(sentNumber)) === of(sent);
    },
  };
}

type PhoneNumber = DeskproPerson['phone_numbers'][number];
type SentNumber = Pick<PhoneNumber, 'number' | 'label' | 'type'> & { readonly extension?: string };

const isAt = (one: PhoneNumber, { value }: Contact): boolean =>
  contactItems({ contact_data: [], phone_numbers: [one] }).some((contact) => isValue(contact.value, value));

const sentNumber = ({ number, label, extension, type }: PhoneNumber): SentNumber => ({
  number,
  ...(extension === '' ? {} : { extension }),
  label,
  type,
});

const numbersWithout = ({ phone_numbers: all }: DeskproPerson, there: Contact) =>
  all.filter((one) => !isAt(one, there)).map(sentNumber);

/** A title and the name that is shown stand beside contact values, and are fields of their own. */
const NAMES: Readonly<Record<string, 'title_prefix' | 'override_display_name'>> = {
  [TITLE]: 'title_prefix',
  [SHOWN_AS]: 'override_display_name',
};

const fieldOf = (value: FieldValue | null) =>
  value === null || value.type !== 'text' ? undefined : NAMES[value.label ?? ''];
const isName = (value: FieldValue | null): boolean => fieldOf(value) !== undefined;

function nameOf(job: Job<'contact.set'>, person: DeskproPerson): Put | null {
  const { from, to } = job.change;
  const field = fieldOf(from ?? to);
  if (field === undefined || (to !== null && fieldOf(to) !== field)) throw refusal(job, 'invalid', { detail: 'text' });
  const now = person[field];
  if (now !== (from?.value ?? '')) throw refusal(job, 'conflict', { theirs: null });
  const next = to?.value.trim() ?? '';
  if (now === next) return null;
  return { json: { [field]: next }, proves: null, done: (after) => after.person[field] === next };
}
