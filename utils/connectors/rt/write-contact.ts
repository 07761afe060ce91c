import { fieldOf } from '@/utils/fields';
import { columnsFor, contactsOf, isValue } from './contacts';
import { keptOf, shown, textOf, toRt, typeOf } from './custom';
import { changeUser, columns, refusal, type Write } from './write';

/** A telephone or the postal address; where RT has no place for a value it is refused with `invalid`. */
export const setContact: Write<'contact.set'> = (job) =>
  changeUser(job, (user) => {
    const { from, to } = job.change;
    const contacts = contactsOf(user);
    if (from !== null && !contacts.some((one) => isValue(one, from))) throw refusal(job, 'conflict', { theirs: null });
    const next = columnsFor(user, from, to);
    if (next === null) throw refusal(job, 'invalid', { detail: to?.type ?? '' });
    return Object.entries(next).every(([column, value]) => Reflect.get(user, column) === value)
      ? []
      : [columns(user, next)];
  });

/** Fails with `missing` without such a field, with `invalid` for what is no such value. */
export const setCustom: Write<'custom.set'> = (job) =>
  changeUser(job, async (user) => {
    const { rt, known, change } = job;
    const fields = shown(rt, await known.fields(change.type));
    const field = fields.find(({ id }) => id === change.field);
    if (field === undefined) throw refusal(job, 'missing', { detail: 'custom field' });
    const now = keptOf(user, field.id);
    if (now !== change.from) throw refusal(job, 'conflict', { theirs: now });
    // RT makes a day of anything, and a value of an empty text.
    const to = change.to === null ? null : fieldOf(typeOf(field)).parse(change.to);
    if (to === null && change.to !== null) throw refusal(job, 'invalid', { detail: field.name });
    if (field.Type === 'DateTime' && to !== null && Number.isNaN(Date.parse(to))) {
      throw refusal(job, 'invalid', { detail: field.name });
    }
    if (now === to) return [];
    const json = (value: string | null) => ({ CustomFields: { [field.id]: toRt(field, value) } });
    const lines = (value: string | null) => (value ?? '').split('\n').sort().join('\n');
    // A point of time comes back as RT writes it.
    const means = (value: string | null) =>
      field.Type === 'DateTime' ? String(Date.parse(value ?? '')) : lines(value);
    const done = (after: typeof user): boolean => means(keptOf(after, field.id)) === means(to);
    return [{ put: json(to), back: json(textOf({ values: now === null ? [] : now.split('\n') })), done }];
  });
