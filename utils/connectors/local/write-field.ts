import { Dexie } from 'dexie';
import { fieldOf } from '@/utils/fields';
import type { FieldValue } from '@/utils/people/types';
import type { CustomFieldRow, PersonRow } from './schema';
import { oneLine, within } from './texts';
import { changePerson, type Job, listed, placed, refusal, type Write } from './write';

type Stored = string | readonly string[];

/** Adds, edits or removes a contact value, known by its content. Fails with `invalid` for an empty or a known one. */
export const setContact: Write<'contact.set'> = (job) =>
  changePerson(job, [], async (row) => {
    const { at, from, to } = job.change;
    const fields = row.fields ?? [];
    const known = from === null ? -1 : fields.findIndex((field) => same(field, from));
    if (from !== null && known < 0) throw refusal(job, 'conflict', { theirs: await successor(job, row, from) });
    const next = to === null ? null : contactOf(job, to);
    if (same(fields[known] ?? null, next)) return null;
    if (next !== null && fields.some((field) => same(field, next))) {
      throw refusal(job, 'invalid', { detail: 'it is there already' });
    }
    const rest = fields.filter((_, index) => index !== known);
    const place = known < 0 ? at : known;
    const [before, after] = said(from, next);
    return {
      patch: { fields: listed(next === null ? rest : placed(rest, place, next)) },
      log: { field: 'contact', which: (to ?? from)?.type ?? '', from: before, to: after },
    };
  });

/** What somebody made of a value that is not there any more; null if it was removed. Its place may be another's by now. */
async function successor(job: Job, row: PersonRow, from: FieldValue): Promise<FieldValue | null> {
  const edit = await job.database.changeLog
    .where('[person+at]')
    .between([row.id, Dexie.minKey], [row.id, Dexie.maxKey])
    .reverse()
    .filter((line) => line.field === 'contact' && line.which === from.type && line.from === said(from, null)[0])
    .first();
  return row.fields?.find(({ type, value }) => type === from.type && value === edit?.to) ?? null;
}

/** A contact value as it is kept: as it was typed. Fails with `invalid`. */
export function contactOf(job: Job, { type, label, value, parts, custom }: FieldValue): FieldValue {
  const text = within(job, value, 'value').trim();
  const name = oneLine(within(job, label ?? '', 'line'));
  const known = Object.entries(parts ?? {}).filter(([, part]) => within(job, part, 'line').trim() !== '');
  if (custom || (text === '' && known.length === 0)) throw refusal(job, 'invalid', { detail: 'no contact value' });
  return {
    type,
    ...(name === '' ? {} : { label: name }),
    value: text,
    ...(known.length === 0 ? {} : { parts: Object.fromEntries(known) }),
  };
}

/** Sets or removes the value of a custom field. Fails with `missing` without such a field, with `invalid`. */
export const setCustom: Write<'custom.set'> = (job) =>
  changePerson(job, [job.database.customFields], async (row) => {
    const { field, from, to } = job.change;
    const definition = await definitionOf(job, field);
    const there = row.custom?.[definition.id];
    const now = there === undefined ? null : asText(there);
    if (now !== from && now !== keptAs(definition, from)) throw refusal(job, 'conflict', { theirs: now });
    const { [definition.id]: _, ...rest } = row.custom ?? {};
    const next = to === null ? null : customOf(job, definition, to);
    if (now === (next === null ? null : asText(next))) return null;
    const custom = next === null ? rest : { ...rest, [definition.id]: next };
    return {
      patch: { custom: Object.keys(custom).length === 0 ? undefined : custom },
      log: { field: 'custom', which: definition.title, from: now, to: next === null ? null : asText(next) },
    };
  });

/** The definition of that id. Fails with `missing`. */
export async function definitionOf(job: Job, id: string): Promise<CustomFieldRow> {
  const definition = /^\d+$/.test(id) ? await job.database.customFields.get(Number(id)) : undefined;
  if (definition === undefined) throw refusal(job, 'missing', { detail: 'custom field' });
  return definition;
}

/** A custom field's value as it is kept. Fails with `invalid` for what is no such value, or none of the choices. */
export function customOf(job: Job, definition: CustomFieldRow, text: string): Stored {
  const kept = keptAs(definition, within(job, text, 'value'));
  if (kept === null) throw refusal(job, 'invalid', { detail: definition.title });
  const { type, choices = [] } = definition;
  if (type !== 'choice' && type !== 'choices') return kept;
  const chosen = type === 'choices' ? kept.split('\n') : [kept];
  if (chosen.some((one) => !choices.includes(one))) throw refusal(job, 'invalid', { detail: definition.title });
  return type === 'choices' ? chosen : kept;
}

const keptAs = ({ type }: CustomFieldRow, text: string | null): string | null =>
  text === null ? null : fieldOf(type).parse(text);

const asText = (stored: Stored): string => (typeof stored === 'string' ? stored : stored.join('\n'));

/** By content: what it is, how it is called, what stands in it. */
function same(a: FieldValue | null, b: FieldValue | null): boolean {
  return a === null || b === null ? a === b : content(a) === content(b);
}

const content = ({ type, label = '', value, parts = {} }: FieldValue): string =>
  JSON.stringify([
    type,
    oneLine(label),
    value.trim(),
    ...Object.entries(parts)
      .filter(([, part]) => part.trim() !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);

/** The values, and how they are called where that is all that differs. */
function said(from: FieldValue | null, to: FieldValue | null): readonly [string | null, string | null] {
  const whole = (field: FieldValue | null): string | null => {
    if (field === null) return null;
    const beside = [field.label ?? '', ...Object.values(field.parts ?? {})].filter((text) => text !== '');
    return beside.length === 0 ? field.value : `${field.value} (${beside.join(', ')})`;
  };
  if (from === null || to === null || from.value !== to.value) return [from?.value ?? null, to?.value ?? null];
  return [whole(from), whole(to)];
}
