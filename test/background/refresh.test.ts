import { describe, expect, it, vi } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address, found, note, partyOf, person } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import { frame, rooms, TAB } from '@/test/support/rooms';
import type { Chosen } from '@/utils/actions/inputs';
import { applied } from '@/utils/changes/apply';
import { ProblemError } from '@/utils/problem';
import { readSettings } from '@/utils/settings/store';

const opened = (mail: string) => ({
  state: 'open' as const,
  message: openMessage([partyOf('Anna', mail)], { conversation: mail }),
});
const rename: Chosen = { action: 'set-name', input: { from: 'Anna Keller', to: 'Anna Keller-Wirth' } };
const OTHER = TAB + 1;

async function setUp() {
  const book = await ownBook();
  const { ref, domain } = await someoneIn(book.session);
  const made = rooms([book]);
  await made.read(opened(`mail@${domain}`));
  return { ...made, ref, domain, run: (chosen: Chosen) => made.acting['action.run']({ ref, chosen }) };
}

describe('a person who was edited', () => {
  it('is up to date in every tab that names them: shown, listed beside another, recent', async () => {
    const { readings, run, ref, domain, views } = await setUp();
    await readings.read(opened(`home@${domain}`), frame({ tab: OTHER }));
    const third = TAB + 2;
    const beside = openMessage([partyOf('Ben', 'ben@example.org')], { conversation: 'ben' });
    const [mail] = beside.messages;
    if (!mail) throw new Error('no message');
    const message = { ...beside, messages: [{ ...mail, to: [partyOf('Anna', `third@${domain}`)] }] };
    await readings.read({ state: 'open', message }, frame({ tab: third }));
    await run(rename);
    for (const tab of [TAB, OTHER]) {
      expect((await views.get(tab)).answers[0]?.matches[0]?.person.name).toBe('Anna Keller-Wirth');
    }
    expect((await views.get(third)).others.find(({ known }) => known)?.known).toMatchObject({
      ref,
      name: 'Anna Keller-Wirth',
    });
    expect((await readSettings()).recent[0]).toMatchObject({ ref, name: 'Anna Keller-Wirth' });
    expect((await views.get(third)).recent.find((one) => one.ref.id === ref.id)?.name).toBe('Anna Keller-Wirth');
  });

  it('stays shown though the address they were found by is removed or changed', async () => {
    const { readings, acting, ref, domain, views } = await setUp();
    await readings.read(opened(`home@${domain}`), frame({ tab: OTHER }));
    const from = { address: address(`home@${domain}`) };
    const chosen: Chosen = { action: 'edit-address', input: { from, to: null } };
    const ran = await acting['action.run']({ ref, chosen });
    const view = await views.get(OTHER);
    expect(view.shown).toEqual(ref);
    expect(view.answers[0]?.matches[0]?.person.emails.map((one) => one.address)).not.toContain(from.address);
    await acting['action.undo'](ran);
    expect((await views.get(OTHER)).answers[0]?.matches[0]?.person.emails[1]?.address).toBe(from.address);
  });

  it('is said to be matched by the primary address once it is that', async () => {
    const { readings, run, domain, views } = await setUp();
    await readings.read(opened(`home@${domain}`), frame({ tab: OTHER }));
    const reason = async (tab: number) => (await views.get(tab)).answers[0]?.matches[0]?.reason.kind;
    expect([await reason(TAB), await reason(OTHER)]).toEqual(['primary', 'other-address']);
    await run({ action: 'make-primary', input: { address: address(`home@${domain}`) } });
    expect([await reason(TAB), await reason(OTHER)]).toEqual(['other-address', 'primary']);
  });

  it('draws nothing in tabs that are about others', async () => {
    const { readings, run, views } = await setUp();
    await readings.read(opened('nobody@example.org'), frame({ tab: OTHER }));
    const { revision } = await views.get(OTHER);
    await run({ action: 'set-label', input: { label: 'x', on: true } });
    expect((await views.get(OTHER)).revision).toBe(revision);
  });
});

describe('a server', () => {
  function server() {
    const state = { anna: person({ ref: { connection: 'rt', id: '9' }, summary: 'old' }), notes: [note()] };
    const rt = place('rt', {
      local: false,
      find: async () => [found(state.anna)],
      get: async () => state.anna,
      reads: { notes: async () => ({ items: state.notes, total: state.notes.length }) },
      writes: {
        'person.set': async (change) => {
          state.anna = applied(state.anna, change);
          return { id: '9', version: '2' };
        },
      },
    });
    return { rt, state, ref: state.anna.ref };
  }
  const edit: Chosen = { action: 'set-summary', input: { from: 'old', to: 'new' } };

  it('whose answers are remembered does not bring the old value back', async () => {
    const { rt, ref } = server();
    const cache = memoryCache();
    const { read, acting, view, drawn } = rooms([rt], cache);
    await read(opened('anna@example.com'));
    await read(opened('ben@example.com'));
    await acting['action.run']({ ref, chosen: edit });
    const before = drawn.length;
    await read(opened('anna@example.com'));
    const summaries = drawn.slice(before).flatMap(({ answers }) => answers[0]?.matches[0]?.person.summary ?? []);
    expect(new Set(summaries)).toEqual(new Set(['new']));
    expect((await view()).answers[0]?.matches[0]?.person.summary).toBe('new');
  });

  it('that is slow to tell the rest of the profile does not hold up the next edit', async () => {
    const { rt, ref, state } = server();
    const { read, acting, view } = rooms([rt]);
    await read(opened('anna@example.com'));
    const slow = gate<{ readonly items: typeof state.notes; readonly total: number }>();
    vi.spyOn(rt.session.reads, 'notes').mockReturnValue(slow.promise);
    await acting['action.run']({ ref, chosen: edit });
    expect((await view()).answers[0]?.matches[0]).toMatchObject({
      person: { summary: 'new' },
      profile: { notes: { state: 'read', part: { total: 1 } } },
    });
    slow.open({ items: [note(), note({ id: '2' })], total: 2 });
    await vi.waitFor(async () =>
      expect((await view()).answers[0]?.matches[0]?.profile?.notes).toMatchObject({ part: { total: 2 } }),
    );
  });

  it('whose older answer comes late does not bring the old value back', async () => {
    const { rt, ref, state } = server();
    const cache = memoryCache();
    const { read, acting, view } = rooms([rt], cache);
    await read(opened('anna@example.com'));
    await read(opened('ben@example.com'));
    const before = found(state.anna);
    const slow = gate<(typeof before)[]>();
    const find = vi.spyOn(rt.session, 'find').mockReturnValueOnce(slow.promise);
    const again = read(opened('anna@example.com'));
    await vi.waitFor(async () => {
      expect(find).toHaveBeenCalled();
      expect((await view()).answers[0]).toMatchObject({ state: 'looking', matches: [{}] });
    });
    // The clock must go on between the question and the change.
    const asked = Date.parse((await view()).answers[0]?.since ?? '');
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(asked));
    await acting['action.run']({ ref, chosen: edit });
    slow.open([before]);
    await again;
    expect((await view()).answers[0]).toMatchObject({ state: 'answered', matches: [{ person: { summary: 'new' } }] });
  });

  it('whose older part of the profile comes late does not put it over the new one', async () => {
    const { rt, ref, state } = server();
    const { read, acting, view } = rooms([rt]);
    const slow = gate<{ readonly items: typeof state.notes; readonly total: number }>();
    const notes = vi.spyOn(rt.session.reads, 'notes').mockReturnValueOnce(slow.promise);
    const reading = read(opened('anna@example.com'));
    await vi.waitFor(() => expect(notes).toHaveBeenCalledTimes(1));
    state.notes = [note(), note({ id: '2' })];
    await vi.waitFor(async () => expect((await view()).answers[0]?.matches[0]?.profile).toBeDefined());
    await acting['action.run']({ ref, chosen: edit });
    await vi.waitFor(async () =>
      expect((await view()).answers[0]?.matches[0]?.profile?.notes).toMatchObject({ part: { total: 2 } }),
    );
    slow.open({ items: [note()], total: 1 });
    await reading;
    expect((await view()).answers[0]?.matches[0]?.profile?.notes).toMatchObject({ part: { total: 2 } });
  });

  it('that cannot be read after an edit leaves what is drawn, and the edit is done all the same', async () => {
    const { rt, ref, state } = server();
    const { read, acting, view } = rooms([rt]);
    await read(opened('anna@example.com'));
    vi.spyOn(rt.session, 'get')
      .mockResolvedValueOnce(state.anna)
      .mockRejectedValue(new ProblemError({ kind: 'offline' }));
    expect((await acting['action.run']({ ref, chosen: edit })).entry).not.toBe('');
    expect((await view()).answers[0]?.matches[0]?.person.name).toBe('Anna Keller');
  });
});

describe('a person who is no more', () => {
  it('is gone from every tab, from the recent people and from what is always shown', async () => {
    const { readings, creating, acting, views, domain, settings } = await setUp();
    await readings.read(opened(`new@${domain}`), frame({ tab: OTHER }));
    const draft = { name: 'Ben', address: `new@${domain}`, organisation: '', connection: 'book' };
    const ref = await creating.create(OTHER, draft);
    await settings(({ always }) => ({ always: { ...always, [`new@${domain}`]: ref } }));
    await readings.read(opened(`new@${domain}`), frame({ tab: TAB }));
    expect((await views.get(TAB)).shown).toEqual(ref);
    const [entry] = await acting.entries({ ref, limit: 1 });
    await acting['action.undo']({ entry: entry?.id ?? '' });
    for (const tab of [TAB, OTHER]) {
      expect(await views.get(tab)).toMatchObject({ shown: null, created: null, answers: [{ matches: [] }] });
    }
    const { recent, always } = await readSettings();
    expect(recent.map((one) => one.ref)).not.toContainEqual(ref);
    expect(Object.values(always)).not.toContainEqual(ref);
  });
});
