import { foldName } from '@/utils/people/fold';
import type { ProblemError } from '@/utils/problem';
import { columnsFor, contactsOf, isValue } from './contacts';
import { isKept, keptOf, roomOf, toZammad } from './custom';
import { marked, unmarked } from './merged';
import { LONGEST_NOTE, textOf, withText } from './note-text';
import { nameOf } from './person';
import type { User } from './shapes';
import { changeUser, columns, type Job, type Put, refusal, type Write } from './write';

/** The name and the one note; language and time zone stand in what may only be written as a whole: that is never sent. */
export const setValue: Write<'person.set'> = (job) =>
  changeUser(job, (user) => {
    const { change } = job;
    if (change.field === 'name') {
      const now = nameOf(user);
      if (now !== change.from) throw refusal(job, 'conflict', { theirs: now });
      return now === change.to.trim() ? null : named(user, change.to);
    }
    if (change.field !== 'summary') throw refusal(job, 'invalid', { detail: change.field });
    const now = textOf(user.note);
    if (now !== change.from) throw refusal(job, 'conflict', { theirs: now });
    if (now === change.to) return null;
    const note = withText(user.note, change.to);
    if ([...note].length > LONGEST_NOTE) throw noteTooLong(job, change.to, note);
    // Zammad may tidy the mark-up; the text has to be whole.
    return { json: { note }, back: { note: user.note }, done: (after: User) => textOf(after.note) === textOf(note) };
  });

/**
 * Its mark-up counts; Zammad would cut the end off, even inside a tag (6.5). What is said is the room that the text has,
 * without it.
 */
export function noteTooLong(job: Pick<Job, 'zammad' | 'change'>, text: string, note: string): ProblemError {
  const over = [...note].length - LONGEST_NOTE;
  return refusal(job, 'invalid', { detail: 'too long for the note', longest: Math.max(0, [...text].length - over) });
}

/** Zammad writes a name that is all small or all capital letters in its own way. */
function named(user: User, text: string): Put {
  const put = columns(user, partsOf(user, text));
  return { ...put, done: (after) => foldName(nameOf(after)) === foldName(text) };
}

/** The part of a name that stays keeps its place; else the first word is the first name. */
export function partsOf({ firstname, lastname }: Pick<User, 'firstname' | 'lastname'>, text: string) {
  const name = text.trim().replaceAll(/\s+/gu, ' ');
  const last = lastname.trim();
  const first = firstname.trim();
  if (last !== '' && name.endsWith(` ${last}`)) {
    return { firstname: name.slice(0, -last.length - 1), lastname: last };
  }
  if (first !== '' && name.startsWith(`${first} `)) {
    return { firstname: first, lastname: name.slice(first.length + 1) };
  }
  const [word = '', ...rest] = name.split(' ');
  return { firstname: word, lastname: rest.join(' ') };
}

/** Whether somebody can sign in. Their mails become tickets all the same. */
export const setEnabled: Write<'account.enable'> = (job) =>
  changeUser(job, (user) => {
    const { from, to, into } = job.change;
    if (user.active !== from) throw refusal(job, 'conflict', { theirs: user.active });
    if (from === to) return null;
    const note = into === undefined ? user.note : to ? unmarked(user.note, into) : marked(user.note, into);
    const said = note === user.note ? {} : { note };
    const back = note === user.note ? {} : { note: user.note };
    return { json: { active: to, ...said }, back: { active: from, ...back }, done: (after) => after.active === to };
  });

/** A telephone, a page, a postal address; where Zammad has no place for a value it is refused with `invalid`. */
export const setContact: Write<'contact.set'> = (job) =>
  changeUser(job, (user) => {
    const { from, to } = job.change;
    if (from !== null && !contactsOf(user).some((one) => isValue(one, from))) {
      throw refusal(job, 'conflict', { theirs: null });
    }
    const next = columnsFor(user, from, to);
    if (next === null) throw refusal(job, 'invalid', { detail: to?.type ?? '' });
    const put = columns(user, { ...next });
    return put.done(user) ? null : put;
  });

/** Fails with `missing` without such a field, with `invalid` for what is no such value. */
export const setCustom: Write<'custom.set'> = (job) =>
  changeUser(job, async (user) => {
    const { known, change } = job;
    const { fields } = await known.fields.get(change.type);
    const field = fields.find(({ name }) => name === change.field);
    if (field === undefined) throw refusal(job, 'missing', { detail: 'custom field' });
    const now = keptOf(user, field);
    const shown = field.kind === 'toggle' && now === 'false' && change.from === null ? null : now;
    if (shown !== change.from) throw refusal(job, 'conflict', { theirs: now });
    if (shown === change.to) return null;
    // A switch that is off is off, also where nobody ever touched it.
    const value = field.kind === 'toggle' && change.to === null ? false : toZammad(field, change.to);
    if (value === undefined) {
      throw refusal(job, 'invalid', { detail: field.title, ...roomOf(field, change.to) });
    }
    const wanted = field.kind === 'toggle' ? String(value) : change.to;
    return {
      json: { [field.name]: value },
      back: { [field.name]: Reflect.get(user, field.name) },
      done: (after: User) => isKept(field, keptOf(after, field), wanted) || isSame(after, field.name, value),
    };
  });

const isSame = (user: User, name: string, value: unknown): boolean =>
  JSON.stringify(Reflect.get(user, name)) === JSON.stringify(value);
