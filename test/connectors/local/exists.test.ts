import { Dexie } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { clearStagedFiles, countPeople, stageFile } from '@/utils/connectors/local';
import { readStagedFile } from '@/utils/connectors/local/staged';
import { emptyBooks } from './book';
import { create, rowOf } from './writing';

beforeEach(emptyBooks);

it('The first person of a book is not lost to somebody who counts its people at that moment', async () => {
  for (const _ of [1, 2, 3]) {
    await emptyBooks();
    const [id] = await Promise.all([create({ name: 'Anna' }), countPeople('own')]);
    expect(await rowOf(id)).toMatchObject({ name: 'Anna' });
    const [, other] = await Promise.all([countPeople('own'), create({ name: 'Ben' })]);
    expect(await rowOf(other)).toMatchObject({ name: 'Ben' });
  }
});

it('The first file that is handed over is not lost to a background that looks for old ones as it starts', async () => {
  await Dexie.delete('sidecard-staged');
  await Promise.all([clearStagedFiles(), stageFile({ id: 'first', index: 0, base64: btoa('A plan') })]);
  expect(await readStagedFile('first')).toHaveLength(1);
});
