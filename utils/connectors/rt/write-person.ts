import { foldName } from '@/utils/people/fold';
import { languageOf, nameOf } from './person';
import { changeUser, columns, refusal, type Write } from './write';

/** Name, summary, time zone and language; RT has no other of the single values. */
export const setValue: Write<'person.set'> = (job) =>
  changeUser(job, (user) => {
    const { field, from, to } = job.change;
    const there = {
      name: [nameOf(user), 'RealName'],
      summary: [user.Comments, 'Comments'],
      timezone: [user.Timezone || null, 'Timezone'],
      language: [user.Lang === '' ? null : languageOf(user), 'Lang'],
    } as const;
    if (field === 'autoReplies' || field === 'picture') throw refusal(job, 'invalid', { detail: field });
    const [now, column] = there[field];
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    return now === to ? [] : [columns(user, { [column]: String(to ?? '') })];
  });

/** The text in which RT keeps the organisation: there is one, without a place in it. */
export const setMembership: Write<'membership.set'> = async (job) => {
  const { organisation, from, to } = job.change;
  const name = organisation.id ?? organisation.name.trim();
  const made = await changeUser(job, (user) => {
    const mine = user.Organization !== '' && foldName(user.Organization) === foldName(name);
    if (mine !== (from !== null)) {
      throw refusal(job, 'conflict', { theirs: mine ? { position: '', manager: false } : null });
    }
    if (mine === (to !== null)) return [];
    if (to !== null && (user.Organization !== '' || name === '')) {
      throw refusal(job, 'invalid', { detail: user.Organization });
    }
    return [columns(user, { Organization: to === null ? '' : name })];
  });
  return { ...made, id: name };
};

/** Whether somebody can sign in. Their mails become tickets all the same. */
export const setEnabled: Write<'account.enable'> = (job) =>
  changeUser(job, (user) => {
    const { from, to } = job.change;
    const now = user.Disabled !== true;
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return [];
    // RT takes no true and false here.
    const flag = (enabled: boolean) => ({ Disabled: enabled ? 0 : 1 });
    return [{ put: flag(to), back: flag(now), done: (after) => (after.Disabled !== true) === to }];
  });
