import { afterEach, describe, expect, it, vi } from 'vitest';
import { address, person } from '@/test/support/people';
import { place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import { standInBrowser } from '@/test/support/stand-in';
import type { Requestor } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';

const SITE = 'https://desk.example.com';
const mailOf = (id: string): string => `p${id}@example.com`;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A tab with the page of a ticket whose owner only its server tells. */
async function desk() {
  const owner = { id: '53', away: false };
  const asked = vi.fn();
  const one = {
    ...place('desk', {
      local: false,
      site: SITE,
      get: async (id) => person({ name: `Number ${id}`, mail: mailOf(id), ref: { connection: 'desk', id } }),
      reads: {
        requestors: async (): Promise<readonly Requestor[]> => {
          asked();
          if (owner.away) throw new ProblemError({ kind: 'offline' });
          return [{ id: owner.id, name: '', address: address(mailOf(owner.id)) }];
        },
      },
    }),
    shows: () => ({ kind: 'ticket', id: '5' }) as const,
  };
  const browser = standInBrowser();
  browser.give(`${SITE}/*`);
  browser.open(TAB, `${SITE}/#ticket/zoom/5`);
  const background = rooms([one]);
  const shown = async () => (await background.view()).shown?.id;
  await background.readings.moved(TAB);
  await expect.poll(shown).toBe('53');
  return { ...background, owner, asked, shown };
}

describe('The ticket that is open beside the panel', () => {
  it('is another one’s once it was moved from here, or somebody is asked to look again', async () => {
    const { readings, owner, shown } = await desk();
    owner.id = '67';
    await readings.changed({ connection: 'desk', id: '53' });
    await expect.poll(shown).toBe('67');
    owner.id = '53';
    await readings.recheck(TAB);
    expect(await shown()).toBe('53');
  });

  it('is asked about again when its tab comes to the front after a while, and not each time', async () => {
    const { readings, owner, asked, shown } = await desk();
    owner.id = '67';
    await readings.moved(TAB);
    await readings.moved(TAB);
    expect(asked).toHaveBeenCalledTimes(1);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    await readings.moved(TAB);
    await expect.poll(shown).toBe('67');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is not asked about for what is changed of anybody else', async () => {
    const { readings, asked } = await desk();
    await readings.changed({ connection: 'desk', id: '99' });
    await readings.changed({ connection: 'other', id: '53' });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('stays whose it was as long as its server does not answer', async () => {
    const { readings, owner, asked, shown, view } = await desk();
    owner.away = true;
    await readings.recheck(TAB);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(await shown()).toBe('53');
    expect((await view()).page.ticket).toMatchObject({ state: 'known' });
  });
});
