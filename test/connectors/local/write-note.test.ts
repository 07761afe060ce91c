import { beforeEach, describe, expect, it } from 'vitest';
import { there } from '@/test/connectors/changes';
import { inverse } from '@/utils/changes/inverse';
import type { Change, StagedFile } from '@/utils/changes/types';
import { clearStagedFiles, dropStagedFile, stageFile } from '@/utils/connectors/local';
import { bookDatabase } from '@/utils/connectors/local/database';
import { LARGEST_FILE } from '@/utils/people/file-rules';
import { dump, emptyBooks, everything, openBook, stage } from './book';
import { create, refused, run } from './writing';

beforeEach(emptyBooks);

const note = (person: string, text: string, files: readonly StagedFile[] = []): Change<'note.add'> => ({
  type: 'note.add',
  person,
  text,
  files,
  again: null,
});
const notes = async (person: string) =>
  there((await openBook('own')).reads.notes)(person, { limit: 10 }).then(({ items }) => items);
const bytes = async (file: string) => (await there((await openBook('own')).reads.file)(file)).text();

describe('A note', () => {
  it('is written by the user, at the time they wrote it, with its files', async () => {
    const id = await create();
    const files = [await stage('The plan'), await stage('x', '../secret/x.txt')];
    const stamp = { entry: 'e', step: 0, at: '2026-11-21T08:00:00.000Z' };
    await run(note(id, ' Called\n', files), stamp);
    const [written] = await notes(id);
    expect(written).toMatchObject({
      author: '',
      text: ' Called\n',
      createdAt: stamp.at,
      files: [
        { name: 'plan.txt', size: 8, type: 'text/plain' },
        { name: 'x.txt', size: 1 },
      ],
    });
    expect(written).not.toHaveProperty('editedAt');
    expect(await bytes(written?.files[0]?.id ?? '')).toBe('The plan');
    expect(await (await openBook('own')).reads.files?.(id, { limit: 5 })).toMatchObject({ total: 0 });
  });

  it('can be nothing but files', async () => {
    const id = await create();
    await run(note(id, '', [await stage('The plan')]));
    expect(await notes(id)).toMatchObject([{ text: '', files: [{ name: 'plan.txt' }] }]);
    expect(await bookDatabase('own').changeLog.toArray()).toMatchObject([{}, { field: 'note', to: 'plan.txt' }]);
  });

  it('leaves the version of the record alone', async () => {
    const id = await create();
    await run(note(id, 'Hello'));
    expect((await (await openBook('own')).get(id)).version).toBe('1');
  });

  it('is refused if it is empty or endless', async () => {
    const id = await create();
    expect(await refused(note(id, ' \n '))).toMatchObject({ kind: 'invalid' });
    expect(await refused(note(id, 'x'.repeat(50_001)))).toMatchObject({ kind: 'invalid' });
    const { id: written } = await run(note(id, 'Hello'));
    const emptied = { type: 'note.set', person: id, note: written, from: 'Hello', to: ' ' } as const;
    expect(await refused(emptied)).toMatchObject({ kind: 'invalid' });
    expect(await refused({ ...emptied, to: 'x'.repeat(50_001) })).toMatchObject({ kind: 'invalid' });
  });

  it('of somebody else is not reached', async () => {
    const id = await create();
    const other = await create({ name: 'Ben' });
    const { id: written } = await run(note(id, 'Hello'));
    const change = { type: 'note.set', person: other, note: written, from: 'Hello', to: 'Bye' } as const;
    expect(await refused(change)).toMatchObject({ kind: 'missing' });
  });
});

describe('A file with a note', () => {
  it.each<[string, (file: StagedFile) => StagedFile | Promise<StagedFile>]>([
    ['was never handed over', (file) => ({ ...file, staged: 'nowhere' })],
    ['is shorter than it says', (file) => ({ ...file, size: 900 })],
    ['is longer than it says', (file) => ({ ...file, size: 3 })],
    ['is empty', () => stage('')],
    ['is a program by its name', (file) => ({ ...file, name: 'invoice.pdf.exe' })],
    ['is a program by its bytes', () => stage('MZ program', 'photo.jpg')],
    ['says it is of an endless type', (file) => ({ ...file, type: 'x'.repeat(501) })],
    [
      'lacks a piece',
      async () => {
        const staged = crypto.randomUUID();
        await stageFile({ id: staged, index: 0, base64: btoa('one') });
        await stageFile({ id: staged, index: 2, base64: btoa('three') });
        return { staged, name: 'gap.txt', size: 8, type: 'text/plain' };
      },
    ],
    [
      'is larger than files may be',
      async () => {
        const staged = crypto.randomUUID();
        const half = Buffer.alloc(LARGEST_FILE / 2, 'x').toString('base64');
        await stageFile({ id: staged, index: 0, base64: half });
        await stageFile({ id: staged, index: 1, base64: half });
        await stageFile({ id: staged, index: 2, base64: btoa('x') });
        return { staged, name: 'large.txt', size: LARGEST_FILE + 1, type: 'text/plain' };
      },
    ],
  ])('that %s is refused, and nothing of the note is written', async (_, spoil) => {
    const id = await create();
    const before = await everything('own');
    const good = await stage('The plan');
    const files = [good, await spoil(await stage('Another'))];
    expect(await refused(note(id, 'Two files', files))).toMatchObject({ kind: 'invalid' });
    expect(await everything('own')).toEqual(before);
  });

  it('comes with nineteen others at most', async () => {
    const id = await create();
    const file = await stage('The plan');
    const files = Array.from({ length: 21 }, () => file);
    expect(await refused(note(id, 'Many', files))).toMatchObject({ kind: 'invalid' });
  });

  it('is not taken over in pieces that are too many or no base64', async () => {
    const half = Buffer.alloc(LARGEST_FILE / 2 + 1, 'x').toString('base64');
    await expect(stageFile({ id: 'f', index: 1, base64: half })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
    await expect(stageFile({ id: 'f', index: 0, base64: '***' })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
  });

  it('is forgotten if it is not wanted, or nobody came for it within a day', async () => {
    const id = await create();
    const [dropped, old, kept] = [await stage('a'), await stage('b'), await stage('c')];
    await dropStagedFile(dropped.staged);
    expect(await refused(note(id, 'Hello', [dropped]))).toMatchObject({ kind: 'invalid' });
    await clearStagedFiles();
    await run(note(id, 'Hello', [kept]));
    await clearStagedFiles(new Date(Date.now() + 25 * 60 * 60_000));
    expect(await refused(note(id, 'Hello', [old]))).toMatchObject({ kind: 'invalid' });
  });
});

describe('A note that is taken away', () => {
  it('comes back with its id, its author and the bytes of its files', async () => {
    const id = await create();
    const author = 'Jonas Wirth';
    const { id: written } = await run(note(id, 'Hello', [await stage('The plan')]));
    await bookDatabase('own').notes.update(Number(written), { author });
    const [before] = await notes(id);
    const remove: Change = { type: 'note.remove', person: id, note: there(before) };
    const back = inverse(remove, await run(remove));
    expect(await notes(id)).toEqual([]);
    expect(await bookDatabase('own').files.count()).toBe(0);
    expect(await refused(remove)).toMatchObject({ kind: 'missing' });
    if (typeof back === 'string') return;
    await run(back);
    expect(await notes(id)).toEqual([before]);
    expect(await bytes(before?.files[0]?.id ?? '')).toBe('The plan');
    expect(await refused(back)).toMatchObject({ kind: 'conflict', theirs: before });
  });

  it('is not taken away if its text was changed meanwhile: the conflict shows the note', async () => {
    const id = await create();
    const { id: written } = await run(note(id, 'Hello'));
    const [before] = await notes(id);
    await run({ type: 'note.set', person: id, note: written, from: 'Hello', to: 'Bye' });
    const [now] = await notes(id);
    expect(await refused({ type: 'note.remove', person: id, note: there(before) })).toMatchObject({
      kind: 'conflict',
      theirs: now,
    });
  });

  it('comes back to nobody else', async () => {
    const id = await create();
    const other = await create({ name: 'Ben' });
    await run(note(id, 'Hello'));
    const [before] = await notes(id);
    await run({ type: 'note.remove', person: id, note: there(before) });
    const back: Change = { type: 'note.add', person: other, text: 'Hello', files: [], again: there(before) };
    expect(await refused(back)).toMatchObject({ kind: 'missing' });
  });
});

describe('A note that is edited', () => {
  it('says when, and no more once it is set back', async () => {
    const id = await create();
    const at = (minute: number) => ({ entry: `${minute}`, step: 0, at: `2026-11-21T08:0${minute}:00.000Z` });
    const { id: written } = await run(note(id, 'one'), at(0));
    const set = (from: string, to: string): Change => ({ type: 'note.set', person: id, note: written, from, to });
    const before = await dump('own');
    await run(set('one', 'two'), at(1));
    const once = await dump('own');
    expect(await notes(id)).toMatchObject([{ text: 'two', editedAt: at(1).at }]);
    await run(set('two', 'three'), at(2));
    expect(await notes(id)).toMatchObject([{ text: 'three', editedAt: at(2).at }]);
    await run(set('three', 'two'), at(3));
    expect(await dump('own')).toEqual(once);
    await run(set('two', 'one'), at(4));
    expect((await notes(id))[0]?.text).toBe('one');
    expect(Object.keys(before)).toEqual(Object.keys(once));
  });

  it('in two windows at once keeps the first text and shows it to the second', async () => {
    const id = await create();
    const { id: written } = await run(note(id, 'one'));
    await run({ type: 'note.set', person: id, note: written, from: 'one', to: 'mine' });
    const late: Change = { type: 'note.set', person: id, note: written, from: 'one', to: 'theirs' };
    expect(await refused(late)).toMatchObject({ kind: 'conflict', theirs: 'mine' });
    expect(await notes(id)).toMatchObject([{ text: 'mine' }]);
  });
});
