import { expect } from 'vitest';
import { parseAddress } from '@/utils/people/address';
import { choose } from '@/utils/people/choose';
import type { OpenMessage, PageMessage, Party, Reading } from '@/utils/people/message';
import { type Expected, type ExpectedMessage, everybody, messageFor, type Page } from './page';

/** Checks a reading against all that a page's pair says of it. */
export function expectReading(reading: Reading, { expected, site }: Page): void {
  if (expected.unknown === true) {
    expect(reading).toEqual({ state: 'unknown', site });
    return;
  }
  if (!expected.open) {
    expect(reading).toEqual({ state: 'nothing' });
    return;
  }
  expect(reading.state).toBe('open');
  if (reading.state !== 'open') return;
  const { message } = reading;
  expect(message.site).toBe(site);
  expectWhole(message, expected);
  expectMessages(message, expected.messages ?? []);
  expectPeople(message, expected);
}

function expectWhole(message: OpenMessage, expected: Page['expected']): void {
  if (expected.kind !== undefined) expect(message.kind).toBe(expected.kind);
  if (expected.strategy !== undefined) expect(message.strategy).toBe(expected.strategy);
  if (expected.subject !== undefined) expect(message.title).toBe(expected.subject);
  if (expected.account?.includes('@')) expect(message.account).toContain(expected.account);
  const id = expected.ticketId ?? expected.threadId;
  if (id !== undefined) expect(message.conversation).toBe(id);
  if (expected.records !== undefined) {
    expect(message.requestors.map(({ record }) => record)).toEqual(expected.records);
  }
  if (expected.server !== undefined) expect(message.server).toEqual(expected.server);
  if (expected.requestors !== undefined) expect(message.requestors.map(shape)).toEqual(expected.requestors.map(want));
}

function expectMessages(message: OpenMessage, expected: readonly ExpectedMessage[]): void {
  for (const [at, one] of expected.entries()) {
    const found = messageFor(message, one, at);
    expect(found, `message ${at}`).toBeDefined();
    if (found !== undefined) expectMessage(found, one);
  }
  // A page's list names all its messages, but of a ticket only those that matter.
  if (message.kind !== 'ticket') expect(message.messages.length).toBe(expected.length);
}

function expectMessage(found: PageMessage, expected: ExpectedMessage): void {
  if (expected.id !== undefined) expect(found.id).toBe(expected.id);
  if (expected.sender === null) expect(found.from).toEqual([]);
  else if (expected.sender !== undefined) {
    const all = [expected.sender, ...(expected.moreSenders ?? [])];
    expect(found.from.map(shape)).toEqual(all.map(want));
  }
  if (expected.author !== undefined) expect(found.from.map(({ name }) => name)).toEqual([expected.author]);
  const acting = expected.actingSenders ?? (expected.actingSender === undefined ? [] : [expected.actingSender]);
  expect(found.sender.map(shape)).toEqual(acting.map(want));
  expectList(found.replyTo, expected.replyTo);
  expectList(found.to, expected.to);
  expectList(found.cc, expected.cc);
  for (const key of ['own', 'staff', 'expanded', 'viaList', 'more', 'date'] as const) {
    if (expected[key] !== undefined) expect(found[key], key).toBe(expected[key]);
  }
}

function expectList(found: readonly Party[], expected: readonly Expected[] | undefined): void {
  if (expected === undefined) return;
  expect(found.map(shape).map(nobodyIsCalledMe)).toEqual(expected.map(want).map(nobodyIsCalledMe));
}

function expectPeople(message: OpenMessage, { participants, mustNotFind, chosen }: Page['expected']): void {
  const addresses = new Set(everybody(message).flatMap(({ address }) => (address === null ? [] : [address])));
  const said = new Set((participants ?? []).map((text) => parseAddress(text)));
  if (participants !== undefined) for (const one of said) expect([...addresses]).toContain(one);
  const text = JSON.stringify(message);
  for (const decoy of mustNotFind ?? []) expect(text).not.toContain(decoy);
  if (chosen === undefined) return;
  const { chosen: found } = choose(message, []);
  expect(found === null ? null : (found.party.address ?? found.party.name)).toBe(chosen);
}

function shape({ name, address }: Party): { readonly name: string; readonly email: string | null } {
  return { name, email: address };
}

function want(one: Expected): ReturnType<typeof shape> {
  if (typeof one === 'string') return { name: '', email: parseAddress(one) };
  return { name: one.name ?? '', email: one.email == null ? null : parseAddress(one.email) };
}

// Gmail calls its user "me" in the page's language; a saved page says so, a person is never stored under it.
function nobodyIsCalledMe<One extends { readonly name: string }>(one: One): One {
  return one.name === '我' ? { ...one, name: '' } : one;
}
