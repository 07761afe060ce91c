import { describe, expect, it } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { partyOf } from '@/test/support/people';
import { place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';

const withRealBook = async () => rooms([await ownBook()]);

const draft = (address: string) => ({
  name: 'Marie Sørensen',
  address,
  organisation: 'Bauer & Sohn',
  connection: 'book',
});
const opened = (mail: string) => ({
  state: 'open' as const,
  message: openMessage([partyOf('Marie', mail)], { conversation: mail }),
});

describe('creating a person from the message', () => {
  it('shows the new profile with Undo, and Undo takes it back wholly', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('marie@example.org'));
    expect((await view()).answers[0]?.matches).toEqual([]);
    const ref = await creating.create(TAB, draft('marie@example.org'));
    expect(await view()).toMatchObject({ shown: ref, created: { ref } });
    expect((await view()).answers[0]?.matches[0]?.person).toMatchObject({
      name: 'Marie Sørensen',
      memberships: [{ name: 'Bauer & Sohn' }],
    });
    await creating.uncreate(TAB);
    expect(await view()).toMatchObject({ shown: null, created: null });
    expect((await view()).answers[0]?.matches).toEqual([]);
  });

  it('is remembered: the next one is offered the same connection, and one that cannot make people is none', async () => {
    const { read, creating, view } = rooms([await ownBook(), place('rt', { local: false })]);
    await read(opened('first@example.org'));
    expect(await view()).toMatchObject({ saveTo: '', makers: ['book'] });
    await creating.create(TAB, draft('first@example.org'));
    await read(opened('second@example.org'));
    expect((await view()).saveTo).toBe('book');
  });

  it('refuses an address that somebody has, and keeps the form', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('taken@example.org'));
    await creating.create(TAB, draft('taken@example.org'));
    await read(opened('other@example.org'));
    await creating.keepDraft(TAB, draft('taken@example.org'));
    await expect(creating.create(TAB, draft('taken@example.org'))).rejects.toMatchObject({
      problem: { kind: 'conflict' },
    });
    await read(opened('third@example.org'));
    await read(opened('other@example.org'));
    expect((await view()).draft).toEqual(draft('taken@example.org'));
  });

  it('from a form that was left for another message leaves that message and its person alone', async () => {
    const { read, creating, view, tabs } = await withRealBook();
    await read(opened('ben4@example.org'));
    await creating.create(TAB, draft('ben4@example.org'));
    const ben = (await view()).shown;
    await read(opened('marie4@example.org'));
    await read(opened('ben4@example.org'));
    await creating.keepDraft(TAB, draft('ben4@example.org'), 'ben4@example.org');
    const ref = await creating.create(TAB, draft('marie4@example.org'), 'marie4@example.org');
    expect(ref).not.toEqual(ben);
    expect(await view()).toMatchObject({ shown: ben, created: null, draft: draft('ben4@example.org') });
    expect((await tabs.get(TAB)).picked).toBe(false);
  });

  it('while the page goes on to another message leaves that message alone', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('marie5@example.org'));
    const making = creating.create(TAB, draft('marie5@example.org'));
    await read(opened('ben5@example.org'));
    await making;
    expect(await view()).toMatchObject({ subject: { party: { address: 'ben5@example.org' } }, shown: null });
    expect((await view()).created).toBeNull();
  });

  it('with another address than the message has shows who was made, with Undo', async () => {
    const { read, creating, view } = await withRealBook();
    await read(opened('typo@example.org'));
    const ref = await creating.create(TAB, draft('corrected@example.org'), 'typo@example.org');
    expect(await view()).toMatchObject({ shown: ref, created: { ref } });
    expect((await view()).answers[0]?.matches[0]?.person.emails[0]?.address).toBe('corrected@example.org');
    await creating.uncreate(TAB);
    expect(await view()).toMatchObject({ shown: null, created: null });
  });

  it('takes a name without an address, and shows who was made; nothing at all is refused', async () => {
    const { creating, view } = await withRealBook();
    const ref = await creating.create(TAB, draft(''));
    expect(await view()).toMatchObject({ shown: ref, created: { ref } });
    expect((await view()).answers[0]?.matches[0]?.person).toMatchObject({ name: 'Marie Sørensen', emails: [] });
    await expect(creating.create(TAB, { ...draft(''), name: ' ' })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
  });

  it('refuses what is no address', async () => {
    const { read, creating } = await withRealBook();
    await read(opened('marie2@example.org'));
    await expect(creating.create(TAB, draft('marie at example'))).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
  });

  it('stands in History as an entry, which Undo in the panel takes back', async () => {
    const { read, creating, view, acting } = await withRealBook();
    await read(opened('marie6@example.org'));
    const ref = await creating.create(TAB, draft('marie6@example.org'));
    const entries = () => acting.entries({ ref, limit: 5 });
    expect(await entries()).toMatchObject([{ action: 'create-person', state: 'done', canUndo: true }]);
    expect((await view()).created?.entry).toBe((await entries())[0]?.id);
    await creating.uncreate(TAB);
    expect(await entries()).toMatchObject([{ action: 'undo' }, { action: 'create-person', state: 'undone' }]);
  });

  it('who was changed since is not taken back, and says so', async () => {
    const { read, creating, view, acting } = await withRealBook();
    await read(opened('marie7@example.org'));
    const ref = await creating.create(TAB, draft('marie7@example.org'));
    await acting['action.run']({ ref, chosen: { action: 'set-label', input: { label: 'vip', on: true } } });
    await expect(creating.uncreate(TAB)).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    expect((await view()).shown).toEqual(ref);
  });

  it('without any message shows who was made, with Undo', async () => {
    const { creating, view } = await withRealBook();
    const ref = await creating.create(TAB, draft('alone@example.org'));
    expect(await view()).toMatchObject({ shown: ref, created: { ref }, subject: { origin: 'asked' } });
    await creating.uncreate(TAB);
    expect(await view()).toMatchObject({ shown: null, created: null });
  });

  it('beside somebody else’s message shows who was made, and keeps the form begun for that message', async () => {
    const { read, creating, view, settings } = await withRealBook();
    await read(opened('begun@example.org'));
    await creating.keepDraft(TAB, draft('begun@example.org'));
    const ref = await creating.create(TAB, draft('another@example.org'));
    expect((await view()).shown).toEqual(ref);
    expect((await settings((now) => now)).drafts).toHaveProperty('begun@example.org');
  });

  it('from the long form writes down all of it', async () => {
    const book = await ownBook();
    await someoneIn(book.session); // makes the groups and custom fields
    const { creating } = rooms([book]);
    const ref = await creating.create(TAB, {
      ...draft('long@example.org'),
      more: {
        addresses: [' Long.Two@Example.org ', '', 'long@example.org'],
        position: ' Head of Purchasing ',
        summary: 'Prefers mail.',
        timezone: 'Europe/Oslo',
        language: 'nb',
        labels: ['vip'],
        groups: ['2'],
        fields: [
          { type: 'phone', value: '+47 22 33 44 55' },
          { type: 'text', value: 'C-1', custom: true, id: '1' },
        ],
      },
    });
    expect(await book.session.get(ref.id)).toMatchObject({
      emails: [{ address: 'long@example.org', primary: true }, { address: 'long.two@example.org' }],
      memberships: [{ name: 'Bauer & Sohn', position: 'Head of Purchasing' }],
      summary: 'Prefers mail.',
      timezone: 'Europe/Oslo',
      language: 'nb',
      labels: ['vip'],
      groups: [{ name: 'Beta' }],
      fields: [{ type: 'phone' }, { type: 'text', value: 'C-1', custom: true }],
    });
  });

  it('refuses a further address that is none', async () => {
    const { creating } = await withRealBook();
    const more = { addresses: ['no address'], position: '', summary: '', timezone: '', language: '' } as const;
    const full = { ...more, labels: [], groups: [], fields: [] };
    await expect(creating.create(TAB, { ...draft('more@example.org'), more: full })).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'no address' },
    });
  });
});
