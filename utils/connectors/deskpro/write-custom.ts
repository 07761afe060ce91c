import { fieldOf } from '@/utils/fields';
import { typeOf } from './custom';
import type { Definition } from './known';

/**
 * A value as Deskpro takes it: a choice as a list of ids (GUIDE php/tickets, on a ticket), also where there can be only
 * one; undefined for what is no such value.
 */
export function toDeskpro(field: Definition, text: string | null): unknown {
  const type = typeOf(field);
  if (type === null) return;
  if (type === 'choice' || type === 'choices') {
    const titles = (text ?? '').split('\n').filter((title) => title !== '');
    const ids = titles.map((title) => field.choices.find((choice) => choice.title === title)?.id);
    return ids.includes(undefined) || (type === 'choice' && ids.length > 1) ? undefined : ids.map(Number);
  }
  if (type === 'toggle') return text === 'true';
  if (text === null || text.trim() === '') return null;
  return fieldOf(type).parse(text) ?? undefined;
}
