import { expect, it } from 'vitest';
import { person } from '@/test/support/people';
import { refusalOf, whoStays } from '@/utils/merge';

const ref = (id: string, connection = 'book') => ({ connection, id });
const since = (id: string, createdAt?: string) =>
  person({ ref: ref(id), ...(createdAt === undefined ? {} : { createdAt }) });
const old = since('1', '2021-03-01T00:00:00.000Z');
const young = since('2', '2025-03-01T00:00:00.000Z');

it('Whoever has more tickets is proposed to stay, however young the record is', () => {
  expect(whoStays({ person: old, tickets: 3 }, { person: young, tickets: 14 })).toEqual({
    stays: young,
    goes: old,
    because: 'tickets',
  });
});

it('With as many tickets, or none known, the older record is proposed', () => {
  for (const tickets of [3, null]) {
    expect(whoStays({ person: young, tickets }, { person: old, tickets })).toMatchObject({
      stays: old,
      because: 'older',
    });
  }
  expect(whoStays({ person: since('3'), tickets: 0 }, { person: young, tickets: 0 })).toMatchObject({ stays: young });
});

it('Where nothing tells, the first stays, and nothing is claimed', () => {
  expect(whoStays({ person: since('3'), tickets: 1 }, { person: since('4'), tickets: 1 })).toMatchObject({
    stays: { ref: ref('3') },
    because: 'same',
  });
});

it('A record is not merged with itself, nor with one of another server, nor customers with agents', () => {
  expect(refusalOf(old, young)).toBeNull();
  expect(refusalOf(old, old)).toBe('self');
  expect(refusalOf(old, person({ ref: ref('1', 'rt') }))).toBe('connection');
  expect(refusalOf(old, { ...young, kind: 'agent' })).toBe('agent');
  expect(refusalOf({ ...old, kind: 'shared-mailbox' }, young)).toBe('agent');
});
