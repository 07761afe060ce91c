import { describe, expect, it } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { allOf, ownBook, someoneIn } from '@/test/support/own-book';
import { address, partyOf } from '@/test/support/people';
import { rooms } from '@/test/support/rooms';
import type { Chosen } from '@/utils/actions/inputs';

async function setUp() {
  const book = await ownBook();
  const { ref, domain } = await someoneIn(book.session);
  const made = rooms([book]);
  await made.read({
    state: 'open',
    message: openMessage([partyOf('Anna', `mail@${domain}`)], { conversation: domain }),
  });
  const now = () => allOf(book.session, ref.id);
  return { ...made, ref, domain, now, session: book.session };
}

const summary = (to: string, from = 'Prefers the phone.'): Chosen => ({ action: 'set-summary', input: { from, to } });
const label = (name: string): Chosen => ({ action: 'set-label', input: { label: name, on: true } });

describe('an action that a page asks for', () => {
  it('is made in the book, stands in History with Undo, and Undo restores everything', async () => {
    const { acting, ref, now } = await setUp();
    const before = await now();
    const ran = await acting['action.run']({ ref, chosen: summary('Prefers mail.') });
    expect((await now()).person.summary).toBe('Prefers mail.');
    expect(await acting.entries({ ref, limit: 5 })).toMatchObject([
      { id: ran.entry, action: 'set-summary', state: 'done', canUndo: true },
    ]);
    const undo = await acting['action.undo']({ entry: ran.entry });
    expect(await now()).toEqual(before);
    expect(await acting.entries({ ref, limit: 5 })).toMatchObject([
      { id: undo.entry, action: 'undo', state: 'done', canUndo: true },
      { id: ran.entry, state: 'undone', canUndo: false },
    ]);
  });

  it('tells what it made', async () => {
    const { acting, ref, now } = await setUp();
    const { made } = await acting['action.run']({
      ref,
      chosen: { action: 'new-ticket', input: { title: 'Second invoice', text: '', urgent: false } },
    });
    expect((await now()).open?.map(({ id }) => id)).toContain(made[0]);
  });

  it('that changes nothing is no entry', async () => {
    const { acting, ref } = await setUp();
    const ran = await acting['action.run']({ ref, chosen: summary('Prefers the phone.') });
    expect(ran).toEqual({ entry: '', made: [] });
    expect(await acting.entries({ ref, limit: 5 })).toEqual([]);
  });

  it('in which nothing is to be taken back offers no Undo', async () => {
    const book = await ownBook();
    const { ref } = await someoneIn(book.session);
    const view = { url: 'https://desk.example.test/as/12' };
    const opens = async () => ({ id: ref.id, version: '1', view });
    const session = { ...book.session, writes: { ...book.session.writes, 'login.view': opens } };
    const { acting } = rooms([{ ...book, session }]);
    const ran = await acting['action.run']({ ref, chosen: { action: 'view-as', input: {} } });
    expect(ran).toMatchObject({ final: true, view });
    const named = await acting['action.run']({ ref, chosen: label('x') });
    expect(named.final).toBeUndefined();
  });

  it('upon an outdated value is refused, with what is there now', async () => {
    const { acting, ref } = await setUp();
    await expect(acting['action.run']({ ref, chosen: summary('x', 'Prefers a fax.') })).rejects.toMatchObject({
      problem: { kind: 'conflict', call: 'set-summary', connection: 'book', theirs: 'Prefers the phone.' },
    });
  });

  it('is refused as a whole if one of several cannot be', async () => {
    const { acting, ref, now } = await setUp();
    const { domain } = await setUp();
    const before = await now();
    const taken = { from: null, to: { address: address(`home@${domain}`) } };
    const chosen = [summary('new'), label('x'), { action: 'edit-address' as const, input: taken }];
    await expect(acting['action.runAll']({ ref, chosen })).rejects.toMatchObject({
      problem: { kind: 'conflict', call: 'email.set', step: 2, owner: { name: 'Anna Keller' } },
    });
    expect(await now()).toEqual(before);
    expect(await acting.entries({ ref, limit: 5 })).toMatchObject([
      { action: 'edit-person', state: 'conflict', canUndo: false, problem: { kind: 'conflict' } },
    ]);
  });

  it('and several of one kind are one entry of that kind', async () => {
    const { acting, ref, now } = await setUp();
    await acting['action.runAll']({ ref, chosen: [label('x'), label('y')] });
    expect((await now()).person.labels).toEqual(['vip', 'late', 'press', 'x', 'y']);
    expect(await acting.entries({ ref, limit: 5 })).toMatchObject([{ action: 'set-label' }]);
  });

  it('of somebody who is not there fails with missing', async () => {
    const { acting } = await setUp();
    const ref = { connection: 'book', id: '999999' };
    await expect(acting['action.run']({ ref, chosen: label('x') })).rejects.toMatchObject({
      problem: { kind: 'missing' },
    });
  });

  it('takes over a file that was handed over in pieces, and forgets one that was not wanted', async () => {
    const { acting, ref, now } = await setUp();
    const bytes = new TextEncoder().encode('hello');
    const base64 = btoa(String.fromCharCode(...bytes));
    await acting['file.piece']({ id: 'f1', index: 0, base64 });
    await acting['file.piece']({ id: 'f2', index: 0, base64 });
    await acting['file.drop']({ id: 'f2' });
    const file = (staged: string) => ({ staged, name: `${staged}.txt`, size: 5, type: 'text/plain' });
    const add = (staged: string): Chosen => ({ action: 'add-files', input: { files: [file(staged)] } });
    await acting['action.run']({ ref, chosen: add('f1') });
    await expect(acting['action.run']({ ref, chosen: add('f2') })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
    expect((await now()).files?.items.map(({ name }) => name)).toEqual(['f1.txt']);
  });
});

describe('after an action', () => {
  it('the shown profile has the new value, without looking anybody up anew', async () => {
    const { acting, ref, view, drawn } = await setUp();
    const before = drawn.length;
    await acting['action.runAll']({
      ref,
      chosen: [summary('new'), { action: 'add-note', input: { text: 'Second.', files: [] } }],
    });
    const now = await view();
    const match = now.answers[0]?.matches[0];
    expect(now.shown).toEqual(ref);
    expect(match).toMatchObject({ person: { summary: 'new' }, touched: expect.any(Number) });
    expect(match?.profile?.notes).toMatchObject({
      state: 'read',
      part: { total: 2, items: [{ text: 'Second.' }, {}] },
    });
    const shown = drawn
      .slice(before)
      .map(({ answers, shown: who }) => [
        who,
        answers[0]?.state,
        Object.values(answers[0]?.matches[0]?.profile ?? {}).map(({ state }) => state),
      ]);
    // No flash: in no view on the way is anything missing or loading.
    for (const [who, state, parts] of shown) {
      expect([who, state]).toEqual([ref, 'answered']);
      expect(parts).not.toContain('loading');
    }
  });

  it('the ticket counts are those after it', async () => {
    const { acting, ref, view } = await setUp();
    const chosen = { action: 'new-ticket', input: { title: 'More', text: '', urgent: true } } as const;
    await acting['action.run']({ ref, chosen });
    expect((await view()).answers[0]?.matches[0]).toMatchObject({ openTickets: 2, tickets: 2 });
  });
});
