import { beforeEach, describe, expect, it } from 'vitest';
import { inverse } from '@/utils/changes/inverse';
import type { Change } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import { foldName } from '@/utils/people/fold';
import { emptyBooks, openBook } from './book';
import { create, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

type Value =
  Change<'person.set'> extends infer One ? (One extends unknown ? Omit<One, 'type' | 'person'> : never) : never;
const set = (person: string, value: Value): Change<'person.set'> => ({ type: 'person.set', person, ...value });

describe('A picture', () => {
  it('is told of in the history, not written there', async () => {
    const id = await create();
    await run(set(id, { field: 'picture', from: null, to: 'data:image/png;base64,iVBORw0KGgo=' }));
    const line = await bookDatabase('own').changeLog.orderBy(':id').last();
    expect(line).toMatchObject({ field: 'picture', from: null, to: 'true' });
  });
});

describe('A single value', () => {
  it.each<Value>([
    { field: 'name', from: 'Anna', to: 'Änne Keller' },
    { field: 'summary', from: '', to: 'Knows  the product.\n ' },
    { field: 'timezone', from: null, to: 'Asia/Ho_Chi_Minh' },
    { field: 'language', from: null, to: 'vi' },
    { field: 'autoReplies', from: true, to: false },
    { field: 'picture', from: null, to: 'data:image/png;base64,iVBORw0KGgo=' },
  ])('is set and taken back: $field', async (value) => {
    const id = await create();
    const { revision: _, ...before } = await rowOf(id);
    const change = set(id, value);
    const back = inverse(change, await run(change));
    expect((await (await openBook('own')).get(id))[value.field]).toEqual(value.to);
    expect(await refused(change)).toMatchObject({ kind: 'conflict', theirs: value.to });
    if (typeof back !== 'string') await run(back);
    const { revision: __, ...after } = await rowOf(id);
    expect(after).toEqual(before);
  });

  it.each<Value>([
    { field: 'name', from: 'Anna', to: ' \n' },
    { field: 'name', from: 'Anna', to: 'x'.repeat(501) },
    { field: 'summary', from: '', to: 'x'.repeat(50_001) },
    { field: 'timezone', from: null, to: 'Middle/Earth' },
    { field: 'language', from: null, to: 'no language at all' },
    { field: 'picture', from: null, to: 'https://example.com/anna.png' },
    { field: 'picture', from: null, to: 'data:image/svg+xml;base64,PHN2Zy8+' },
    { field: 'picture', from: null, to: 'data:image/png;base64,"><script>' },
    { field: 'picture', from: null, to: `data:image/png;base64,${'A'.repeat(400_000)}` },
  ])('that cannot be is refused: $field', async (value) => {
    const id = await create();
    const before = await rowOf(id);
    expect(await refused(set(id, value))).toMatchObject({ kind: 'invalid' });
    expect(await rowOf(id)).toEqual(before);
  });

  it('counts the version up, and only where something is changed', async () => {
    const id = await create();
    const same = await run(set(id, { field: 'name', from: 'Anna', to: 'Anna' }));
    expect(same).toEqual({ id, version: '1' });
    const made = await run(set(id, { field: 'name', from: 'Anna', to: 'Ben' }));
    expect(made).toEqual({ id, version: '2' });
    expect((await (await openBook('own')).get(id)).version).toBe('2');
    expect(await bookDatabase('own').changeLog.count()).toBe(2);
  });
});

describe('A name', () => {
  it('is found by its words, the old one no more', async () => {
    const id = await create({ name: 'Anna Keller' });
    await run(set(id, { field: 'name', from: 'Anna  Keller', to: ' Änne   Bauer ' }));
    const row = await rowOf(id);
    expect([row.name, row.names]).toEqual(['Änne Bauer', [foldName('Änne Bauer'), 'bauer anne']]);
  });

  it('that is only an address is found by no word', async () => {
    const id = await create({ name: 'anna@example.com', addresses: ['anna@example.com'] });
    expect((await rowOf(id)).names).toEqual([]);
    await run(set(id, { field: 'name', from: 'anna@example.com', to: 'Anna' }));
    expect((await rowOf(id)).names).toEqual(['anna']);
    await run(set(id, { field: 'name', from: 'Anna', to: 'anna@example.com' }));
    expect((await rowOf(id)).names).toEqual([]);
  });
});
