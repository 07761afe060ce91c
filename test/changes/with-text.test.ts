import { describe, expect, it } from 'vitest';
import { address } from '@/test/support/people';
import type { Change } from '@/utils/changes/types';
import { textOf, withText } from '@/utils/changes/with-text';

const summary: Change = { type: 'person.set', person: '1', field: 'summary', from: 'a', to: 'b' };
const phone: Change = {
  type: 'contact.set',
  person: '1',
  at: 0,
  from: null,
  to: { type: 'phone', value: '+49 30 1', label: 'Work' },
};
const mail: Change = { type: 'email.set', person: '1', at: 1, from: null, to: { address: address('a@b.example') } };

describe('A change that writes a text', () => {
  it.each([
    [summary, 'b'],
    [phone, '+49 30 1'],
    [mail, 'a@b.example'],
  ])('tells it', (change, text) => {
    expect(textOf(change)).toBe(text);
  });

  it('can write another, and keeps all else', () => {
    expect(withText(summary, 'c')).toEqual({ ...summary, to: 'c' });
    expect(withText(phone, '+49 30 2')).toEqual({
      ...phone,
      to: { type: 'phone', value: '+49 30 2', label: 'Work' },
    });
    expect(withText(mail, 'C@b.example')).toEqual({ ...mail, to: { address: 'c@b.example' } });
  });

  it('takes no address that is none', () => {
    expect(withText(mail, 'nobody')).toBeNull();
  });
});

it('A switch, a picture and a removed value are no matter of text', () => {
  const replies: Change = { type: 'person.set', person: '1', field: 'autoReplies', from: true, to: false };
  const picture: Change = {
    type: 'person.set',
    person: '1',
    field: 'picture',
    from: null,
    to: 'data:image/png;base64,',
  };
  for (const change of [replies, picture, { ...phone, to: null }]) {
    expect(textOf(change)).toBeNull();
    expect(withText(change, 'x')).toBeNull();
  }
});
