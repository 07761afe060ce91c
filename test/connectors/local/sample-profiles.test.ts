import { crc32, inflateSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import { loadSample } from '@/utils/connectors/local';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { Session } from '@/utils/connectors/types';
import { emptyBooks, openBook } from './book';

const now = new Date('2026-11-21T12:00:00Z');
const sample = () => bookDatabase('sample');

beforeEach(emptyBooks);

async function loaded(): Promise<Session> {
  await loadSample(now);
  return openBook('sample');
}

async function one(session: Session, text: string) {
  const [first] = await session.find(address(text));
  if (first === undefined) throw new Error(`nobody has ${text}`);
  return first;
}

describe('The profiles of the sample people', () => {
  it.each([
    ['thao.nguyen@harbourfinch.example.com', 'Phương Thảo Nguyễn'],
    ['anna.keller@example.com', 'Anna Keller'],
    ['layla.alhaddad@example.org', 'ليلى بنت عبد الرحمن الحدّاد'],
  ])('fill every part of the profile of %s', async (text, name) => {
    const session = await loaded();
    const { person } = await one(session, text);
    const { reads } = session;
    const { id } = person.ref;
    const some = { limit: 50 };
    expect(person.name).toBe(name);
    for (const part of [person.labels, person.groups, person.memberships, person.emails.slice(1)]) {
      expect(part).not.toEqual([]);
    }
    expect(new Set(person.fields.map(({ type }) => type)).size).toBeGreaterThan(4);
    const totals = {
      open: (await reads.tickets?.(id, 'open', some))?.total,
      resolved: (await reads.tickets?.(id, 'resolved', some))?.total,
      notes: (await reads.notes?.(id, some))?.total,
      files: (await reads.files?.(id, some))?.total,
      charges: (await reads.billing?.(id, { ...some, now: now.toISOString() }))?.total,
      chats: (await reads.chats?.(id, some))?.total,
      changes: (await reads.history?.(id, { which: 'changes', text: '' }, some))?.total,
      activity: (await reads.history?.(id, { which: 'activity', text: '' }, some))?.total,
      signIns: (await reads.details?.(id, some))?.signIns.total,
    };
    for (const [part, total] of Object.entries(totals)) expect([part, (total ?? 0) > 1]).toEqual([part, true]);
    const notified = (await reads.tickets?.(id, 'open', some))?.items.filter(({ notifies }) => notifies !== undefined);
    expect(notified?.map(({ notifies }) => person.emails.some(({ address: own }) => own === notifies))).toEqual([true]);
  });

  it('have custom fields of every kind, filled by Anna but for one', async () => {
    const session = await loaded();
    const definitions = (await session.reads.definitions?.()) ?? [];
    expect(new Set(definitions.map(({ type }) => type))).toEqual(
      new Set(['date', 'choice', 'text', 'number', 'toggle', 'choices']),
    );
    const empty = async (text: string) => {
      const { person } = await one(session, text);
      return definitions.filter(({ id }) => !person.fields.some((field) => field.custom && field.id === id)).length;
    };
    expect(await empty('anna.keller@example.com')).toBe(1);
    expect(await empty('thao.nguyen@harbourfinch.example.com')).toBe(5);
    expect(await empty('marie.sorensen@bauersohn.example.org')).toBe(7);
  });

  it('have contact data of every kind', async () => {
    await loadSample(now);
    const rows = await sample().people.toArray();
    const types = new Set(rows.flatMap(({ fields }) => (fields ?? []).map(({ type }) => type)));
    for (const type of ['phone', 'website', 'messenger', 'twitter', 'linkedin', 'facebook', 'postal'] as const) {
      expect(types).toContain(type);
    }
    const keys = rows.flatMap(({ fields }) => (fields ?? []).flatMap(({ parts }) => Object.keys(parts ?? {})));
    expect(new Set(keys)).toEqual(new Set(['service', 'street', 'zip', 'city', 'country']));
  });

  it('have somebody charged in two currencies, somebody for time alone, somebody for money alone', async () => {
    const session = await loaded();
    const totals = async (text: string) => {
      const { person } = await one(session, text);
      return (await session.reads.billing?.(person.ref.id, { limit: 5, now: now.toISOString() }))?.totals;
    };
    expect(await totals('hannah.doyle@northgate.example.com')).toEqual({
      seconds: 230 * 60,
      money: [
        { amount: 18_000, currency: 'EUR' },
        { amount: 16_000, currency: 'GBP' },
      ],
    });
    expect(await totals('tuan@oceo.example.test')).toMatchObject({ money: [{ currency: 'VND' }, { currency: 'EUR' }] });
    expect(await totals('marie.sorensen@bauersohn.example.org')).toEqual({ seconds: 55 * 60, money: [] });
    expect(await totals('georg@bauersohn.example.org')).toEqual({
      seconds: null,
      money: [{ amount: 96_000, currency: 'EUR' }],
    });
  });

  it('have somebody in two organisations who leads one of them', async () => {
    const { person } = await one(await loaded(), 'dana.moreau@harbourfinch.example.com');
    expect(person.memberships.map(({ name, manager }) => [name, manager])).toEqual([
      ['Harbour & Finch Logistics', true],
      ['Moreau Conseil', undefined],
    ]);
  });

  it('have a history whose words are all ours', async () => {
    const session = await loaded();
    for (const { id } of await sample().people.toArray()) {
      const part = await session.reads.history?.(String(id), { which: 'changes', text: '' }, { limit: 50 });
      expect(part?.items.filter((item) => item.kind === 'change' && item.field === 'other')).toEqual([]);
    }
  });

  it('have a page for each ticket and each organisation', async () => {
    const session = await loaded();
    const open = await session.reads.search?.(
      { text: 'Phương', role: 'anyone', group: null, label: null, sort: 'best' },
      { limit: 1 },
    );
    const id = open?.items[0]?.person.ref.id ?? '';
    const [first] = (await session.reads.tickets?.(id, 'open', { limit: 1 }))?.items ?? [];
    expect(await session.reads.ticket?.(first?.id ?? '')).toMatchObject({
      ticket: { number: '1042' },
      person: { name: 'Phương Thảo Nguyễn' },
      agent: 'Jonas Wirth',
      team: 'First line',
      organisation: { name: 'Harbour & Finch Logistics' },
      labels: ['billing', 'refund'],
      charges: { totals: { seconds: 5_400, money: [{ amount: 9_000, currency: 'EUR' }] } },
    });
    expect(await session.reads.organisation?.('1', { limit: 5 })).toMatchObject({
      name: 'Harbour & Finch Logistics',
      people: { total: 5 },
      open: { total: 3 },
      resolved: { total: 11 },
    });
  });

  it('keep pictures that a browser can open', async () => {
    await loadSample(now);
    const pictures = await sample()
      .files.filter(({ type }) => type === 'image/png')
      .toArray();
    expect(pictures).toHaveLength(2);
    for (const { id, size } of pictures) {
      const bytes = Buffer.from((await (await sample().blobs.get(id))?.content.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(bytes).toHaveLength(size);
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      const chunks = chunksOf(bytes);
      expect(chunks.map(({ name }) => name)).toEqual(['IHDR', 'tEXt', 'IDAT', 'IEND']);
      for (const { crc, named } of chunks) expect(crc).toBe(crc32(named));
      const data = chunks.find(({ name }) => name === 'IDAT')?.named.subarray(4) ?? Buffer.alloc(0);
      expect(inflateSync(data)).toHaveLength(64 * (1 + 96 * 3));
    }
  });
});

function chunksOf(bytes: Buffer) {
  const chunks: { name: string; named: Buffer; crc: number }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, end);
    chunks.push({ name: named.subarray(0, 4).toString('latin1'), named, crc: bytes.readUInt32BE(end) });
    at = end + 4;
  }
  return chunks;
}
