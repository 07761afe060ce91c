import { describe, expect, it } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { partyOf } from '@/test/support/people';
import { frame, rooms, TAB } from '@/test/support/rooms';
import { readSettings } from '@/utils/settings/store';

const opened = (mail: string) => ({
  state: 'open' as const,
  message: openMessage([partyOf('Anna', mail)], { conversation: mail }),
});
const OTHER = TAB + 1;
const BESIDE = TAB + 2;

async function setUp() {
  const book = await ownBook();
  const [stays, goes] = [await someoneIn(book.session), await someoneIn(book.session)];
  const made = rooms([book]);
  await made.read(opened(`mail@${stays.domain}`));
  await made.readings.read(opened(`home@${goes.domain}`), frame({ tab: OTHER }));
  const beside = openMessage([partyOf('Ben', 'ben@example.org')], { conversation: 'ben' });
  const [mail] = beside.messages;
  if (!mail) throw new Error('no message');
  const to = [partyOf('Anna', `third@${goes.domain}`)];
  await made.readings.read(
    { state: 'open', message: { ...beside, messages: [{ ...mail, to }] } },
    frame({ tab: BESIDE }),
  );
  const version = async (id: string) => (await book.session.get(id)).version ?? null;
  const merge = async () => {
    const versions = { stays: await version(stays.ref.id), goes: await version(goes.ref.id) };
    const input = { goes: goes.ref.id, keep: {}, primary: null, versions };
    return made.acting['action.run']({ ref: stays.ref, chosen: { action: 'merge', input } });
  };
  const shown = async (tab: number) => (await made.views.get(tab)).shown;
  const beneath = async () => (await made.views.get(BESIDE)).others.find(({ known }) => known)?.known?.ref;
  const recent = async () => (await readSettings()).recent.map(({ ref }) => ref.id);
  return { ...made, stays: stays.ref, goes: goes.ref, domain: goes.domain, merge, shown, beneath, recent };
}

describe('Who was merged into another', () => {
  it('is that one in every tab, in the conversation and among the recent people', async () => {
    const { merge, stays, goes, shown, views, recent } = await setUp();
    expect(await shown(OTHER)).toEqual(goes);
    expect(await recent()).toEqual([goes.id, stays.id]);
    await merge();
    expect([await shown(TAB), await shown(OTHER)]).toEqual([stays, stays]);
    expect((await views.get(OTHER)).answers[0]?.matches.map(({ person }) => person.ref)).toEqual([stays]);
    expect(await recent()).toEqual([stays.id]);
  });

  it('is themselves again where they were, once that is taken back', async () => {
    const { merge, acting, stays, goes, shown } = await setUp();
    const ran = await merge();
    await acting['action.undo'](ran);
    expect([await shown(TAB), await shown(OTHER)]).toEqual([stays, goes]);
  });

  it('opens as that one from a list that is older than the merge', async () => {
    const { merge, lookups, stays, goes, shown } = await setUp();
    await merge();
    await lookups.person(BESIDE, goes);
    expect(await shown(BESIDE)).toEqual(stays);
  });

  it('is that one among the others of a conversation, where they are looked up or known already', async () => {
    const { merge, stays, goes, beneath, acting } = await setUp();
    expect(await beneath()).toEqual(goes);
    const ran = await merge();
    expect(await beneath()).toEqual(stays);
    await acting['action.undo'](ran);
    expect(await beneath()).toEqual(goes);
  });
});
