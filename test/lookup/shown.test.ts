import { describe, expect, it } from 'vitest';
import { found } from '@/test/support/people';
import { place } from '@/test/support/places';
import { whoIsShown } from '@/utils/lookup/shown';
import type { SourceAnswer } from '@/utils/messages/view';

const ref = (connection: string, id: string) => ({ connection, id });
const nobody = { shown: null, picked: false };

function answer(connection: string, ids: readonly string[]): SourceAnswer {
  return {
    source: place(connection).source,
    state: 'answered',
    since: '',
    can: [],
    denied: [],
    matches: ids.map((id) => ({ ...found({ ref: ref(connection, id) }), profile: null })),
  };
}

describe('who is shown', () => {
  it('is the only match', () => {
    expect(whoIsShown([answer('book', ['1'])], nobody, undefined).shown).toEqual(ref('book', '1'));
  });

  it('is nobody while several people of one server have the address', () => {
    expect(whoIsShown([answer('book', ['1', '2'])], nobody, undefined).shown).toBeNull();
  });

  it('turns back to nobody when a slower server knows several, unless the user has picked', () => {
    const both = [answer('book', ['1']), answer('rt', ['7', '8'])];
    expect(whoIsShown(both, { shown: ref('book', '1'), picked: false }, undefined).shown).toBeNull();
    expect(whoIsShown(both, { shown: ref('book', '1'), picked: true }, undefined).shown).toEqual(ref('book', '1'));
  });

  it('is whom the user always wants for this address, if that person still has it', () => {
    const several = [answer('book', ['1', '2'])];
    expect(whoIsShown(several, nobody, ref('book', '2'))).toMatchObject({ shown: ref('book', '2'), always: true });
    expect(whoIsShown(several, nobody, ref('book', '9'))).toMatchObject({ shown: null, always: false });
  });

  it('stays the first to answer when another server knows the same address', () => {
    const both = [answer('book', ['1']), answer('rt', ['7'])];
    expect(whoIsShown(both, { shown: ref('rt', '7'), picked: false }, undefined).shown).toEqual(ref('rt', '7'));
  });

  it('is whom the page of a server names by its own id, though a book answered first, unless the user has picked', () => {
    const both = [answer('book', ['1']), { ...answer('rt', ['7']), asked: '#7' }];
    const before = { shown: ref('book', '1'), picked: false };
    expect(whoIsShown(both, before, undefined).shown).toEqual(ref('rt', '7'));
    expect(whoIsShown(both, { ...before, picked: true }, undefined).shown).toEqual(ref('book', '1'));
  });

  describe('of two servers whose people the user declared different', () => {
    const both = [answer('book', ['1']), answer('rt', ['7'])];
    const pair = [ref('rt', '7'), ref('book', '1')] as const;

    it('is nobody, whoever stood there before, and it is told which two', () => {
      expect(whoIsShown(both, nobody, undefined, [pair])).toEqual({ shown: null, always: false, apart: [pair] });
      expect(whoIsShown(both, { shown: ref('book', '1'), picked: false }, undefined, [pair]).shown).toBeNull();
    });

    it('is whom the user picked, or wants always', () => {
      const picked = { shown: ref('rt', '7'), picked: true };
      expect(whoIsShown(both, picked, undefined, [pair])).toMatchObject({ shown: ref('rt', '7'), apart: [pair] });
      expect(whoIsShown(both, nobody, ref('book', '1'), [pair])).toMatchObject({
        shown: ref('book', '1'),
        always: true,
      });
    });

    it('is the only one where the other is not found, and pairs of other people say nothing', () => {
      expect(whoIsShown([answer('book', ['1']), answer('rt', [])], nobody, undefined, [pair])).toEqual({
        shown: ref('book', '1'),
        always: false,
        apart: [],
      });
      const others = [ref('rt', '7'), ref('book', '2')] as const;
      expect(whoIsShown(both, nobody, undefined, [others]).shown).toEqual(ref('book', '1'));
    });
  });
});
