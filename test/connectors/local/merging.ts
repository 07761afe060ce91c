// Two people of the own book become one, as a merge does it step by step, and two again.
import { write } from '@/test/connectors/contract';
import { inverse } from '@/utils/changes/inverse';
import type { Change } from '@/utils/changes/types';
import { compare, mergeSteps } from '@/utils/merge';
import { openBook, stage } from './book';
import { addPerson, minute, own, ticket } from './rows';
import { run } from './writing';

export async function stepsFor(stays: string, goes: string): Promise<readonly Change[]> {
  const session = await openBook('own');
  const two = { stays: await session.get(stays), goes: await session.get(goes) };
  const can = () => true;
  const able = (type: string) => type !== 'person.merge' && can();
  const belongings = (await session.reads.belongings?.(goes)) ?? {};
  return mergeSteps({
    ...two,
    comparison: compare({ ...two, can: able }),
    belongings,
    can: able,
    movesAtOnce: Number.POSITIVE_INFINITY,
  });
}

/** Runs them; gives what takes them back, the last first. */
export async function runAll(changes: readonly Change[], entry = 'a merge'): Promise<readonly Change[]> {
  const session = await openBook('own');
  const back: Change[] = [];
  for (const [step, change] of changes.entries()) {
    const made = await write(session, change, { entry, step, at: '2026-11-22T10:00:00.000Z' });
    const inverted = inverse(change, made);
    if (typeof inverted !== 'string') back.unshift(inverted);
  }
  return back;
}

/** Merges `goes` into `stays`; gives what takes it back. */
export const merge = async (stays: string, goes: string): Promise<readonly Change[]> =>
  runAll(await stepsFor(stays, goes));

/** Somebody who has something of everything. Gives the id. */
export async function addWhole(name: string, address: string, more: object = {}): Promise<string> {
  const organisation = await own().organisations.add({ name: `${name}s`, key: `${name}s`, createdAt: minute(0) });
  const person = await addPerson(name, {
    keys: [address],
    names: [name.toLowerCase()],
    emails: [{ address, primary: true, label: 'Work' }],
    memberships: [{ organisation, position: 'Chef' }],
    orgs: [organisation],
    labels: [`of ${name}`, 'vip'],
    fields: [{ type: 'phone', value: `+49 30 ${organisation}`, label: 'Work' }],
    summary: `${name} knows the product.`,
    ...more,
  });
  const [open] = await own().tickets.bulkAdd(
    [
      ticket(person, { number: `${person}1`, organisation, urgent: 1, updatedAt: minute(5), title: 'Light' }),
      ticket(person, { number: `${person}2`, open: 0, updatedAt: minute(7) }),
    ],
    { allKeys: true },
  );
  await own().charges.add({ person, at: minute(3), text: 'A call', seconds: 600, ...(open ? { ticket: open } : {}) });
  await own().chats.add({ person, at: minute(4), subject: 'Hello', lines: [] });
  await own().activity.add({ person, at: minute(5), what: 'wrote', ...(open ? { ticket: open } : {}) });
  await own().signIns.add({ person, at: minute(6), browser: 'Firefox', ok: true });
  await own().changeLog.add({ person, at: minute(6), by: 'Jonas', field: 'name', from: 'N.', to: name });
  const id = String(person);
  const at = { entry: 'before', step: 0, at: minute(8) };
  const files = [await stage(`On the note of ${name}`)];
  await run({ type: 'note.add', person: id, text: `Note on ${name}`, files, again: null }, at);
  await run({ type: 'file.add', person: id, file: await stage(`Of ${name}`), again: null }, at);
  return id;
}
