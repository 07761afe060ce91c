import { expect, test } from 'vitest';
import { callFaults, keptCall, ownCall, toKept } from '@/utils/connectors/call-check';
import type { OwnCall } from '@/utils/connectors/types';

const merge: OwnCall = { method: 'post', path: 'people/{id}/merge/{source}', body: '', codes: [200, 204] };
const place = { places: ['id', 'source'] };
const wrong = (change: Partial<OwnCall>, places = place) => callFaults({ ...merge, ...change }, places);

test('a call that names its people in the path, or in the values of its body, can be made', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ path: '/api/people/{id}/merge/{source}' })).toEqual([]);
  expect(wrong({ path: 'merges', body: '{"into": "{id}", "from": ["{source}"], "quiet": true}' })).toEqual([]);
  expect(wrong({ path: 'bans?all=1', method: 'get' }, { places: [] })).toEqual([]);
});

test.each([
  'https://elsewhere.example/people/{id}',
  '//elsewhere.example/people/{id}',
  '/../people/{id}',
  'people/{id}/../../admin',
  'people/%2e%2E/{id}',
  'people/.%2e/{id}',
  'people/{id}%2f..',
  'people\\{id}',
  'people/{id}#part',
  'people/{id} x',
  'javascript:{id}',
])('the path "%s" is told to leave the server', (path) => {
  expect(wrong({ path })).toEqual([{ part: 'path', kind: 'leaves' }]);
});

test('a name in braces that is not filled here is told, in the path and in the body', () => {
  expect(wrong({ path: 'people/{id}/merge/{target}' })).toEqual([{ part: 'path', kind: 'place', text: '{target}' }]);
  expect(wrong({ body: '{"from": {"id": "{sauce}"}}' })).toEqual([{ part: 'body', kind: 'place', text: '{sauce}' }]);
});

test('a brace that stands alone in the path is told', () => {
  expect(wrong({ path: 'people/{id/merge/{source}' })).toEqual([{ part: 'path', kind: 'brace' }]);
  expect(wrong({ path: 'people/{id}}' })).toEqual([{ part: 'path', kind: 'brace' }]);
});

test('a call that would be the same for everybody is told', () => {
  expect(wrong({ path: 'people/1/merge/2' })).toEqual([{ part: 'path', kind: 'nobody' }]);
  expect(wrong({ path: ' ' })).toEqual([{ part: 'path', kind: 'empty' }]);
});

test('a body that is no JSON, one with a place among its names, and one of a call that reads are told', () => {
  expect(wrong({ body: '{"from": {source}}' })).toEqual([{ part: 'body', kind: 'json' }]);
  expect(wrong({ body: '{"{source}": 1}' })).toEqual([{ part: 'body', kind: 'key' }]);
  expect(wrong({ method: 'get', body: '{"a": 1}' })).toEqual([{ part: 'body', kind: 'reading' }]);
});

test('success has at least one status, and each is one of success', () => {
  expect(wrong({ codes: [] })).toEqual([{ part: 'codes', kind: 'none' }]);
  expect(wrong({ codes: [204, 404] })).toEqual([{ part: 'codes', kind: 'code', text: '404' }]);
  expect(wrong({ codes: [200.5] })).toEqual([{ part: 'codes', kind: 'code', text: '200.5' }]);
});

test('what is wrong in each part is told at once', () => {
  expect(wrong({ path: 'people/{who}', body: '{', codes: [] }).map(({ part }) => part)).toEqual([
    'path',
    'body',
    'codes',
  ]);
});

test('a call is kept as it was typed, and switched off it is not made', () => {
  const text = toKept({ ...merge, path: ' people/{id}/merge/{source} ', on: true });
  expect(keptCall(text)).toEqual({ ...merge, on: true });
  expect(ownCall(text, place)).toEqual(merge);
  const off = toKept({ ...merge, on: false });
  expect(keptCall(off)).toEqual({ ...merge, on: false });
  expect(ownCall(off, place)).toBeNull();
});

test.each([undefined, '', 'null', '[]', '"get"', '{"method":"patch","path":"a/{id}","body":"","codes":[200]}', '{'])(
  'what cannot be read as a call is none: %s',
  (text) => {
    expect(keptCall(text)).toBeNull();
    expect(ownCall(text, place)).toBeNull();
  },
);

test('statuses that are no numbers make no call, and a kept call that cannot be made is not made', () => {
  expect(keptCall(JSON.stringify({ ...merge, codes: ['200'] }))).toBeNull();
  expect(ownCall(toKept({ ...merge, path: 'people/{who}', on: true }), place)).toBeNull();
});
