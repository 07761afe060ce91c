import { beforeEach, describe, expect, it } from 'vitest';
import { there } from '@/test/connectors/changes';
import { inverse } from '@/utils/changes/inverse';
import type { Change } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import { dump, emptyBooks, everything, openBook, stage } from './book';
import { create, refused, run } from './writing';

beforeEach(emptyBooks);

const files = async (person: string) =>
  there((await openBook('own')).reads.files)(person, { limit: 10 }).then(({ items }) => items);
const bytes = async (file: string) => (await there((await openBook('own')).reads.file)(file)).text();

describe('A file on a profile', () => {
  it('is kept with its name and its bytes', async () => {
    const id = await create();
    const stamp = { entry: 'e', step: 0, at: '2026-11-21T08:00:00.000Z' };
    const made = await run({ type: 'file.add', person: id, file: await stage('The plan'), again: null }, stamp);
    expect(await files(id)).toEqual([
      { id: made.id, name: 'plan.txt', size: 8, type: 'text/plain', createdAt: stamp.at },
    ]);
    expect(await bytes(made.id)).toBe('The plan');
  });

  it.each(['none', 'empty', 'a program', 'half of it'])('that is %s is refused', async (what) => {
    const id = await create();
    const before = await everything('own');
    const good = await stage('The plan');
    const file = {
      none: null,
      empty: await stage(''),
      'a program': { ...good, name: 'setup.exe' },
      'half of it': { ...good, size: 16 },
    }[what];
    const change: Change = { type: 'file.add', person: id, file: file ?? null, again: null };
    expect(await refused(change)).toMatchObject({ kind: 'invalid' });
    expect(await everything('own')).toEqual(before);
  });

  it('that is taken away comes back with its id and its bytes, once', async () => {
    const id = await create();
    await run({ type: 'file.add', person: id, file: await stage('The plan'), again: null });
    const before = await dump('own');
    const [file] = await files(id);
    const remove: Change = { type: 'file.remove', person: id, file: there(file) };
    const back = inverse(remove, await run(remove));
    expect(await files(id)).toEqual([]);
    await expect(bytes(there(file).id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(await refused(remove)).toMatchObject({ kind: 'missing' });
    if (typeof back === 'string') return;
    await run(back);
    expect(await dump('own')).toEqual(before);
    expect(await bytes(there(file).id)).toBe('The plan');
    expect(await refused(back)).toMatchObject({ kind: 'conflict' });
  });

  it('is not the file of a note, nor of somebody else', async () => {
    const id = await create();
    const other = await create({ name: 'Ben' });
    await run({ type: 'note.add', person: id, text: 'Hello', files: [await stage('a')], again: null });
    await run({ type: 'file.add', person: id, file: await stage('b'), again: null });
    const [onNote, onProfile] = await bookDatabase('own').files.toArray();
    const ref = ({ id: file, name, size, type }: NonNullable<typeof onNote>) => ({
      id: String(file),
      name,
      size,
      type,
    });
    const remove = (person: string, file: typeof onNote): Change => ({
      type: 'file.remove',
      person,
      file: ref(there(file)),
    });
    expect(await refused(remove(id, onNote))).toMatchObject({ kind: 'missing' });
    expect(await refused(remove(other, onProfile))).toMatchObject({ kind: 'missing' });
  });
});
