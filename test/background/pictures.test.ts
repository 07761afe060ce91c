import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage } from '@/test/support/messages';
import { address, found, partyOf, person } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import { frame, rooms, TAB } from '@/test/support/rooms';
import { stub } from '@/test/support/stand-in';
import { makeRefresh } from '@/utils/background/refresh';
import type { Session } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';

const FACE = 'data:image/png;base64,AAAA';
const OTHER_FACE = 'data:image/png;base64,BBBB';
const ANNA = address('anna@example.com');
const anna = person({ ref: { connection: 'desk', id: '1' } });
const opened = (mail: string, conversation = mail) => ({
  state: 'open' as const,
  message: openMessage([partyOf('Anna', mail)], { conversation }),
});

function desk(picture: NonNullable<Session['reads']['picture']>, some: Partial<Session> = {}) {
  const one = place('desk', {
    local: false,
    find: async () => [found(anna)],
    get: async () => anna,
    reads: { picture, tickets: async () => ({ items: [], total: 0 }) },
    ...some,
  });
  const cache = memoryCache();
  const background = rooms([one], cache);
  const face = async (tab = TAB) => (await background.views.get(tab)).answers[0]?.matches[0]?.person.picture;
  const keptFace = async () => (await cache.get('desk', ANNA))?.matches[0]?.person.picture;
  return { ...background, cache, face, keptFace };
}

afterEach(() => vi.restoreAllMocks());

describe('the picture of whoever is shown', () => {
  it('comes after the profile, asked for once, and is kept with the answer', async () => {
    const picture = gate<string | null>();
    const asked = vi.fn(() => picture.promise);
    const { read, view, face, keptFace } = desk(asked);
    const reading = read(opened(ANNA));
    await expect.poll(() => asked.mock.calls).toEqual([['1', expect.any(AbortSignal)]]);
    expect((await view()).answers[0]?.matches[0]?.profile?.open).toMatchObject({ state: 'read' });
    expect(await face()).toBeUndefined();
    picture.open(FACE);
    await reading;
    expect(await face()).toBe(FACE);
    expect(await keptFace()).toBe(FACE);
    expect(asked).toHaveBeenCalledOnce();
  });

  it('stays while they are looked up anew, and goes once the server has it no more', async () => {
    const next = gate<string | null>();
    const asked = vi.fn(async (): Promise<string | null> => FACE);
    const { read, lookups, face, keptFace, drawn } = desk(asked);
    await read(opened(ANNA));
    asked.mockImplementationOnce(() => next.promise);
    const begun = drawn.length;
    const again = lookups.again(TAB);
    await expect.poll(() => asked.mock.calls.length).toBe(2);
    const faces = drawn.slice(begun).map(({ answers }) => answers[0]?.matches[0]?.person.picture);
    expect(faces.filter((one) => one !== FACE && one !== undefined)).toEqual([]);
    expect(faces.at(-1)).toBe(FACE);
    next.open(null);
    await again;
    expect(await face()).toBeUndefined();
    expect(await keptFace()).toBeUndefined();
  });

  it('stays when they are changed from here', async () => {
    const { read, face, keptFace, ...background } = desk(async () => FACE);
    await read(opened(ANNA));
    await makeRefresh(background).person(anna.ref);
    expect(await face()).toBe(FACE);
    expect(await keptFace()).toBe(FACE);
  });

  it('is not put over the next person’s, however late it comes', async () => {
    const late = gate<string | null>();
    const asked = vi.fn(() => late.promise);
    const { read, view } = desk(asked, {
      find: async (mail) => [found(mail === ANNA ? anna : { ref: { connection: 'desk', id: '2' }, name: 'Ben', mail })],
    });
    const first = read(opened(ANNA));
    await expect.poll(() => asked.mock.calls.length).toBe(1);
    asked.mockResolvedValueOnce(OTHER_FACE);
    await read(opened('ben@example.com'));
    late.open(FACE);
    await first;
    expect((await view()).answers[0]?.matches[0]?.person).toMatchObject({ name: 'Ben', picture: OTHER_FACE });
  });

  it('that cannot be had is nobody’s problem', async () => {
    const { read, view } = desk(async () => {
      throw new ProblemError({ kind: 'server', status: 500 });
    });
    await read(opened(ANNA));
    expect((await view()).answers[0]).toMatchObject({ state: 'answered', matches: [{ profile: {} }] });
    expect((await view()).answers[0]?.problem).toBeUndefined();
  });

  it('is not asked for where the login may not', async () => {
    const asked = vi.fn(async () => FACE);
    const { read } = desk(asked, { denied: ['picture'] });
    await read(opened(ANNA));
    expect(asked).not.toHaveBeenCalled();
  });

  it('of a private window is shown there, and written nowhere', async () => {
    stub(fakeBrowser.tabs, 'get', async (id: number) => ({ id, windowId: 1, incognito: true }));
    const { readings, face, cache } = desk(async () => FACE);
    await readings.read(opened(ANNA), frame());
    expect(await face()).toBe(FACE);
    expect(await cache.get('desk', ANNA)).toBeNull();
  });
});
