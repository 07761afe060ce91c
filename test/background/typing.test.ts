import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stub } from '@/test/support/stand-in';
import { makeTyping } from '@/utils/background/typing';
import { readAllStored, writeStored } from '@/utils/browser/storage';

const ref = { connection: 'book', id: '1' };
const typed = (text: string, at = '2026-11-21T12:00:00.000Z') => ({ text, base: '', at });
const keep = (place: string, text: string | null) => ({
  tab: 7,
  ref,
  place,
  typed: text === null ? null : typed(text),
});
const incognito = () => stub(fakeBrowser.tabs, 'get', async () => ({ id: 7, windowId: 1, incognito: true }));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('half-typed text', () => {
  it('outlives the background, by person and place', async () => {
    const typing = makeTyping();
    await Promise.all([typing['typed.keep'](keep('summary', 'She pre')), typing['typed.keep'](keep('note', 'Call'))]);
    await typing['typed.keep']({ ...keep('note', 'Ben'), ref: { connection: 'book', id: '2' } });
    expect(await makeTyping()['typed.get']({ tab: 7, ref })).toEqual({
      summary: typed('She pre'),
      note: typed('Call'),
    });
  });

  it('is gone once it is saved or given up, and nothing is left of the person', async () => {
    const typing = makeTyping();
    await typing['typed.keep'](keep('summary', 'x'));
    await typing['typed.keep'](keep('note', 'y'));
    await typing['typed.keep'](keep('summary', null));
    expect(await typing['typed.get']({ tab: 7, ref })).toEqual({ note: typed('y') });
    await typing['typed.keep'](keep('note', null));
    expect(await readAllStored('local')).toEqual({});
  });

  it('in a private window is not written to disk', async () => {
    incognito();
    const typing = makeTyping();
    await typing['typed.keep'](keep('note', 'secret'));
    expect(await readAllStored('local')).toEqual({});
    expect(await typing['typed.get']({ tab: 7, ref })).toEqual({ note: typed('secret') });
  });

  it('in a private window is not written to disk with the last letters either, when that is closed', async () => {
    const typing = makeTyping();
    incognito();
    await typing['typed.keep'](keep('note', 'secr'));
    stub(fakeBrowser.tabs, 'get', async () => {
      throw new Error('No tab with id: 7.');
    });
    await typing['typed.keep'](keep('note', 'secret'));
    expect(await readAllStored('local')).toEqual({});
  });

  it('in a private window is not seen in any other', async () => {
    const typing = makeTyping();
    await typing['typed.keep']({ ...keep('summary', 'seen'), tab: 8 });
    incognito();
    await typing['typed.keep'](keep('note', 'secret'));
    await typing['typed.keep'](keep('summary', 'seen and more'));
    vi.restoreAllMocks();
    expect(await typing['typed.get']({ tab: 8, ref })).toEqual({ summary: typed('seen') });
  });

  it('of before is forgotten too when a private window saves it', async () => {
    await makeTyping()['typed.keep'](keep('note', 'before'));
    incognito();
    await makeTyping()['typed.keep'](keep('note', null));
    expect(await makeTyping()['typed.get']({ tab: 7, ref })).toEqual({});
  });

  it('is kept of the 200 people typed on last', async () => {
    const typing = makeTyping();
    for (let count = 0; count < 201; count += 1) {
      const at = new Date(Date.UTC(2026, 10, 1, 0, count)).toISOString();
      await typing['typed.keep']({
        ...keep('note', ''),
        ref: { connection: 'book', id: `${count}` },
        typed: typed('t', at),
      });
    }
    expect(await typing['typed.get']({ tab: 7, ref: { connection: 'book', id: '0' } })).toEqual({});
    expect(await typing['typed.get']({ tab: 7, ref })).toEqual({ note: expect.anything() });
  });

  it('that cannot be read any more is as good as none', async () => {
    await writeStored('local', 'typed:book:1', { note: { text: 5 } });
    expect(await makeTyping()['typed.get']({ tab: 7, ref })).toEqual({});
  });

  it('goes with its connection', async () => {
    const typing = makeTyping();
    await typing['typed.keep'](keep('note', 'x'));
    await typing['typed.keep']({ ...keep('note', 'y'), ref: { connection: 'sample', id: '1' } });
    await typing.forget('sample');
    expect(Object.keys(await readAllStored('local'))).toEqual(['typed:book:1']);
  });

  it('on a full disk is told as such', async () => {
    stub(fakeBrowser.storage.local, 'set', async () => {
      throw new Error('Resource::kQuotaBytes quota exceeded');
    });
    await expect(makeTyping()['typed.keep'](keep('note', 'x'))).rejects.toMatchObject({
      problem: { kind: 'storage-full' },
    });
  });
});
